"""Every mistake that is told: found in code that has it, in its line, and said in whole sentences."""

import re

import numpy as np
import pytest

from downhill.source.running import CodeMistake, Like, ReaderCode, Result, Vector, told
from downhill.source.running.explain.names import MODULES
from downhill.text.english.code_making import MADE
from downhill.text.english.code_mistakes import CODE
from tests.source.running import mistake_of
from tests.source.snippets import SNIPPETS
from tools.languages import translations

VECTORS: list[tuple[str, int, Result, str]] = [
    ("result_number", 2, Vector(2), "def loss(x):\n    return x"),
    ("result_length", 2, Vector(2), "def loss(x):\n    return [x, x, x]"),
    ("result_shape", 2, Vector(2), "def loss(x):\n    return [[x, x], [x, x]]"),
    ("result_inside", 2, Vector(2), "def loss(x):\n    return [x, 'a']"),
    ("result_inside", 2, Vector(2), "def loss(x):\n    return [x, None]"),
    ("result_shape", 2, Vector(1), "def loss(x):\n    return [[[x]]]"),
    ("result_nan", 2, Vector(2), "def loss(x):\n    return [x, x * np.nan]"),
    ("result_infinite", 2, Vector(2), "def loss(x):\n    return np.array([x, np.inf])"),
    ("result_none", 1, Vector(2), "def loss(x):\n    y = x"),
    ("result_text", 2, Vector(2), "def loss(x):\n    return 'ab'"),
    ("result_shape", 2, Like(lambda x: np.zeros((2, 2))), "def loss(x):\n    return np.zeros((3, 2))"),
    ("result_list", 2, Like(lambda x: 3.0), "def loss(x):\n    return [x]"),
    ("result_length", 2, Like(lambda x: [x, x]), "def loss(x):\n    return [x]"),
]
TOLD = [*((each.key, each.line, None, each.text) for each in SNIPPETS), *VECTORS]


@pytest.mark.parametrize(
    ("key", "line", "result", "text"), TOLD, ids=[f"{key}-{at}" for at, (key, *_) in enumerate(TOLD)]
)
def test_a_mistake_is_told_with_its_key_and_its_line(
    key: str, line: int, result: Result | None, text: str
) -> None:
    mistake = mistake_of(text, 2.0, result)
    assert (mistake.key, mistake.line) == (key, line)
    assert all(said and not re.search(r"[{}]\w", said) for said in told(mistake))


def test_every_mistake_is_provoked() -> None:
    provoked = {key for key, *_ in TOLD} | {"parameters_swapped", "nowhere"}
    elsewhere = {key.partition(".")[2] for key in MADE}  # tests/studio/test_making.py provokes these
    assert {key.partition(".")[2] for key in CODE} - elsewhere == provoked


def test_every_mistake_has_two_sentences() -> None:
    kinds = [{key.partition(".")[2] for key in CODE if key.startswith(kind)} for kind in ("mistake.", "try.")]
    assert kinds[0] == kinds[1]
    assert len(kinds[0]) > 100


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("def loss(x):\n    retrun x", "retrun"),
        ("fro i in range(3):\n    pass", "fro"),
        ("y = 3\ny++", "++"),
        ("lambda = 0.1", "lambda"),
        ("y = 3 * 2größe", "2größe"),
        ("y = 3 + 4 +", "+"),
        ("y = 1\nz = y + wobble", "wobble"),
        ("y = [1, 2]\nz = y[5] + 1", "y[5]"),
        ("größe = 3\nz = größe * [1.5] - zwei", "zwei"),
        ("y = 'ü' + '\0'", "\0"),
        ("def loss(x):\n    größe = 3\n    return größe + x ^ 2", "größe + x ^ 2"),
    ],
)
def test_a_mistake_points_at_what_it_is_about(text: str, part: str) -> None:
    mistake = mistake_of(text)
    assert text.split("\n")[mistake.line - 1][mistake.column : mistake.end] == part


def test_parameters_in_another_order_are_told_and_other_names_are_not() -> None:
    wanted = {"loss": ("a", "b")}
    with pytest.raises(CodeMistake) as caught:
        ReaderCode("x = 1\ndef loss(b, a):\n    return a - b", wanted)
    assert (caught.value.key, caught.value.line) == ("parameters_swapped", 2)
    assert told(caught.value).hint == "The page passes them in this order: def loss(a, b):"
    assert ReaderCode("def loss(u, v):\n    return u - v", wanted).functions["loss"](3, 1) == 2


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("def loss(x):\n    return lenght([x])", "len"),
        ("def loss(weights):\n    return weigths", "weights"),
        ("import numppy", "numpy"),
        ("def loss(x):\n    return abs(x) + mx(x, 1)", "max"),
        ("def loss(x):\n    return rat", "rate"),
        ("y = 'a'.uper()", "upper"),
        ("fro i in range(3):\n    pass", "for"),  # a word that opens a block
    ],
)
def test_the_nearest_name_is_offered(text: str, near: str | None) -> None:
    assert mistake_of(text).numbers.get("near") == near


def test_both_shapes_are_named() -> None:
    assert told(mistake_of("y = np.zeros(2) + np.zeros((3, 3))")).what.startswith(
        "The shapes (2,) and (3,3) don’t fit"
    )


def test_a_translation_takes_the_place_of_the_english_sentences() -> None:
    mistake = mistake_of("rate = 0,5")
    german = translations.catalogue("de").get("code", {})
    assert told(mistake, {"mistake.decimal_comma": "„{text}“ hat ein Komma."}).what == "„0,5“ hat ein Komma."
    assert told(mistake, {}) == told(mistake)
    assert "0.5" in told(mistake, german).hint


def test_a_module_that_is_not_there_is_told_with_those_that_can_be_used() -> None:
    assert all(module in told(mistake_of("import tensorflow")).hint for module in MODULES)
