"""The line of requests to the worker: in order, the newest move only, and who may go past a long one."""

import asyncio
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.verbs import VERBS, for_page
from page.transport.in_turn import InTurn
from page.transport.requests import Requests

NEWEST, OVERTAKING = for_page()["newest"], for_page()["overtaking"]
(LONG,) = for_page()["long"]
SOME = ("settle", "step", "reset", LONG, *NEWEST)


def filled(*requests: tuple[object, ...]) -> Requests:
    line = Requests(NEWEST, OVERTAKING, [LONG])
    for request in requests:
        line.add(*request)
    return line


def sent(line: Requests, lesson: str = "a") -> list[tuple[object, ...]]:
    """All that goes out while nothing is answered."""
    return list(iter(lambda: line.next(lesson), None))


def test_a_request_waits_for_the_answer_to_the_one_before() -> None:
    line = filled(("a", "step"), ("a", "settle"))
    assert sent(line) == [("a", "step")]
    assert not line.is_free("a")
    line.answered("a", "step")
    assert sent(line) == [("a", "settle")]
    line.answered("a", "settle")
    assert line.is_free("a")


def test_moves_go_past_a_training_and_nothing_else_does() -> None:
    line = filled(("a", LONG, 50), ("a", "move", "w", 1), ("a", "settle"), ("a", "move", "w", 2))
    assert sent(line) == [("a", LONG, 50), ("a", "move", "w", 1)]
    line.answered("a", "move")
    assert sent(line) == []  # to settle is to wait for the training
    line.answered("a", LONG)
    assert sent(line) == [("a", "settle")]


def test_the_way_back_waits_for_the_end_of_a_training() -> None:
    line = filled(("a", LONG, 50), ("a", "rewind", 3), ("a", "rewind", 2))
    assert sent(line) == [("a", LONG, 50)]
    assert line.moving("a") == ["scrub"]
    line.answered("a", LONG)
    assert sent(line) == [("a", "rewind", 2)]


def test_only_one_move_at_a_time_goes_past() -> None:
    line = filled(("a", LONG, 50), ("a", "set_rate", 0.1))
    assert len(sent(line)) == 2
    line.add("a", "set_rate", 0.2)
    line.add("a", "set_rate", 0.3)
    assert sent(line) == []
    line.answered("a", "set_rate")
    assert sent(line) == [("a", "set_rate", 0.3)]


@given(st.lists(st.tuples(st.sampled_from(SOME), st.integers(0, 3)), max_size=12))
def test_nothing_but_older_moves_is_lost_and_the_order_is_kept(wanted: Iterable[tuple[str, int]]) -> None:
    requests = [("a", *request) for request in wanted]
    line, out = filled(*requests), list[tuple[object, ...]]()
    while new := sent(line):
        out += new
        for _, verb, *_ in new:
            line.answered("a", str(verb))
    kept = [
        one
        for one, after in zip(requests, [*requests[1:], None], strict=False)
        if not (after and one[1] in NEWEST and one[:2] == after[:2])
    ]
    assert out == kept
    assert line.is_free("a")


def test_what_the_page_is_told_of_verbs_is_what_their_table_says() -> None:
    told = for_page()
    assert set(told) == {"newest", "overtaking", "long", "by_hand", "waits"}
    assert set(told["newest"]) - set(told.pop("overtaking")) == {"rewind"}
    for kind, names in told.items():
        assert names == [name for name, verb in VERBS.items() if getattr(verb, kind)]
        assert names
    assert not [name for name in told["newest"] + told["long"] if VERBS[name].question]
    assert all(VERBS[name].question for name in told["waits"])


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
