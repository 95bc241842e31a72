"""Typed and echoed numbers, as the page's other Python reads and writes them."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from downhill.text.format import number
from page.browser.numbers import decimals, parse, short, shown
from tests.support.states import LESSONS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.5", 1.5),
        (" 1,5 ", 1.5),
        ("\N{MINUS SIGN}2", -2.0),
        ("-2", -2.0),
        ("+.5", 0.5),
        ("1e3", 1000.0),
        ("1\N{NARROW NO-BREAK SPACE}234.5", 1234.5),
        ("1\N{NO-BREAK SPACE}234", 1234.0),
        ("1 234,5", 1234.5),
        ("007", 7.0),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1,234,567.5", 1234567.5),
        ("1,234", 1234.0),
        ("-12,345,678", -12345678.0),
        ("0,125", 0.125),
        ("1234,567", 1234.567),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    assert parse(text) == value


def test_where_the_decimal_mark_is_a_comma_a_comma_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("page.browser.numbers.marks", [","])
    assert parse("1,234") == 1.234


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "one",
        "nan",
        "inf",
        "-infinity",
        "1_000",
        "0x10",
        "1.2.3",
        "1,2,3",
        "1.2,3,4",
        "1e999",
        "--1",
        "e",
        ".",
        "٣",
    ],
)
def test_what_is_no_finite_number_is_none(text: str) -> None:
    assert parse(text) is None


@given(st.text(max_size=30) | st.text("0123456789.,+-eE \N{MINUS SIGN}", max_size=12))
@settings(deadline=None, max_examples=200)
def test_any_text_and_signs_of_numbers_in_any_order_give_a_finite_number_or_none(text: str) -> None:
    value = parse(text)
    assert value is None or math.isfinite(value)


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
@settings(deadline=None)
def test_what_is_shown_is_read_back_as_the_number_rounded(value: float, places: int) -> None:
    assert parse(shown(value, places)) == pytest.approx(value, abs=0.51 * 10.0**-places, rel=1e-12)


@given(st.floats(-999, 999), st.integers(0, 6))
@settings(deadline=None)
def test_the_page_shows_a_number_as_the_kit_does(value: float, places: int) -> None:
    if abs(round(value, places)) < 1000:
        assert shown(value, places) == number(value, places)


def test_page_and_kit_agree_on_the_decimals_of_every_slider() -> None:
    for slider in (slider for lesson in LESSONS for slider in lesson.sliders):
        assert decimals(repr(slider.step).removesuffix(".0")) == slider.decimals


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (-200.0, "-200"), (0.05, "0.05"), (5e-05, "0.00005"), (-2e-08, "-0.00000002")],
)
def test_a_number_in_an_attribute_has_the_decimals_that_it_needs(value: float, text: str) -> None:
    assert short(value) == text
    assert decimals(short(value)) == len(text.partition(".")[2])
