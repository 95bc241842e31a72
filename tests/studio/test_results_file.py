"""Results as CSV: read again they are the same, and no spreadsheet takes a cell for a formula."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.session.result import QUESTIONS, Lesson, Result
from downhill.session.result_code import encode
from downhill.session.session import Session
from downhill.studio.results_file import COLUMNS, FORMULA, MARK, TRIED, quoted_csv, results_file
from downhill.studio.studio import Studio

STUDIO = Studio(Session(all_lessons(), all_models()))
BEGUN = re.compile(r"""[\s"]*[=+\-@＝＋－＠]""")
"""A cell that begins a formula, for a spreadsheet that looks beyond blanks and quotation marks."""


def read(text: str) -> list[list[str]]:
    assert text.startswith(MARK)
    return [*csv.reader(io.StringIO(text.removeprefix(MARK), newline=""))]


def test_the_file_says_what_the_codes_say_in_columns_of_every_language() -> None:
    lesson = Lesson(3, 40, True, ("hand", "rate"), ("calm",))
    tried = {"lies": "3-,60+,30+,90+", "stopped": "420:12,900:47"}
    model = Lesson(0, 200, text="I pet the “cat”, and…", more=tried)
    answers = {"downhill": "=HYPERLINK(1)", "sentence": 'less "wrong", always'}
    ada = Result("Ada, B.", "a", {"line": lesson, "ten-thousand": model}, answers=answers)
    file = results_file(STUDIO, [encode(ada), encode(Result("", "b")), "junk", "downhill1.x"])
    assert (file.name, file.type) == ("downhill-results.csv", "text/csv;charset=utf-8")
    head, *rows = read(file.data.decode())
    named = [f"{each.id}.{column}" for each in every_lesson() for column in COLUMNS]
    assert head == ["number", "name", *named, "sentence", *(f"answer-{id_}" for id_ in QUESTIONS), *TRIED]
    full, empty = (dict(zip(head, row, strict=True)) for row in rows)
    assert [full[f"line.{column}"] for column in COLUMNS] == ["3", "40", "1", "hand rate", "calm"]
    assert [full[name] for name in TRIED] == ["3", "30", "900", "47"]
    assert [full[f"answer-{id_}"] for id_ in QUESTIONS] == ["'=HYPERLINK(1)", "", 'less "wrong", always']
    assert [empty[name] for name in (*TRIED, *(f"answer-{id_}" for id_ in QUESTIONS))] == [""] * 7
    assert (full["name"], full["sentence"]) == ("Ada, B.", "I pet the “cat”, and…")
    assert (empty["number"], empty["name"], empty["valley.solved"]) == ("2", "", "0")


@pytest.mark.parametrize("sign", FORMULA)
def test_a_name_that_looks_like_a_formula_is_text(sign: str) -> None:
    ((cell,),) = read(quoted_csv([(f"{sign}cmd|' /C calc'!A0",)]))
    assert cell == f"'{sign}cmd|' /C calc'!A0"


@given(st.lists(st.lists(st.text(), min_size=1), min_size=1))
@example([["1", "x;=1+1;y"], ["2", 'x\t"=1+1'], ["3", "x\n =1+1"]])
def test_any_table_comes_back_and_no_cell_begins_a_formula_whatever_separates_cells(
    rows: list[list[str]],
) -> None:
    text = quoted_csv(rows)
    assert [[cell.replace("'", "") for cell in row] for row in read(text)] == [
        [cell.replace("'", "") for cell in row] for row in rows
    ]
    for separator in ",;\t":
        lines = csv.reader(io.StringIO(text.removeprefix(MARK), newline=""), delimiter=separator)
        assert not any(BEGUN.match(cell) for row in lines for cell in row)
