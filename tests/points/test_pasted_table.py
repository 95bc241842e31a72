"""Tables as people paste them: whoever wrote them, the same numbers come out, or a sentence names the row."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.points.pasted_table import LARGEST, MOST, SMALLEST, Table, parse
from downhill.points.points import write
from downhill.text.format import PAGE, fill
from downhill.text.mistake import Mistake
from tests.support.often import often

SEPARATORS = {
    "tab": "\t",
    "semicolon": ";",
    "comma": ",",
    "comma and blank": ", ",
    "blank": " ",
    "blanks": "   ",
}
MARKS = {"point": ".", "comma": ","}
CLEAR = [  # what a program writes that keeps its marks apart
    pytest.param(separator, mark, id=f"{name}, decimal {called}")
    for name, separator in SEPARATORS.items()
    for called, mark in MARKS.items()
    if separator != mark
]
sizes = st.floats(-LARGEST, LARGEST).filter(lambda value: not 0 < abs(value) < SMALLEST)
numbers = st.decimals(-1_000_000, 1_000_000, places=2).map(float)
tables = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=30)


def rows(text: str) -> list[list[float]]:
    """The numbers of a table."""
    return [[float(x), float(y)] for x, y in parse(text).points]


def read(text: str) -> Table | Mistake:
    """What comes out of a text."""
    try:
        return parse(text)
    except Mistake as mistake:
        return mistake


def wrong(text: str) -> Mistake:
    """The mistake that a table makes."""
    with pytest.raises(Mistake) as caught:
        parse(text)
    return caught.value


def said(mistake: Mistake) -> str:
    """The sentence for a mistake."""
    return fill(PAGE[mistake.key], mistake.numbers)


@pytest.mark.parametrize(("separator", "mark"), CLEAR)
@often(300)
@given(table=tables)
def test_what_one_program_writes_is_read_as_it_was_meant(
    separator: str, mark: str, table: list[tuple[float, float]]
) -> None:
    text = "\n".join(separator.join(f"{x:.2f}".replace(".", mark) for x in row) for row in table)
    assert rows(text) == [list(row) for row in table]


@pytest.mark.parametrize(("separator", "mark"), CLEAR)
@often(300)
@given(table=tables)
def test_whole_numbers_among_the_others_are_read_as_they_were_meant_or_refused(
    separator: str, mark: str, table: list[tuple[float, float]]
) -> None:
    text = "\n".join(separator.join(f"{x:g}".replace(".", mark) for x in row) for row in table)
    outcome = read(text)
    if isinstance(outcome, Mistake):
        assert outcome.key == "table.ambiguous"
    else:
        assert outcome.points.tolist() == [[float(f"{x:g}") for x in row] for row in table]


@pytest.mark.parametrize("separator", ["\t", ";"])
@pytest.mark.parametrize(
    ("mark", "thousands"), [(".", ","), (",", "."), (".", " "), (",", " "), (",", "\u202f"), (".", "’")]
)
@often(300)
@given(table=tables)
def test_thousands_are_parted_by_whatever_is_not_the_decimal_mark(
    separator: str, mark: str, thousands: str, table: list[tuple[float, float]]
) -> None:
    parted = str.maketrans({".": mark, ",": thousands})
    text = "\n".join(separator.join(f"{x:,.2f}".translate(parted) for x in row) for row in table)
    assert rows(text) == [list(row) for row in table]


@given(places=st.lists(st.tuples(sizes, sizes), min_size=1, max_size=MOST))
def test_points_as_the_page_writes_them_come_back_bit_by_bit(places: list[tuple[float, float]]) -> None:
    table = parse(write(places, ("size", "price")))
    assert table.points.tolist() == [list(place) for place in places]
    assert table.names == ("size", "price")


@given(st.text("0123456789.,; \t\n\r\"'-−$€exna∞\x00\ufeff", max_size=60) | st.text(max_size=40))
def test_any_text_at_all_is_a_table_or_a_mistake_with_a_sentence_and_a_place(text: str) -> None:
    outcome = read(text)
    if isinstance(outcome, Mistake):
        assert 0 <= outcome.start <= outcome.end <= len(text)
        assert said(outcome)
    else:
        assert outcome.points.shape == (len(outcome.points), 2)
        assert (np.abs(outcome.points) <= LARGEST).all()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1,2\n3,4", [[1, 2], [3, 4]]),
        ("1,5\n2,5", [[1, 5], [2, 5]]),
        ("1,5;2,7", [[1.5, 2.7]]),
        ("1,5 2,7", [[1.5, 2.7]]),
        ("1,5\t2,7", [[1.5, 2.7]]),
        ("1,5, 2,7\n3, 4,5", [[1.5, 2.7], [3, 4.5]]),
        ('"1,5","2,7"\n"3","4"', [[1.5, 2.7], [3, 4]]),
        ('"1,500","200"\n"900.5","100"', [[1500, 200], [900.5, 100]]),
        ("1,500;2,750", [[1.5, 2.75]]),
        ("1.500;2,75", [[1500, 2.75]]),
        ("1.500\t2.750", [[1.5, 2.75]]),
        ("1,400\t284,000\n950\t1,184,000", [[1400, 284000], [950, 1184000]]),
        ("1 200,250\n950,184", [[1200, 250], [950, 184]]),
        ("1 200,5\n950 184", [[1, 200.5], [950, 184]]),
        ("1\xa0200,250\n1\xa0300,260", [[1200, 250], [1300, 260]]),
        ("1.234.567 2", [[1234567, 2]]),
        (",5 ,25", [[0.5, 0.25]]),
        ("-1;−2\n+3;–4", [[-1, -2], [3, -4]]),
        ("1e3;2.5E-2", [[1000, 0.025]]),
        ("$1,200.50;-$5\n$7;$8", [[1200.5, -5], [7, 8]]),
        ("120 m²;284 000 €\n90 m²;190 000 €", [[120, 284000], [90, 190000]]),
        ("\ufeff1;2;\r\n\r\n  3;4;;\r\n;;\r", [[1, 2], [3, 4]]),
    ],
)
def test_a_table_reads_as_most_people_would_read_it(text: str, meant: list[list[float]]) -> None:
    assert rows(text) == meant


@pytest.mark.parametrize(
    "text",
    ["1,234\t5,678", "1,234 5,678", "1,200, 3,400", "1 200,250\n1 300,260", "1.234\t5,678", "1,5,2,7\n1,2"],
)
def test_a_table_that_can_be_read_in_two_ways_is_refused(text: str) -> None:
    mistake = wrong(text)
    assert mistake.key == "table.ambiguous"
    assert text[mistake.start : mistake.end] == text.split("\n")[0]


@pytest.mark.parametrize(
    ("text", "key", "row", "named"),
    [
        ("1;2\n3;four\n5;6", "table.nan", 2, "four"),
        ("1;2\n\n3;", "table.short", 3, "3"),
        ("x;y\r\n1;2\r\n;4", "table.short", 3, ";4"),
        ("1\n2\n3", "table.short", 1, "1"),
        ("1;2\n3;inf", "table.nan", 2, "inf"),
        ("nan;2", "table.nan", 1, "nan"),
        ("1;2\n3;1e400", "table.large", 2, "1e400"),
        ("1;2\n1000000001;4", "table.large", 2, "1000000001"),
        ("1;2\n-1e-300;4", "table.small", 2, "-1e-300"),
        ("1;284k\n2;300k\n3;250", "table.other", 3, "3;250"),
        ("$1;2\n€3;4\n$5;6", "table.other", 2, "€3;4"),
        ("1;2,5\n3;2.5.1\n4;5,5", "table.nan", 2, "2.5.1"),
        ("1;2\n" + "3" * 500 + ";4", "table.wide", 2, "3333"),
    ],
)
def test_a_bad_row_is_named_with_its_text(text: str, key: str, row: int, named: str) -> None:
    mistake = wrong(text)
    assert (mistake.key, mistake.numbers["row"]) == (key, str(row))
    assert named in said(mistake)
    assert f"ow {row}" in said(mistake)
    assert named in text[mistake.start : mistake.end]


@pytest.mark.parametrize("text", ["", " \n\t\n", "size;price", "\ufeff"])
def test_a_text_without_a_row_of_numbers_is_no_table(text: str) -> None:
    assert wrong(text).key == "table.empty"


def test_two_hundred_rows_are_read_and_one_more_is_refused() -> None:
    assert len(parse("x,y\n" + "1,2\n" * MOST).points) == MOST
    mistake = wrong("x,y\n" + "1,2\n" * (MOST + 1))
    assert "201" in said(mistake)
    assert mistake.start == len("x,y\n") + MOST * len("1,2\n")
    assert wrong("1" * 200_000).key == "table.endless"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("size (sq ft),price ($k)\n1,2", ("size (sq ft)", "price ($k)")),
        ('"a; b";"c ""d"""\n1;2', ("a; b", 'c "d"')),
        ("<b>x</b>\ty\x07\u2028z\n1\t2", ("<b>x</b>", "y z")),
        ("x" * 99 + ";y\n1;2", ("x" * 29 + "…", "y")),
        ("only\n1;2", None),
        ("1;2", None),
    ],
)
def test_a_row_of_words_before_the_numbers_names_the_columns(
    text: str, names: tuple[str, str] | None
) -> None:
    table = parse(text)
    assert (table.names, table.points.tolist()) == (names, [[1.0, 2.0]])


def test_of_more_than_two_columns_the_first_two_are_used_and_all_are_counted() -> None:
    table = parse("1,2,good\n3,4,bad")
    assert (table.points.tolist(), table.columns) == ([[1, 2], [3, 4]], 3)
