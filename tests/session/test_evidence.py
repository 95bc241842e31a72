"""Before and after: questionnaires are paired by word, counted, and compared as a class."""

from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.evidence.answers import PAIR, TEST, WHY, Answers, merged, read, write
from downhill.evidence.items import BY_ID, OCCASIONS, ids_asked
from downhill.evidence.statistics import difference, gain, quantile, within
from downhill.lessons import every_lesson
from downhill.session.evidence import misconceptions, near_words, persons, right, sums
from downhill.session.result import QUESTIONS, Fields, Lesson, Result
from downhill.session.result_code import decode, encode
from tests.support.evidence import fields, of_the_class


def letters_of(occasion: str) -> st.SearchStrategy[str]:
    each = (st.sampled_from(BY_ID[id_].letters + "?-") for id_ in ids_asked(occasion))
    return st.tuples(*each).map("".join)


ANSWERS = st.sampled_from(OCCASIONS).flatmap(
    lambda occasion: st.tuples(
        st.just(occasion),
        st.builds(
            Answers,
            st.sampled_from("c" if occasion == "later" else "ab"),
            letters_of(occasion),
            st.sampled_from("-0123456789"),
            st.sampled_from(["", "Its data is old.", "Weil’s so in den Daten stand …"]),
        ),
    )
)


def test_of_a_class_of_twelve_every_number_is_the_one_written_down() -> None:
    pairs = persons(of_the_class(), {}).pairs
    before, after = sums(pairs)
    found = difference(before, after)
    assert (len(pairs), sum(before), sum(after)) == (12, 14, 64)
    rounded = [round(each, 2) for each in (found.mean, found.deviation, found.low, found.high)]
    assert rounded == [4.17, 1.53, 3.20, 5.14]
    assert round(gain(mean(before), mean(after), 7), 2) == 0.71
    assert right(pairs) == {
        "D1": (3, 10),
        "D2": (1, 11),
        "D3": (2, 9),
        "D4": (2, 8),
        "L1": (1, 10),
        "L2": (2, 9),
        "L3": (3, 7),
    }
    assert misconceptions(pairs) == {
        "programmed": (1, 1),
        "exactness": (6, 3),
        "storage": (6, 1),
        "continuous": (8, 3),
        "users": (3, 1),
        "fetches": (3, 1),
    }


@given(ANSWERS)
def test_any_answers_come_back_from_a_code(answers: tuple[str, Answers]) -> None:
    occasion, test = answers
    code = encode(
        Result(visit="v", more={PAIR: "otter472", TEST + occasion: write(test), WHY + occasion: test.why})
    )
    found = decode(code)
    assert isinstance(found, Result)
    assert read(occasion, found.more[TEST + occasion], found.more.get(WHY + occasion, "")) == test
    assert merged(test, test) == test


@pytest.mark.parametrize(
    ("occasion", "text"),
    [
        ("before", "2a:rrrrrrr.5"),
        ("before", "1d:rrrrrrr.5"),
        ("before", "1a:rrrrrr.5"),
        ("before", "1a:rrrrrrz.5"),
        ("before", "1a:rrrrrrr.55"),
        ("before", "1c:rrrrrrr.5"),
        ("later", "1a:rrr.5"),
        ("later", "1c:rrrrrrr.5"),
        ("after", ""),
    ],
)
def test_what_this_page_can_not_have_written_is_left_out_and_counted(occasion: str, text: str) -> None:
    assert read(occasion, text) is None
    good = fields("otter472", before="rrrrrrr")
    found = persons([good | {TEST + occasion: text, PAIR: "otter472"}], {})
    assert found.newer == 1
    assert [{*person.tests} for person in found.persons] == [{"before"}] * (occasion != "before")


def test_two_answers_to_one_question_under_one_word_leave_the_word_out() -> None:
    one, other = fields("otter472", before="rrrrrrr"), fields("otter472", before="vrrrrrr")
    more = fields("otter472", after="rrrrrrr")
    assert persons([one, more, other], {}) == ([], ["otter472"], 0, 0)
    assert persons([one, one, more], {}).pairs


def test_a_questionnaire_that_was_finished_later_is_one_with_its_beginning() -> None:
    begun, done = fields("otter472", before="ru-----"), fields("otter472", before="rumrrr?")
    for codes in ([begun, done], [done, begun]):
        assert persons(codes, {}).persons[0].tests["before"].letters == "rumrrr?"


def test_words_that_differ_by_one_letter_are_offered_if_together_they_make_a_pair() -> None:
    def offered(one: Fields, other: Fields) -> list[tuple[str, str]]:
        return near_words(persons([one, other], {}).persons)

    before = fields("otter472", before="rrrrrrr")
    for near in ("oter472", "otter473", "otters472", "tter472"):
        assert offered(before, fields(near, after="rrrrrrr")) == [("otter472", near)]
        assert offered(before, fields(near, before="rrrrrrr")) == []
        joined = persons([before, fields(near, after="rrrrrrr")], {near: "otter472"})
        assert [person.word for person in joined.pairs] == ["otter472"]
    for far in ("oetr472", "otter47", "mole472", "otetr472"):
        assert offered(before, fields(far, after="rrrrrrr")) == [("otter472", far)] * (far == "otter47")


def test_without_a_word_nothing_is_paired_and_that_is_counted() -> None:
    found = persons([{TEST + "before": "1a:rrrrrrr.5"}, {PAIR: "abc", TEST + "after": "1a:rrrrrrr.5"}], {})
    assert found == ([], [], 0, 2)


@pytest.mark.parametrize(
    ("freedom", "t"), [(1, 12.706), (2, 4.303), (4, 2.776), (9, 2.262), (24, 2.064), (59, 2.001), (99, 1.984)]
)
def test_the_quantiles_of_t_are_those_of_printed_tables(freedom: int, t: float) -> None:
    assert quantile(freedom) == pytest.approx(t, abs=6e-4)
    assert within(quantile(freedom, 0.5), freedom) == pytest.approx(0.5)


def test_a_code_holds_both_questionnaires_and_everything_else_in_nine_hundred_signs() -> None:
    played = Lesson(120, 900, True, text="The cat sleeps and she dreams of him.")
    lessons = {lesson.id: played for lesson in every_lesson()}
    asked = fields("otter472", before="rrmrr?r", after="rrmrr?r")
    asked[WHY + "before"] = "It has read wrong pages and cannot tell."
    asked[WHY + "after"] = "The likely word is not the true one. " * 6
    answers = dict.fromkeys(QUESTIONS, "Downhill means that the error gets smaller with every step it takes.")
    code = encode(Result("Ada", "123456789", lessons, answers=answers, changed=3, more=asked))
    assert len(code) <= 900
    found = decode(code)
    assert isinstance(found, Result)
    assert {**found.more} == {name: text.strip() for name, text in asked.items()}
    assert persons([found.more], {}).pairs
