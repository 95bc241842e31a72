"""Values as they stand beside a line: short, true to their last digit, in the signs of the language."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.source.still import LONGEST, still
from downhill.source.values import DIGITS, IN_ROWS, LARGE, MOST, RETURNED, ROUNDING, SMALL, shown, texts
from downhill.text.format import MINUS, NARROW, RAISED, Signs, write_numbers_with
from tests.support.often import often

UNRAISED = {raised: plain for plain, raised in RAISED.items()}
SIZES = st.floats(-1e20, 1e20)


def read_back(text: str) -> float:
    """The number that a text tells, as English writes it."""
    plain = text.replace(MINUS, "-").replace(",", "").replace(f"{NARROW}×{NARROW}10", "e")
    plain = re.sub(r"^(-?)10(?=[⁻⁰-⁹¹²³])", r"\g<1>1e", plain)
    return float(plain.translate(UNRAISED))


def agree(text: str, value: float, digits: int = DIGITS) -> bool:
    """Whether a text gives a number to that many digits; a very small or large one to two."""
    share = 0.5 * 10.0 ** (1 - (digits if SMALL <= abs(value) < LARGE else 2))
    return abs(read_back(text) - value) <= share * abs(value) * (1 + 1e-9) + ROUNDING


def numbers_of(text: str) -> list[str]:
    """The numbers that a text has written out, row by row; a single one stands without brackets."""
    rows = re.findall(r"\[([^]]*)\]", text) or [text]
    return [each for row in rows for each in row.split("; ") if each != "…"]


def agree_in(text: str, values: Iterable[float]) -> bool:
    """Whether a text tells these numbers, or the first of them, and no others."""
    numbers, known = numbers_of(text), [float(value) for value in values]
    digits = IN_ROWS if text.startswith("[") else DIGITS
    pairs = zip(numbers, known[: len(numbers)], strict=True)
    return len(numbers) == min(len(known), MOST) and all(agree(*pair, digits) for pair in pairs)


def told(value: Any) -> str:
    """A value as it stands beside a line."""
    return shown(still(value))


def beside(*lines: dict[str, Any]) -> dict[str, str]:
    """What stands beside the lines of a function in which these values were worked out."""
    found = {at: {name: still(value) for name, value in line.items()} for at, line in enumerate(lines, 1)}
    return texts({"f": found, "g": {}})


@pytest.fixture
def german() -> Iterator[None]:
    write_numbers_with(Signs(",", "."))
    yield
    write_numbers_with(Signs())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (1e-13, "0"),
        (-1e-13, "0"),
        (-4.0, f"{MINUS}4"),
        (True, "True"),
        (np.float64(5.1375), "5.138"),
        (90_925.4, "90,925"),
        (1_000_000, "1,000,000"),
        (0.001, "0.001"),
        (-0.000_24, f"{MINUS}2.4{NARROW}×{NARROW}10⁻⁴"),
        (1e-4, "10⁻⁴"),
        (-2.46e9, f"{MINUS}2.5{NARROW}×{NARROW}10⁹"),
        (1e12, "10¹²"),
        (float("nan"), "nan"),
        (-float("inf"), f"{MINUS}inf"),
        ("cat", "“cat”"),
        (np.array(2.5), "2.5"),
        (np.array([2.5]), "2.5"),
        ((1.0, -2.5), f"[1; {MINUS}2.5]"),
        ([1.0, 2.0, 3.0, 4.0], "[1; 2; 3; 4]"),
        (np.arange(5.0), "[0; 1; 2; 3; …], 5 numbers"),
        (np.array([[0.123_45, 1.0], [2.0, 3.0]]), "[0.123; 1] [2; 3]"),
        (np.zeros((16, 117)), "16 × 117 numbers"),
        (np.zeros((2, 3, 4)), "2 × 12 numbers"),
        (np.empty(0), "[]"),
        (None, ""),
        ({"a": 1.0}, ""),
        ((np.zeros(2), np.zeros(2)), ""),
        (2, "2"),
        (10**400, ""),
        (np.bool_(False), "False"),
        (np.float32(0.5), "0.5"),
        (np.int64(3), "3"),
        (1j, ""),
        (np.complex128(1), ""),
        ("x" * 41, f"“{'x' * 39}…”"),
        ((1, "a"), ""),
        ([], "[]"),
        ([0.0] * (LONGEST + 1), ""),
        (np.arange(5.0)[::-1], "[4; 3; 2; 1; …], 5 numbers"),
        (np.array([True, False]), "[1; 0]"),
        (np.array(["a"]), ""),
        (np.array([None]), ""),
    ],
)
def test_a_value_is_told_in_few_digits_or_by_its_size(value: Any, text: str) -> None:
    assert told(value) == text


@often(300)
@given(SIZES)
def test_a_number_is_true_to_its_last_digit(value: float) -> None:
    assert agree(told(value), value)
    assert len(told(value)) <= len(f"{MINUS}999,999,999")


@often(300)
@given(st.lists(SIZES, min_size=2, max_size=3 * MOST))
def test_a_row_tells_its_first_numbers_and_how_many_there_are(values: list[float]) -> None:
    for row in (values, tuple(values), np.array(values)):
        text = told(row)
        assert agree_in(text, values)
        assert text.endswith(f"], {len(values)} numbers") == (len(values) > MOST)


@pytest.mark.usefixtures("german")
def test_numbers_are_written_in_the_signs_of_the_language_and_stay_apart() -> None:
    assert told((1.5, 2_500.0)) == "[1,5; 2.500]"
    assert told(2e-4) == f"2,0{NARROW}×{NARROW}10⁻⁴"


def test_what_stands_beside_a_line_names_each_value() -> None:
    lines = {"m": 30.0, "b": 2.0}, {"errors": np.array([1.0, 2.0])}, {RETURNED: 2.5}
    assert beside(*lines) == {"f:1": "m = 30, b = 2", "f:2": "errors = [1; 2]", "f:3": "→ 2.5"}


def test_of_what_a_function_is_given_long_rows_are_left_out_and_of_what_it_works_out_none() -> None:
    long, table, short = np.arange(MOST + 1.0), np.zeros((9, 9)), (1.0, 2.0)
    assert beside({"x": long, "y": table, "w": short}) == {"f:1": "w = [1; 2]"}
    assert beside({"x": long}, {"y": long}) == {"f:2": "y = [0; 1; 2; 3; …], 5 numbers"}


def test_what_is_neither_number_nor_text_is_left_out() -> None:
    layers = (np.zeros(3), np.zeros((3, 3)))
    assert beside({"net": layers, "rate": 0.5}, {"at": None}) == {"f:1": "rate = 0.5"}
