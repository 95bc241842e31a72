"""Numbers and sentences as a reader sees them."""

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from downhill.words import MINUS, PAGE, fill, number, significant

THIN = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.0, 2, "0.00"),
        (-0.0, 2, "0.00"),
        (-0.001, 2, "0.00"),
        (-1.5, 1, f"{MINUS}1.5"),
        (1234567.891, 1, f"1{THIN}234{THIN}567.9"),
        (-12345.0, 0, f"{MINUS}12{THIN}345"),
        (999.999, 2, f"1{THIN}000.00"),
        (2.5e12, 1, "2.5e+12"),
        (float("nan"), 2, "–"),
        (float("inf"), 2, "–"),
        (float("-inf"), 2, "–"),
    ],
)
def test_a_number_has_fixed_decimals_a_true_minus_and_thin_thousands(
    value: float, decimals: int, text: str
) -> None:
    assert number(value, decimals) == text


@given(st.floats(allow_nan=True, allow_infinity=True), st.integers(0, 6))
@settings(deadline=None)
def test_no_number_is_shown_as_nan_infinite_or_negative_zero(value: float, decimals: int) -> None:
    text = number(value, decimals)
    assert "nan" not in text
    assert "inf" not in text
    assert re.search(r"[1-9]", text) or not text.startswith(MINUS)
    assert "-" not in text.replace("e-", "")


@given(st.floats(-1e8, 1e8), st.integers(0, 6))
@settings(deadline=None)
def test_a_shown_number_read_back_is_the_number_rounded(value: float, decimals: int) -> None:
    shown = number(value, decimals).replace(MINUS, "-").replace(THIN, "")
    assert float(shown) == pytest.approx(value, abs=0.51 * 10**-decimals)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.3, "0.30"), (1.0, "1.0"), (12.0, "12"), (0.0002, "0.00020"), (1234.0, f"1{THIN}234")],
)
def test_significant_digits_are_kept_at_any_size(value: float, text: str) -> None:
    assert significant(value) == text


def test_a_sentence_is_filled_with_as_many_decimals_as_it_asks_for() -> None:
    assert fill("{a:0}, {a:3}, {a}", {"a": -1.23456}) == f"{MINUS}1, {MINUS}1.235, {MINUS}1.23"
    assert fill("{name} is {n:0}", {"name": "x", "n": 3}) == "x is 3"


def test_a_number_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="missing"):
        fill("{missing:2}", {"there": 1.0})


def test_every_sentence_of_the_page_has_only_gaps_with_names() -> None:
    for key, text in PAGE.items():
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in names), key
        assert text.strip() == text != "", key


@pytest.mark.parametrize(
    "verdict",
    "converged stuck hovering diverging bouncing crawling converging edge overflow".split(),
)
def test_every_verdict_has_its_sentence(verdict: str) -> None:
    assert PAGE[f"verdict.{verdict}"].endswith(".")
