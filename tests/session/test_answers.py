"""Answers in a result: they come back, are bounded, take their place in the table, and old codes are read."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.session.code_finder import search
from downhill.session.collect_verbs import collect
from downhill.session.collection import gather
from downhill.session.result import MOST_ANSWER, QUESTIONS, Lesson, Result, cleaned
from downhill.session.result_code import BROKEN, LONGEST, MISFIT, decode, encode
from downhill.session.result_fit import known, misfits
from downhill.session.result_verbs import result
from downhill.text.format import DASH, PAGE
from tests.session.test_result_code import sealed
from tests.support.player import Player

SESSION = Player(all_lessons(), all_models())
PLAYED = {lesson.id: Lesson(9_999_999, 9_999_999, True, text="t" * 160) for lesson in every_lesson()}
answers = st.dictionaries(st.sampled_from(QUESTIONS), st.text(max_size=300), max_size=3)


@given(answers, st.integers(0, 99))
def test_what_was_written_comes_back_in_one_line_and_cut(written: dict[str, str], changed: int) -> None:
    found = decode(encode(Result("Ada", "v", PLAYED, answers=written, changed=changed)))
    assert isinstance(found, Result)
    whole = {id_: cleaned(text, MOST_ANSWER) for id_, text in written.items()}
    assert found.answers == {id_: text for id_, text in whole.items() if text}
    assert (found.lessons, found.changed) == (PLAYED, changed)


def test_the_longest_answers_in_any_signs_are_read_and_joined_from_a_mail() -> None:
    dice = random.Random(5)
    told = {
        id_: "".join(chr(dice.randrange(0x1F300, 0x1FAFF)) for _ in range(MOST_ANSWER)) for id_ in QUESTIONS
    }
    told = {id_: cleaned(text + "🙂" * MOST_ANSWER, MOST_ANSWER) for id_, text in told.items()}
    code = encode(Result("x" * 20, "123456789", PLAYED, answers=told))
    assert len(code) < LONGEST / 1.3
    found = decode(code)
    assert isinstance(found, Result)
    assert found.answers == told
    mail = "\n".join(f"> {code[at : at + 72]}" for at in range(0, len(code), 72))
    assert [each.code for each in search(mail).found] == [code]
    assert decode(code[:-3]) == decode(code[:900] + code[901:]) == BROKEN


def test_an_answer_writes_no_other_field() -> None:
    found = decode(encode(Result(answers={"hand": "a\nline.moves=7\nname=Bob\nchanged=-1"})))
    assert found == Result(answers={"hand": "a line.moves=7 name=Bob changed=-1"})


def test_a_code_from_before_there_were_answers_is_read() -> None:
    old = sealed("name=Ada\nvisit=7\nline.moves=3\nline.solved=1")
    assert decode(old) == Result("Ada", "7", {"line": Lesson(3, solved=True)})


@pytest.mark.parametrize("count", ["-1", "many", "1.5", "99999999999"])
def test_a_count_of_changes_that_is_none_does_not_fit(count: str) -> None:
    assert decode(sealed(f"answer-hand=so\nchanged={count}")) == MISFIT


def test_what_is_asked_for_has_the_answers_and_they_alone_are_no_empty_result() -> None:
    session = Player(all_lessons(), all_models())
    told = result(session, "", "", [], {"hand": " too  many \n", "sentence": " "}, 2)
    assert not told["empty"]
    assert decode(told["code"]) == Result(answers={"hand": "too many"}, changed=2)
    assert result(session, "", "", [], {"sentence": "\n"}, 0)["empty"]


def test_a_later_answer_of_the_same_visit_takes_the_place_of_an_older_one() -> None:
    early = Result("Ada", "v", {"line": Lesson(3)}, answers={"hand": "because it is long"}, changed=1)
    late = early._replace(answers={"hand": "short"}, changed=2)
    first, second = encode(early), encode(late)
    for found in ([(first, early), (second, late)], [(second, late), (first, early)]):
        assert [*gather([], found).results.values()] == [late]


def test_the_table_has_a_column_for_each_question_that_somebody_has_answered() -> None:
    ada = Result("Ada", "a", {"line": Lesson(3)}, answers={"hand": "<b>too many</b>"})
    bob = Result("Bob", "b", {"line": Lesson(4)})
    table = collect(SESSION, [], f"{encode(ada)} {encode(bob)}")
    assert table["head"][-1] == PAGE["asked.hand"]
    assert [row[-1] for row in table["rows"]] == ["<b>too many</b>", DASH]
    assert len({len(row) for row in (table["head"], table["foot"], *table["rows"])}) == 1
    alone = collect(SESSION, [], encode(bob))
    assert PAGE["asked.hand"] not in alone["head"]
    assert [*misfits(ada, known(every_lesson()))] == []
