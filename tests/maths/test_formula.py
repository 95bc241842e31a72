"""A typed function: its meaning, its slope, how it is shown, and what is wrong where it means nothing."""

import math
from collections.abc import Callable
from xml.etree.ElementTree import fromstring

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from downhill.maths.formula import Formula, read
from downhill.maths.formula.duals import FUNCTIONS
from downhill.maths.formula.parser import LONGEST
from downhill.text.format import PAGE, fill
from downhill.text.mistake import Mistake
from tests.support.functions import trees
from tests.support.often import often

MEANINGS: list[tuple[str, Callable[[float], float]]] = [
    ("x^2", lambda x: x * x),
    ("x**2", lambda x: x * x),
    ("-x^2", lambda x: -(x * x)),
    ("(-x)^2", lambda x: x * x),
    ("2^3^2 + 0x", lambda x: 512),
    ("2^-x", lambda x: 2.0**-x),
    ("10 - 4 - 3 + x", lambda x: 3 + x),
    ("12/3/2 x", lambda x: 2 * x),
    ("1/2x", lambda x: x / 2),
    ("2x", lambda x: 2 * x),
    ("3(x+1)", lambda x: 3 * (x + 1)),
    ("(x+1)(x-1)", lambda x: x * x - 1),
    ("x sin(x)", lambda x: x * math.sin(x)),
    ("xsin(x)", lambda x: x * math.sin(x)),
    ("sin x cos x", lambda x: math.sin(x) * math.cos(x)),
    ("sin 2x", lambda x: math.sin(2 * x)),
    ("sin 2pi x", lambda x: math.sin(2 * math.pi * x)),
    ("sin(x)x", lambda x: math.sin(x) * x),
    ("sin²x + cos^2(x)", lambda x: 1),
    ("sin x^2", lambda x: math.sin(x * x)),
    ("|x|", abs),
    ("||x|-2||x|", lambda x: abs(abs(x) - 2) * abs(x)),
    ("|x|x|x-1|", lambda x: abs(x) * x * abs(x - 1)),
    ("|x(|x|+1)|", lambda x: abs(x * (abs(x) + 1))),
    ("√(x²+1) − 2·x ÷ 3 × 4", lambda x: math.sqrt(x * x + 1) - 8 * x / 3),
    ("√4x", lambda x: 2 * x),
    ("0,5x + .25", lambda x: 0.5 * x + 0.25),
    ("πx + PI + e", lambda x: math.pi * x + math.pi + math.e),
    ("f(x) = X - Cos(X)", lambda x: x - math.cos(x)),
    ("y=x", lambda x: x),
    ("log(exp(x)) + ln e", lambda x: x + 1),
    ("log10(10^x) + xlog10(10)", lambda x: 2 * x),
    ("e^x", math.exp),
    ("x^3 - x¹", lambda x: x**3 - x),
    ("tanh(x) + arctan x + atan(x)", lambda x: math.tanh(x) + 2 * math.atan(x)),
    ("--x", lambda x: x),
    ("2*-x", lambda x: -2 * x),
    ("(0x)^0", lambda x: 1),
]


