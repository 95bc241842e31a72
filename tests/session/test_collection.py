"""Collecting: codes in any mess of text become a table, once for each pupil; what is no code is told."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.session.code_finder import LONGEST, MOST, search
from downhill.session.collect_verbs import collect
from downhill.session.collection import collected, gather
from downhill.session.result import Lesson, Result
from downhill.session.result_code import BROKEN, encode
from downhill.session.result_fit import known
from downhill.text.format import DASH, PAGE, fill
from tests.support.evidence import fields
from tests.support.often import slow
from tests.support.player import Player

LESSONS = known(every_lesson())
SESSION = Player(all_lessons(), all_models())


def pupil(seed: int) -> Result:
    """Somebody who has done this and that."""
    dice = random.Random(seed)
    lessons = {
        name: Lesson(dice.randrange(1, 60), dice.randrange(1, 900), dice.random() < 0.5) for name in LESSONS
    }
    lessons["ten-thousand"] = lessons["ten-thousand"]._replace(text=f"I pet the cat {seed}.")
    return Result(f"Pupil {seed}" if seed % 2 else "", f"v{seed}", lessons)


def codes(count: int) -> list[str]:
    return [encode(pupil(seed)) for seed in range(count)]


def wrapped(code: str, width: int, mark: str = "", end: str = "") -> str:
    """A code as a mail breaks it."""
    return "\n".join(mark + code[at : at + width] + end for at in range(0, len(code), width))


def test_codes_are_found_in_lines_links_and_mails() -> None:
    one, two, three, four = codes(4)
    mess = (
        f"Hello!\r\nhere it is: {one}.\r\n\r\n<https://example.org/downhill/?teacher#result={two}>, bye\n"
        f"{wrapped(three, 60, '> ')}\n-- \nSent from\n"
        f"https://guard.example.org/?url=https%3A%2F%2Fexample.org%2F%23result%3D{four}&data=05\n"
    )
    looked = search(mess)
    assert [each.code for each in looked.found] == [one, two, three, four]
    assert all(isinstance(each.result, Result) for each in looked.found)
    assert [each.line for each in looked.found][:3] == [2, 4, 5]
    said = mess.splitlines()
    assert [said[line - 1] for line in looked.empty] == ["Hello!", "-- ", "Sent from"]


@pytest.mark.parametrize("width", [11, 40, 73, 76, 200])
@pytest.mark.parametrize(("mark", "end"), [("", ""), ("> ", ""), (">> ", " "), ("", "="), ("    ", "")])
def test_a_code_that_a_mail_has_broken_is_joined(width: int, mark: str, end: str) -> None:
    code = codes(1)[0]
    looked = search(f"{wrapped(code, width, mark, end)}\nand some words\n{code}")
    assert [each.code for each in looked.found] == [code, code]
    assert len(looked.empty) == 1


def test_a_broken_code_takes_nothing_from_the_lines_behind_it() -> None:
    one, two = codes(2)
    looked = search(f"{one[:-9]}\n{two}\nwords")
    assert [(each.code, each.line) for each in looked.found] == [(one[:-9], 1), (two, 2)]
    assert looked.found[0].result == BROKEN
    assert looked.empty == [3]


@slow
def test_of_a_text_that_is_too_long_the_line_is_told_at_which_reading_stopped() -> None:
    for text, line in (("downhill1.\n" * (MOST + 9), MOST + 1), ("downhill1. " * (MOST + 9), 1)):
        looked = search(text)
        assert (len(looked.found), looked.rest, looked.empty) == (MOST, line, [])
        assert fill(PAGE["collect.rest"], {"line": str(line)}) in collect(SESSION, [], text)["said"]
    assert search("words\n" * LONGEST).rest == LONGEST // len("words\n") + 1
    assert search("words\n" * 9).rest == 0


@given(st.text(alphabet=st.sampled_from("downhill1.ABC-_=> \n\r\t,#é")) | st.text())
def test_any_text_is_looked_through_and_every_line_is_accounted_for(text: str) -> None:
    looked = search(text)
    assert all(1 <= each.line <= len(text.splitlines()) for each in looked.found)
    assert all(text.splitlines()[line - 1].strip() for line in looked.empty)


def test_reasons_are_told_line_by_line() -> None:
    good, cut = codes(2)
    odd = encode(Result(lessons={"line": Lesson(solved=True)}))
    text = f"hi\n{good}\n{cut[:-5]}!\ndownhill7.abc\n{odd}\nbye\nbye"
    collection, said = collected([], text, LESSONS)
    assert list(collection.results) == [good]
    assert said == [
        fill(PAGE["collect.added"], {"count": 1}),
        fill(PAGE["collect.why.broken"], {"line": "3", "code": f"{cut[:24]}…"}),
        fill(PAGE["collect.why.newer"], {"line": "4", "code": "downhill7.abc"}),
        fill(PAGE["collect.why.misfit"], {"line": "5", "code": f"{odd[:24]}…"}),
        fill(PAGE["collect.why.none"], {"lines": "1, 6–7"}),
    ]


def test_pasted_again_and_again_nothing_is_there_twice() -> None:
    all_of_them = codes(30)
    there: list[str] = []
    for at in (0, 10, 5, 20, 0):
        there = [*collected(there, " ".join(all_of_them[at : at + 15]), LESSONS)[0].results]
    assert sorted(there) == sorted(all_of_them)
    collection, said = collected(there, "\n".join(all_of_them), LESSONS)
    assert [*collection.results] == there
    assert said == [fill(PAGE["collect.again"], {"count": 30})]


EARLY = Result("Ada", "v", {"line": Lesson(3)}, answers={"hand": "because it is long"}, changed=1)
LATE = (
    EARLY._replace(lessons={"line": Lesson(9)}),
    EARLY._replace(answers={"hand": "short"}, changed=2),
    EARLY._replace(more=fields("otter472", before="ru-----")),
    EARLY._replace(more=fields("otter472", before="ru-----", after="rrrrrrr")),
)


@pytest.mark.parametrize("late", LATE)
def test_of_one_visit_the_code_with_more_in_it_stays_in_its_place(late: Result) -> None:
    other = Result("Bob", "v", {"line": Lesson(5)})
    first, second, third = encode(EARLY), encode(late), encode(other)
    after = gather([first, third], [(second, late), (first, EARLY)])
    assert [*after.results.values()] == [late, other]
    assert (after.added, after.again, after.replaced) == (0, 1, 1)


def test_results_without_a_visit_are_told_apart_by_their_codes() -> None:
    one, two = (encode(Result(lessons={"line": Lesson(moves)})) for moves in (1, 2))
    assert len(collected([], f"{one} {two} {one}", LESSONS)[0].results) == 2


def test_the_table_says_what_was_done() -> None:
    two = f"{codes(2)[0]}\n{codes(2)[1]}"
    table = collect(SESSION, [], two)
    assert [row[0] for row in table["rows"]] == ["No. 1", "Pupil 1"]
    assert len({len(row) for row in (table["head"], table["foot"], *table["rows"])}) == 1
    for number, row in enumerate(table["rows"]):
        done = pupil(number)
        for cell, found in zip(row[1:-2], done.lessons.values(), strict=True):
            assert f"moves: {found.moves}, steps: {found.steps}" in cell
            assert cell.startswith("✓") == found.solved
        assert row[-1] == f"I pet the cat {number}."
    solved = [sum(pupil(seed).lessons[name].solved for seed in (0, 1)) for name in LESSONS]
    assert table["foot"][1:-2] == [f"{count} of 2" for count in solved]
    assert collect(SESSION, table["codes"], "")["rows"] == table["rows"]
    assert collect(SESSION, [], "") == {**collect(SESSION, [], ""), "rows": [], "foot": [], "said": []}


def test_the_table_of_three_hundred_has_a_column_for_each_question_that_somebody_has_answered() -> None:
    alone = collect(SESSION, [], "\n".join(codes(300)))
    assert PAGE["asked.hand"] not in alone["head"]
    assert len(alone["rows"]) == len(alone["codes"]) == 300
    table = collect(SESSION, alone["codes"], encode(Result("Ada", "a", answers={"hand": "<b>too many</b>"})))
    assert table["head"][-1] == PAGE["asked.hand"]
    assert [row[-1] for row in table["rows"]] == [DASH] * 300 + ["<b>too many</b>"]
    assert len({len(row) for row in (table["head"], table["foot"], *table["rows"])}) == 1
