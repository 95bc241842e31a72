"""Functions of the page are watched line by line, and whoever traced before does so again."""

import sys
from types import FrameType
from typing import Any

import pytest

from downhill.source.values import RETURNED
from downhill.source.watched import watched


def halved(x: float) -> float:
    """Three lines, the last of which returns what has no name."""

    half = x / 2
    quarter = half / 2
    return half + quarter


def larger(a: float, b: float) -> float:
    if a > b:
        most = a + 0.5
    else:
        least = a + 0.25
        most = b + least
    return most


def doubled(x: float) -> float:
    first = halved(x)
    second = halved(first)
    return first + larger(second, 0.5)


def refused(x: float) -> float:
    half = x / 2
    raise ValueError(half)


def test_of_each_function_the_last_call_is_told_and_nothing_of_one_that_does_not_run() -> None:
    found = watched([doubled, halved, larger, refused], lambda: doubled(8.0))
    assert found == {
        "doubled": {1: {"x": 8.0}, 2: {"first": 6.0}, 3: {"second": 4.5}, 4: {RETURNED: 11.0}},
        "halved": {1: {"x": 6.0}, 4: {"half": 3.0}, 5: {"quarter": 1.5}, 6: {RETURNED: 4.5}},
        "larger": {1: {"a": 4.5, "b": 0.5}, 3: {"most": 5.0}},
        "refused": {},
    }


def test_what_was_traced_before_is_traced_again_also_after_an_error() -> None:
    seen: list[str] = []

    def other(frame: FrameType, event: str, argument: Any) -> None:
        seen.append(frame.f_code.co_name)

    before = sys.gettrace()
    sys.settrace(other)
    try:
        watched([halved], lambda: halved(8.0))
        mine = sys.gettrace()
        with pytest.raises(ValueError, match=r"4\.0"):
            watched([refused], lambda: refused(8.0))
        mine_still = sys.gettrace()
    finally:
        sys.settrace(before)
    assert (mine, mine_still) == (other, other)
    assert "halved" not in seen
