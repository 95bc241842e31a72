"""A reader's code as the page runs it: what it prints, what it gets, and that no error escapes."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from downhill.source.running import CodeMistake, Like, Printed, ReaderCode, Vector, told
from tests.source.running import mistake_of, run
from tests.source.snippets import SNIPPETS
from tests.support.often import often

PIECES = [
    *"def loss(x): return if else for in while lambda class import from math np x y".split(),
    *"= == + - * / ( ) [ ] , . :".split(),
    *(
        "\n",
        "\n    ",
        "\t",
        " ",
        "'",
        '"',
        "0.5",
        "2",
        "f'{x}'",
        "__class__",
        "²",
        "“",
        "\0",
        "\\",
        "#",
        "{",
        "}",
    ),
]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.sampled_from([snippet.text for snippet in SNIPPETS]).flatmap(
        lambda text: st.integers(0, len(text)).map(lambda cut: text[:cut] + text[cut + 1 :])
    ),
)


@often(4000)
@given(TEXTS, st.booleans())
def test_any_text_alone_or_in_a_function_gives_a_number_or_a_mistake_that_can_be_told(
    text: str, inside: bool
) -> None:
    assume("while" not in text)  # a loop that never ends is ended by somebody else
    if inside:
        text = "def loss(x):\n" + "\n".join(f"    {line}" for line in text.split("\n"))
    found: Any
    try:
        found = run(text)
    except CodeMistake as mistake:
        found = mistake
    if isinstance(found, CodeMistake):
        assert 0 <= found.line <= text.count("\n") + text.count("\r") + 1
        assert 0 <= found.column <= found.end <= len(text) or found.end == 0
        assert all(told(found))
    else:
        assert isinstance(found, float)


def test_a_mistake_holds_no_frames_of_the_code() -> None:
    mistake = mistake_of("def loss(x):\n    return 1 / 0")
    assert mistake.__cause__ is None
    assert mistake.__context__ is None


def test_an_error_in_a_function_of_the_page_is_told_at_the_readers_line() -> None:
    def own(values: np.ndarray) -> float:
        return float(values.sum())

    code = ReaderCode("def loss(x):\n    y = x\n    return own(y)", {"loss": ("x",)}, {"own": own})
    with pytest.raises(CodeMistake) as caught:
        code.functions["loss"](2.0)
    assert (caught.value.key, caught.value.line) == ("attribute_array", 3)


def test_a_code_gets_copies_of_what_it_could_change() -> None:
    points, argument = np.array([1.0, 2.0]), np.array([3.0, 4.0])
    text = "points[0] = 9\ndef loss(x):\n    x[0] = 9\n    return x.sum() + points.sum()"
    code = ReaderCode(text, {"loss": ("x",)}, {"points": points})
    assert code.functions["loss"](argument) == 9 + 4 + 9 + 2
    assert (points.tolist(), argument.tolist()) == ([1, 2], [3, 4])


def test_the_code_is_run_once_and_its_functions_keep_its_names() -> None:
    printed = Printed()
    code = ReaderCode(
        "print('once')\nk = 3\ndef loss(x):\n    return k * x", {"loss": ("x",)}, printed=printed
    )
    assert [code.functions["loss"](x) for x in (1, 2)] == [3, 6]
    assert printed.text == "once\n"


def test_functions_that_may_be_missing_are_left_out_and_checked_where_they_are_there() -> None:
    wanted = {"loss": ("x",), "gradient": ("x",)}
    code = ReaderCode("def loss(x):\n    return x", wanted, optional=frozenset({"gradient"}))
    assert list(code.functions) == ["loss"]
    with pytest.raises(CodeMistake, match="missing"):
        ReaderCode("def loss(x):\n    return x", wanted)
    text = "def loss(x):\n    return x\ndef gradient():\n    return 1"
    with pytest.raises(CodeMistake, match="parameters"):
        ReaderCode(text, wanted, optional=frozenset({"gradient"}))


@pytest.mark.parametrize(
    ("value", "number"),
    [("3", 3), ("np.float32(0.5)", 0.5), ("np.int64(2)", 2), ("np.array(1.5)", 1.5), ("10 ** 20", 1e20)],
)
def test_every_kind_of_real_number_is_a_number(value: str, number: float) -> None:
    found = run(f"def loss(x):\n    return {value}")
    assert found == number
    assert type(found) is float


@pytest.mark.parametrize("value", ["[x, 1]", "(x, 1)", "np.array([x, 1])", "[np.float32(2), np.array(1)]"])
def test_a_list_a_tuple_and_an_array_are_lists_of_numbers(value: str) -> None:
    found = run(f"def loss(x):\n    return {value}", result=Vector(2))
    assert isinstance(found, np.ndarray)
    assert found.tolist() == [2, 1]


def test_what_has_the_shape_of_the_pages_own_result_passes() -> None:
    own: Any = Like(lambda x: np.eye(2))
    assert run("def loss(x):\n    return [[1, x], [x, 1]]", result=own).tolist() == [[1, 2], [2, 1]]


@pytest.mark.parametrize(
    ("text", "shown", "cut"),
    [
        ("print(1, 'a', sep='-', end='!')\nprint([1])", "1-a![1]\n", False),
        ("for i in range(3):\n    print(i)", "0\n1\n2\n", False),
        ("for i in range(4):\n    print(i)", "0\n1\n2\n", True),
        ("print('1\\n2\\n3\\n4')", "1\n2\n3\n", True),
        ("print('abcdefghijkl')", "abcdefghij", True),
        ("print('abcdefghi')", "abcdefghi\n", False),
        ("print('\\ud800')", "?\n", False),
        ("print(end='')\nprint()", "\n", False),
        ("for i in range(10 ** 5):\n    print(i)", "0\n1\n2\n", True),
    ],
)
def test_what_is_printed_is_kept_up_to_three_lines_and_ten_signs(text: str, shown: str, cut: bool) -> None:
    printed = Printed(most_lines=3, most_signs=10)
    run(f"{text}\ndef loss(x):\n    return x", printed=printed)
    assert (printed.text, printed.cut) == (shown, cut)
    printed.clear()
    assert (printed.text, printed.cut) == ("", False)


def test_what_is_printed_is_plain_text_whatever_a_class_makes_of_it() -> None:
    text = (
        "class A(str):\n    def __add__(self, other):\n        return 3\n"
        "    def __str__(self):\n        return self\n"
    )
    printed = Printed()
    run(
        f"{text}print(A('a'), sep=A('b'), end=A('c'))\nprint(A('d'))\ndef loss(x):\n    return x",
        printed=printed,
    )
    assert type(printed.text) is str
    assert printed.text == "acd\n"
