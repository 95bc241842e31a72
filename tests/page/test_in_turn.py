"""One thing after another: what fails takes nobody's turn."""

import asyncio

import pytest

from page.transport.in_turn import InTurn


def test_after_a_failure_the_others_have_their_turn_now_and_later() -> None:
    turns, done = InTurn(), list[str]()

    async def do(name: str) -> None:
        done.append(name)
        if name == "first":
            await turns.do(do, "waiting")  # it comes in between
            raise ValueError(name)

    with pytest.raises(ValueError, match="first"):
        asyncio.run(turns.do(do, "first"))
    asyncio.run(turns.do(do, "later"))
    assert done == ["first", "waiting", "later"]
