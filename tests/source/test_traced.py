"""What lines work out is what they have worked out, and tracing them changes nothing."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.source.traced import RETURNED, Found, traced
from tests.support.often import often

NUMBERS = st.floats(-1e6, 1e6)


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
    return first + second


def refused(x: float) -> float:
    half = x / 2
    raise ValueError(half)


def found_of(function: Callable[..., Any], *arguments: Any) -> Found:
    """What the lines of one function work out in one call."""
    return traced([function], lambda: function(*arguments))[function.__name__]


def test_each_line_has_what_it_has_just_worked_out() -> None:
    assert found_of(halved, 8.0) == {1: {"x": 8.0}, 4: {"half": 4.0}, 5: {"quarter": 2.0}, 6: {RETURNED: 6.0}}


def test_a_line_that_was_not_reached_has_nothing_and_what_is_returned_by_its_name_is_told_once() -> None:
    assert found_of(larger, 2.0, 1.0) == {1: {"a": 2.0, "b": 1.0}, 3: {"most": 2.5}}
    assert found_of(larger, 1.0, 2.0) == {1: {"a": 1.0, "b": 2.0}, 5: {"least": 1.25}, 6: {"most": 3.25}}


def test_functions_are_told_apart_and_one_that_does_not_run_has_nothing() -> None:
    found = traced([doubled, halved, larger], lambda: doubled(8.0))
    assert found["doubled"] == {1: {"x": 8.0}, 2: {"first": 6.0}, 3: {"second": 4.5}, 4: {RETURNED: 10.5}}
    assert found["halved"][1] == {"x": 6.0}
    assert found["larger"] == {}


def test_what_was_traced_before_is_traced_again_also_after_an_error() -> None:
    seen: list[str] = []

    def other(frame: FrameType, event: str, argument: Any) -> None:
        seen.append(frame.f_code.co_name)

    before = sys.gettrace()
    sys.settrace(other)
    try:
        found_of(halved, 8.0)
        mine = sys.gettrace()
        with pytest.raises(ValueError, match=r"4\.0"):
            found_of(refused, 8.0)
        mine_still = sys.gettrace()
    finally:
        sys.settrace(before)
    assert (mine, mine_still) == (other, other)
    assert "halved" not in seen


@often(100)
@given(NUMBERS, NUMBERS)
def test_tracing_changes_no_result(a: float, b: float) -> None:
    results: list[float] = []
    found = traced([larger, doubled], lambda: results.extend([larger(a, b), doubled(a)]))
    assert results == [larger(a, b), doubled(a)]
    assert found["doubled"][2]["first"] == halved(a)
    (told,) = [values["most"] for values in found["larger"].values() if "most" in values]
    assert told == larger(a, b)
