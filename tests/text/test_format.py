"""Numbers and sentences as a reader sees them."""

import re
import string
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from downhill.text.format import MINUS, PAGE, figures, fill, number, numbers, rate_shown, significant
from tools.languages import translations

THIN = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.0, 2, "0.00"),
        (-0.0, 2, "0.00"),
        (-0.001, 2, "0.00"),
        (-1.5, 1, f"{MINUS}1.5"),
        (1234567.891, 1, "1,234,567.9"),
        (-12345.0, 0, f"{MINUS}12,345"),
        (999.999, 2, "1,000.00"),
        (1.65, 1, "1.7"),
        (-0.075, 2, f"{MINUS}0.08"),
        (0.125, 2, "0.13"),
        (2.5, 0, "3"),
        (2.5e12, 1, f"2.5{THIN}×{THIN}10¹²"),
        (-1e9, 1, f"{MINUS}10⁹"),
        (float("nan"), 2, "–"),
        (float("inf"), 2, "–"),
        (float("-inf"), 2, "–"),
    ],
)
def test_a_number_has_fixed_decimals_a_true_minus_and_thousands_and_rounds_as_at_school(
    value: float, decimals: int, text: str
) -> None:
    assert number(value, decimals) == text


@given(st.lists(st.floats(-1e10, 1e10) | st.just(float("nan"))), st.integers(0, 6))
def test_a_column_of_numbers_is_written_as_each_of_them_is(values: list[float], decimals: int) -> None:
    assert numbers(values, decimals) == [number(value, decimals) for value in values]


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
    shown = number(value, decimals).replace(MINUS, "-").replace(",", "")
    assert float(shown) == pytest.approx(value, abs=0.51 * 10**-decimals + 1e-15 * abs(value))


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.3, "0.30"), (1.0, "1.0"), (12.0, "12"), (0.0002, "0.00020"), (1234.0, "1,234")],
)
def test_significant_digits_are_kept_at_any_size(value: float, text: str) -> None:
    assert significant(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.00"),
        (2816.38, "2,820"),
        (123.4, "123"),
        (-12.34, f"{MINUS}12.3"),
        (9.996, "10.0"),
        (99.96, "100"),
        (-1.65, f"{MINUS}1.65"),
        (0.609375, "0.61"),
        (0.075, "0.075"),
        (0.0999, "0.10"),
        (1e6, "1\N{NO-BREAK SPACE}million"),
        (-0.00012, f"{MINUS}1.2{THIN}×{THIN}10⁻⁴"),
        (float("nan"), "–"),
    ],
)
def test_a_number_that_can_be_said_has_three_figures_at_most(value: float, text: str) -> None:
    assert figures(value) == text
    assert fill("{v:f}", {"v": value}) == text


@given(st.floats(-1e9, 1e9))
@settings(deadline=None)
def test_no_number_that_can_be_said_has_more_than_three_figures(value: float) -> None:
    digits = re.sub(r"10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|[^0-9]", "", figures(value))
    assert len(digits.strip("0")) <= 3
    assert len(digits.lstrip("0")) <= 6


@pytest.mark.parametrize(
    ("rate", "text"),
    [
        (8.3, "8.3"),
        (0.3, "0.30"),
        (0.001, "0.0010"),
        (0.00024, f"2.4{THIN}×{THIN}10⁻⁴"),
        (1e-4, "10⁻⁴"),
        (3.14e-8, f"3.1{THIN}×{THIN}10⁻⁸"),
    ],
)
def test_a_rate_below_a_thousandth_is_a_power_of_ten(rate: float, text: str) -> None:
    assert rate_shown(rate) == text
    assert fill("{r:rate}", {"r": rate}) == text


def test_a_sentence_is_filled_with_as_many_decimals_as_it_asks_for() -> None:
    assert fill("{a:0}, {a:3}, {a}", {"a": -1.23456}) == f"{MINUS}1, {MINUS}1.235, {MINUS}1.23"
    assert fill("{name} is {n:0}", {"name": "x", "n": 3}) == "x is 3"


def test_every_sentence_of_the_page_has_only_gaps_with_names() -> None:
    for key, text in PAGE.items():
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in names), key
        assert text.strip() == text != "", key


COUNTED = re.compile(
    r"(?<!step )(?<!Schritt )(?<!paso )(?<!passo )(?<!pas )"
    r"\{(steps|moves|count|target|used)(:0)?\} (?!(of|von|de|del|do|sur)\b)[^\W\d_]"
)
FIXED = {
    "landmark.repeats": "a word that it writes over and over stands more than once in its text",
    "race.never": "as many steps as a race has at most",
    "sheet.first": "as many steps as a challenge of a lesson needs",
    "sheet.trained": "as many steps as a challenge of a lesson needs",
    "python.numbers": "more than are written out",
    "mark.people": "the most that one of 100 people's words can have, a fifth of them or more",
    "prompt.unknown": "as many words as a training text has",
    "share.long": "as many characters as a long link has",
    "editing.unlinked": "more characters than a link has room for",
    "share.code.long": "as many characters as a long link has",
    "result.long": "as many characters as a long link has",
    "result.code.long": "as many characters as a long link has",
    "kept.step": "said of a single step",
    "kept.steps": "said of all other counts",
    "film.not-there": "as many tiny steps as the film takes, where they do not lead to level ground",
    "film.each": "as many questions as a sentence has words, and a full stop",
    "film.keyed": "as many questions as a training text has words",
    "film.stands": "a word that it writes over and over stands more than once in its text",
    "home.how": "as many steps as every round of a class has",
    "mine.train": "as many steps as every round of a class has",
    "film.lies-win": "as many lies as the film adds",
    "L3.stem": "as many students as a class has",
    "asking.about.1": "as many questions as a questionnaire has",
    "film.lies-lose": "as many lies as the film adds",
}
"""What is never said of one, or of nothing else."""
CODES = ["en", *(code for code in translations.codes() if not code.startswith("zh"))]


def agreeing(rooms: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """The keys of the sentences in which a word follows its count."""
    for room in rooms.values():
        yield from (key for key, text in room.items() if COUNTED.search(text) and "challenge." not in key)


@pytest.mark.parametrize("code", CODES)
def test_no_sentence_says_one_steps(code: str) -> None:
    rooms = translations.english() if code == "en" else translations.catalogue(code)
    found = {*agreeing(rooms)}
    assert found >= {"kept.step", "kept.steps"}
    assert found - {*FIXED} == set()