@pytest.mark.parametrize(("text", "meaning"), MEANINGS, ids=[text for text, _ in MEANINGS])
def test_a_formula_means_what_it_says(text: str, meaning: Callable[[float], float]) -> None:
    xs = np.array([-3.7, -1.0, 0.3, 1.0, 2.5])
    expected = [meaning(float(x)) for x in xs]
    np.testing.assert_allclose(read(text).both(xs)[0], expected, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose([read(text).both(x)[0] for x in xs], expected, rtol=1e-12, atol=1e-12)


MISTAKES = [
    ("", "formula.empty", ""),
    ("  ", "formula.empty", "  "),
    ("f(x) = ", "formula.empty", "f(x) = "),
    ("x" * (LONGEST + 3), "formula.long", "xxx"),
    ("x+$", "formula.sign", "$"),
    ("[x]", "formula.sign", "["),
    ("2x + sinn(x)", "formula.near", "sinn"),
    ("x + why", "formula.name", "why"),
    ("x + *2", "formula.after", "+ "),
    ("x^", "formula.after", "^"),
    ("*x", "formula.before", "*"),
    ("3()", "formula.hollow", "()"),
    ("2(x+1", "formula.open", "("),
    ("2x)+1", "formula.close", ")"),
    ("1+|x", "formula.bar", "|"),
    ("sin + 1", "formula.argument", "sin"),
    ("x 2", "formula.between", "x 2"),
    ("1,000.5", "formula.between", "1,000.5"),
    ("(" * 60 + "x" + ")" * 60, "formula.deep", "("),
    ("-" * 60 + "x", "formula.deep", "-"),
    ("x^" * 60 + "x", "formula.deep", "x"),
]


@pytest.mark.parametrize(("text", "key", "place"), MISTAKES)
def test_a_mistake_is_told_with_its_place(text: str, key: str, place: str) -> None:
    with pytest.raises(Mistake) as caught:
        read(text)
    assert (caught.value.key, text[caught.value.start : caught.value.end]) == (key, place)
    assert "{" not in fill(PAGE[key], caught.value.numbers)


def test_the_name_that_was_probably_meant_is_offered() -> None:
    with pytest.raises(Mistake) as caught:
        read("sqr(x)")
    assert fill(PAGE["formula.near"], caught.value.numbers) == "“sqr” isn’t known here. Did you mean sqrt?"


def test_every_sentence_about_a_formula_is_told_of_some_text() -> None:
    nowhere = (
        "formula.nowhere"  # what is no mistake of the text: `tests/lessons/test_landscape.py` provokes it
    )
    assert {key for _, key, _ in MISTAKES} | {nowhere} == {key for key in PAGE if key.startswith("formula.")}


def tried(text: str) -> tuple[Formula | None, Mistake | None]:
    """The function that a text spells, or the mistake in it."""
    try:
        return read(text), None
    except Mistake as mistake:
        return None, mistake


SIGNS = "x0123456789.,+-*/^()|²√π−·eE$="
scraps = st.lists(st.sampled_from([*SIGNS, *FUNCTIONS, " ", "pi", "log", "**", "sinx"]), max_size=60).map(
    "".join
)


@given(st.one_of(scraps, st.text(max_size=300)))
@often(3000)
def test_any_text_is_either_a_function_or_a_mistake_within_the_text(text: str) -> None:
    formula, mistake = tried(text)
    if mistake:
        assert 0 <= mistake.start <= mistake.end <= len(text)
        assert mistake.end > mistake.start or not text
        assert fill(PAGE[mistake.key], mistake.numbers)
    if formula is None:
        return
    for x in (-1.5, 0.0, 2.0):
        value, slope = formula.both(x)
        assert isinstance(float(value), float)
        assert isinstance(float(slope), float)
    fromstring(f"<math>{formula.mathml}</math>")


@pytest.mark.parametrize(
    "text", ["x" * 200, "x+" * 99 + "x", "x^" * 49 + "x", "√" * 49 + "x", "|" * 49 + "x" + "|" * 49]
)
def test_the_longest_and_the_deepest_formulas_are_computed_and_shown(text: str) -> None:
    formula = read(text)
    assert not math.isnan(float(formula.both(0.5)[0]))
    fromstring(f"<math>{formula.mathml}</math>")


@given(trees, st.integers(-500, 500).map(lambda hundredths: hundredths / 100))  # where a slider may stand
@often(2000)
def test_the_slope_is_exact(text: str, x: float) -> None:
    assume(len(text) <= LONGEST)
    formula = read(text)
    numeric = []
    for h in (1e-4, 5e-5):
        around = formula.both(np.array([x - h, x, x + h]))
        assume(np.isfinite(around).all() and np.abs(around).max() < 1e6)
        left, right = np.diff(around[0]) / h
        assume(abs(right - left) < 0.01 * (1 + abs(right)))  # no corner here
        numeric.append((around[0][2] - around[0][0]) / (2 * h))
    assume(abs(numeric[0] - numeric[1]) < 1e-6 * (1 + abs(numeric[1])))
    finer = (4 * numeric[1] - numeric[0]) / 3
    assert math.isclose(formula.both(x)[1], finer, rel_tol=1e-4, abs_tol=1e-4)


@given(trees)
@often(500)
def test_numbers_and_arrays_give_the_same(text: str) -> None:
    assume(len(text) <= LONGEST)
    formula, xs = read(text), np.linspace(-5, 5, 11)
    together = np.array(formula.both(xs))
    single = np.array([formula.both(x) for x in xs]).T
    defined = np.isfinite(together).all(axis=0) & (np.abs(together).max(axis=0) < 1e8)
    np.testing.assert_allclose(single[:, defined], together[:, defined], rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize(
    ("text", "x"),
    [
        ("1/x", 0.0), ("ln x", 0.0), ("ln x", -1.0), ("sqrt x", -1.0), ("x^-2", 0.0), ("x^0.5", -4.0),
        ("1/(1/x)", 0.0), ("arctan(1/x)", 0.0), ("exp(ln x)", 0.0), ("(1/x)^0", 0.0), ("1^(1/x)", 0.0),
        ("arcsin x", 2.0),
    ],
)  # fmt: skip
def test_what_is_not_defined_is_no_number_and_nothing_made_of_it_is(text: str, x: float) -> None:
    assert math.isnan(read(text).both(x)[0])
    assert math.isnan(read(text).both(np.array([x]))[0][0])


def test_a_corner_is_level_and_a_vertical_slope_is_no_number() -> None:
    assert read("|x|").both(0.0) == (0.0, 0.0)
    value, slope = read("sqrt x").both(0.0)
    assert value == 0
    assert math.isnan(slope)
