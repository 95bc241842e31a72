"""An observer of a reader's functions at work sees what each line gave, and changes nothing."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest

from downhill.lesson.looking_on import PLACE, SLOPE, STEP
from downhill.source.running import CodeMistake, ReaderCode
from downhill.source.running.onlooker import MOST_CALLS, MOST_LINES, Onlooker, same_lines
from downhill.source.values import shown


def code_of(text: str) -> ReaderCode:
    return ReaderCode(text, {"loss": ("x",)}, {"np": np})


def told_of(text: str, argument: Any = 2.0) -> dict[str, str]:
    """What stands beside the lines of a text whose `loss` was called once."""
    code = code_of(text)
    onlooker = Onlooker(code.filename, {})
    onlooker.look(PLACE, lambda: code.functions["loss"](argument))
    return onlooker.told()


def test_each_line_has_what_it_has_just_worked_out() -> None:
    text = (
        "def loss(x):\n    half = x / 2\n\n    # and\n"
        "    if half > 0:\n        half = 3 * half\n    return half + 1\n"
    )
    assert told_of(text) == {":1": "x = 2", ":2": "half = 1", ":6": "half = 3", ":7": "→ 4"}
    assert told_of(text, -2.0) == {":1": "x = −2", ":2": "half = −1", ":7": "→ 0"}


def test_what_is_changed_in_its_place_belongs_to_the_line_that_changes_it() -> None:
    text = (
        "def loss(x):\n    row = np.zeros(2)\n    row[0] = x\n    seen = [x]\n    seen.append(3)\n"
        "    row *= 2\n    return row.sum()\n"
    )
    told = told_of(text)
    assert [told[f":{line}"] for line in range(2, 8)] == [
        "row = [0; 0]",
        "row = [2; 0]",
        "seen = [2]",
        "seen = [2; 3]",
        "row = [4; 0]",
        "→ 4",
    ]


def test_helpers_and_inner_functions_are_seen_and_what_has_no_name_is_not() -> None:
    text = (
        "def loss(x):\n    def twice(y):\n        return y + y\n    far = [i * x for i in range(3)]\n"
        "    more = sum(i for i in far)\n    third = (lambda y: y / 3)(x)\n"
        "    return third_of(twice(x)) + more\n"
        "def third_of(z):\n    return z / 3 + 1\n"
    )
    told = told_of(text, 3.0)
    assert told[":2"] == "y = 3"
    assert told[":3"] == "→ 6"
    assert told[":4"] == "far = [0; 3; 6]"
    assert told[":5"] == "more = 9"
    assert told[":6"] == "third = 1"
    assert told[":8"] == "z = 6"
    assert told[":9"] == "→ 3"


def test_a_function_that_calls_itself_is_told_as_it_was_called_first() -> None:
    told = told_of(
        "def loss(x):\n    if x < 1:\n        return 0.5\n    rest = loss(x - 1)\n    return x + rest\n"
    )
    assert told == {":1": "x = 2", ":4": "rest = 1.5", ":5": "→ 3.5"}


def test_a_generator_and_what_goes_out_of_use_are_not_told() -> None:
    told = told_of(
        "def loss(x):\n    a = x\n    del a\n    return sum(each(x))\ndef each(y):\n    yield y + 1\n"
    )
    assert told == {":1": "x = 2", ":4": "→ 3"}


def test_where_it_fails_the_lines_before_are_told() -> None:
    code = code_of("def loss(x):\n    a = x + 1\n    b = a / 0\n    return b\n")
    onlooker = Onlooker(code.filename, {})
    with pytest.raises(CodeMistake):
        onlooker.look(PLACE, lambda: code.functions["loss"](2.0))
    assert onlooker.told() == {}
    found = onlooker.look(PLACE, lambda: caught(lambda: code.functions["loss"](2.0)))
    assert isinstance(found, CodeMistake)
    assert onlooker.told() == {":1": "x = 2", ":2": "a = 3"}


def caught(run: Callable[[], Any]) -> Any:
    try:
        return run()
    except CodeMistake as mistake:
        return mistake


@pytest.mark.parametrize("count", [MOST_LINES, 100_000])
def test_a_long_loop_is_not_watched_to_its_end_and_only_what_is_true_is_told(count: int) -> None:
    text = (
        "def loss(x):\n    a = x + 1\n    total = 0\n    for i in range(COUNT):\n"
        "        total += i\n        b = a\n    c = total + 1\n    return c / 2\n"
    ).replace("COUNT", str(count))
    told = told_of(text)
    assert told == {":1": "x = 2", ":2": "a = 3", ":8": f"→ {shown((count * (count - 1) / 2 + 1) / 2)}"} | (
        {":6": "b = 3"} if ":6" in told else {}
    )


def test_beyond_very_many_calls_nothing_is_told_and_nobody_looks_on() -> None:
    text = (
        "def loss(x):\n    a = x + 1\n    for i in range(COUNT):\n        a = same(a)\n    return a\n"
        "def same(y):\n    return y\n"
    )
    assert told_of(text.replace("COUNT", str(MOST_CALLS + 1))) == {}
    assert told_of(text.replace("COUNT", "3"))[":2"] == "a = 3"


def test_what_is_looked_on_last_counts_most_and_can_be_left_out() -> None:
    code = code_of("def loss(x):\n    return x + 1\n")
    onlooker, loss = Onlooker(code.filename, {}), code.functions["loss"]
    for what, value in ((STEP, 3.0), (PLACE, 1.0), (SLOPE, 2.0)):
        assert onlooker.look(what, partial(loss, value)) == value + 1
    assert onlooker.told()[":1"] == "x = 3"
    assert onlooker.told((STEP,))[":1"] == "x = 2"


HOSTILE = """
class Odd(float):
    def __abs__(self): raise SystemError
    def __float__(self): raise SystemError
    def __eq__(self, other): raise SystemError
class Long(list):
    def __len__(self): return 10**9
class Text(str):
    def __str__(self): raise SystemError
def loss(x):
    a, b, c = Odd(2), Long([1]), Text("x")
    d = {"a": 1}
    return x
"""


def test_what_a_reader_makes_is_not_asked_anything() -> None:
    assert [*told_of(HOSTILE).values()] == ["x = 2"]


def fitted(x: float) -> float:
    """A function of the page."""
    # what is left out of what is shown

    half = x / 2
    more = [
        half,
        x,
    ]
    return sum(more)


def test_lines_of_the_page_are_found_in_a_text_with_other_blanks_and_comments() -> None:
    original = (
        "def fitted(x):\n    half = x / 2\n    more = [\n        half,\n        x,\n    ]\n"
        "    return sum(more)\n"
    )
    text = (
        "# mine\ndef other(): pass\n\ndef fitted(x):\n    # so\n    half = x/2\n\n    more = [half, x]\n"
        "    return sum(\n        more)\n"
    )
    lines = same_lines(fitted.__code__, original, text)
    onlooker = Onlooker("", {fitted.__code__: lines})
    onlooker.look(PLACE, lambda: fitted(4.0))
    assert onlooker.told() == {":4": "x = 4", ":6": "half = 2", ":8": "more = [2; 4]", ":9": "→ 6"}
