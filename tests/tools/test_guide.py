"""The teacher's guide: its minutes add up, its sentences exist, and it names what is there."""

import re

import pytest

from downhill.lessons import every_lesson
from downhill.lessons.lesson_30_next_word.prompts import PROMPTS
from downhill.text.english.guide import GUIDE
from downhill.text.format import number
from downhill.text.language import speaking
from tools.languages.language import Language, all_languages
from tools.pages.guide import LEVELS, PERIOD, PERIODS, PREPARE, guide, names
from tools.pages.shown_python import of_lesson


@pytest.mark.parametrize("rows", PERIODS)
def test_the_minutes_of_a_period_add_up(rows: tuple[object, ...]) -> None:
    assert sum(row.minutes for row in rows) == PERIOD  # type: ignore[attr-defined]


def test_preparing_takes_the_twenty_minutes_that_are_promised() -> None:
    assert sum(minutes for minutes, _ in PREPARE) == 20
    assert "twenty" in GUIDE["guide.prepare"]


def test_each_lesson_is_played_and_every_level_has_something_in_each_period() -> None:
    played = {lesson.id for lesson in every_lesson()}
    assert played == {part.split()[0] for rows in PERIODS for row in rows for part in [row.plays] if part}
    assert all(all(level) for level in LEVELS)


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_no_gap_is_left_in_what_the_guide_says(language: Language) -> None:
    with speaking(language.catalogue, every_lesson()):
        told, model = guide(language), every_lesson()[4]
        assert all(number(each, 1) in told["class"] for each in PROMPTS.ravel().tolist())
        code = re.sub("<[^>]*>", " ", str(of_lesson(model)))
        assert not re.search(
            rf"\b{re.escape(names()['word'])}\b", code
        )  # what a claim's test looks for in vain
    assert "{" not in str([[row["what"] for row in period["rows"]] for period in told["periods"]])
    assert "{" not in told["class"]
    assert "{" not in str([[claim[""], claim[".test"], claim[".seen"]] for claim in told["claims"]])
