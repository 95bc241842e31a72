"""Points as text, and back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.points.points import MOST, NAMES, read, write

numbers = st.floats(allow_nan=False, allow_infinity=False, max_value=1e300, min_value=-1e300)
tables = st.lists(st.tuples(numbers, numbers), max_size=20)


@given(tables, st.text(), st.text())
def test_what_was_written_is_read_back_bit_by_bit(table: list[tuple[float, float]], x: str, y: str) -> None:
    points = read(write(table, (x, y)))
    np.testing.assert_array_equal(points.places, np.array(table, dtype=float).reshape(-1, 2))
    assert read(write(points.places, points.names)).names == points.names


def test_a_row_is_two_numbers_and_a_tab_and_the_first_line_may_name_the_columns() -> None:
    assert write([(1, 2.5), (-3e-7, 4)], ("flipper", "mass")) == "flipper\tmass\n1.0\t2.5\n-3e-07\t4.0"
    assert read("flipper\tmass\n1\t2").names == ("flipper", "mass")
    assert read("1\t2\n3\t4").names == NAMES
    assert write([(1, 2)], ("a\tb", " ")) == "a b\ty\n1.0\t2.0"


def test_no_points_are_an_empty_text() -> None:
    assert write([]) == ""
    assert read("").places.shape == (0, 2)


def test_names_that_look_like_numbers_are_not_written_since_they_would_be_read_as_a_point() -> None:
    assert read(write([(1, 2)], ("3", "4"))).places.shape == (1, 2)


@pytest.mark.parametrize(
    "text", ["1\tnan", "inf\tnan", "1\t2\n3", "1\t2\n\n3\t4", "1\t2\nx\ty", "1\t2\n3\tinf", "1 2", "1\t2\n"]
)
def test_a_line_that_is_no_row_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="is no row of two numbers"):
        read(text)


def test_more_rows_than_there_may_be_are_refused_both_ways() -> None:
    with pytest.raises(ValueError, match=f"more than {MOST} rows"):
        read("\n".join(["1\t2"] * (MOST + 1)))
    with pytest.raises(ValueError, match=f"at most {MOST} rows"):
        write([(1, 2)] * (MOST + 1))
    with pytest.raises(ValueError, match="finite"):
        write([(1, float("inf"))])
