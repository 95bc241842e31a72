"""Pages for paper and teachers: what stands on them is the lessons' own, and every number the model's."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from downhill.lesson import Lesson
from downhill.lesson.challenge import Challenge
from downhill.lessons import all_models, every_lesson
from downhill.lessons.lesson_30_next_word.prompts import PROMPTS
from downhill.session.kinds import texts_of
from downhill.text.english.guide import GUIDE
from downhill.text.format import PAGE, number
from downhill.text.language import speaking
from downhill.training.model_lesson import ModelLesson, is_model
from tests.support.player import Player
from tests.support.states import LESSONS
from tests.tools.test_page_render import words_of
from tools.artwork.sheet_pictures import GUESSES
from tools.languages.language import Language, all_languages
from tools.pages.guide import CLASS, LEVELS, PERIOD, PERIODS, PREPARE, guide, names
from tools.pages.lesson_plan import PLANS, plan
from tools.pages.shown_python import of_lesson

DRAWN = [(guess.lesson, guess.challenge) for guess in GUESSES]
CHALLENGES = [(lesson, challenge) for lesson in every_lesson() for challenge in lesson.challenges]


def tree(built_page: Path, sheet: str) -> Element:
    found: Element = html5lib.parse((built_page / f"{sheet}.html").read_bytes(), namespaceHTMLElements=False)
    return found


def played(lesson: Lesson | ModelLesson) -> Player:
    """A session with that lesson alone."""
    return Player([], [lesson]) if is_model(lesson) else Player([lesson])


def links(inside: Element) -> Iterator[str]:
    return (link.get("href", "") for link in inside.iter("a"))


@pytest.mark.parametrize(("lesson", "challenge"), CHALLENGES, ids=lambda part: part.id)
def test_a_challenge_is_on_the_worksheet_without_its_answer_and_on_the_key_with_it(
    built_page: Path, lesson: Lesson | ModelLesson, challenge: Challenge
) -> None:
    texts = {part: " ".join(text.split()) for part, text in texts_of(lesson, challenge).items()}
    sheets = {sheet: words_of(tree(built_page, sheet)) for sheet in ("worksheet", "more", "answers")}
    (mine,) = [sheet for sheet in ("worksheet", "more") if texts["task"] in sheets[sheet]]
    assert mine == ("worksheet" if (lesson.id, challenge.id) in DRAWN else "more")
    for part in ("title", "task"):
        assert texts[part] in sheets[mine]
        assert texts[part] in sheets["answers"]
    for part in ("answer", "done"):
        assert texts[part] not in sheets["worksheet"] + sheets["more"]
        assert texts[part] in sheets["answers"]


@pytest.mark.parametrize("lesson", every_lesson(), ids=lambda lesson: lesson.id)
def test_the_keys_numbers_of_challenges_are_the_models(
    built_page: Path, lesson: Lesson | ModelLesson
) -> None:
    answers = words_of(tree(built_page, "answers"))
    for challenge in lesson.challenges:
        session = played(lesson)
        view = session.ask("challenge", lesson.id, challenge.id)
        while is_model(lesson) and session.trainers[lesson.id].behind:
            session.trainers[lesson.id].step()
        for verb, *arguments in challenge.solution:
            view = session.ask(verb, lesson.id, *arguments)
        assert view.challenge["state"] == "done"
        if challenge.solution[-1][0] != "guess":
            measured = getattr(view, "more", {}).get("measured", {}).get("value", view.loss_shown)
            assert " ".join(measured.split()) in answers
            assert " ".join(view.challenge["counts"].split()) in answers


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.id)
def test_the_key_tells_how_long_a_training_takes_and_what_the_model_writes_then(
    built_page: Path, model: ModelLesson
) -> None:
    session = Player([], [model])
    trainer, start = session.trainers[model.id], session.look(model.id).loss_shown
    while not model.goal(trainer.standing()):
        assert trainer.step()
    seen = session.look(model.id)
    assert seen.solved
    answers = words_of(tree(built_page, "answers"))
    assert f"begins at {start}." in answers
    assert f"after {seen.steps} steps: it is then at {seen.loss_shown}" in answers
    assert seen.outcome in answers


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_keys_numbers_of_tasks_are_the_models(built_page: Path, lesson: Lesson) -> None:
    answers = words_of(tree(built_page, "answers"))
    session = Player([lesson])
    start, steps = session.look(lesson.id), 0
    while not session.look(lesson.id).solved:
        session.step(lesson.id)
        steps += 1
    assert " ".join(start.loss_shown.split()) in answers
    assert f"in {steps} steps" in answers


def test_every_challenge_has_a_link_to_its_start_on_one_sheet_and_lines_to_write_on(built_page: Path) -> None:
    found: list[str] = []
    for sheet, least in (("worksheet", 1), ("more", 2)):
        page = tree(built_page, sheet)
        found += [link for link in links(page) if "challenge=" in link]
        exercises = [part for part in page.iter("div") if part.get("class") == "exercise"]
        for exercise in exercises:
            assert len(list(exercise.iter("i"))) >= least
    others = [pair for pair in ((lesson.id, one.id) for lesson, one in CHALLENGES) if pair not in DRAWN]
    assert found == [f"./?challenge={lesson}/{one}#{lesson}" for lesson, one in [*DRAWN, *others]]


def test_the_plans_have_no_gap_take_their_minutes_and_name_lessons_and_buttons() -> None:
    parts = list(plan())
    for column, length in enumerate(PLANS):
        times = [[int(minute) for minute in part["times"][column].split("–")] for part in parts]
        assert times[0][0] == 0
        assert times[-1][1] == length
        assert all(one[1] == two[0] for one, two in pairwise(times))
    told = " ".join(part["what"] for part in parts)
    assert "{" not in told
    model = all_models()[0]
    titles = [lesson.words["title"] for lesson in LESSONS[:3]]
    assert all(title in told for title in [*titles, model.words["title"]])
    assert PAGE["action.play"] in told
    assert model.words["train"] in told


@pytest.mark.parametrize("rows", [*PERIODS, CLASS])
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
        assert all(number(each, 1) in told["on_paper"] for each in PROMPTS.ravel().tolist())
        code = re.sub("<[^>]*>", " ", str(of_lesson(model)))
        assert not re.search(
            rf"\b{re.escape(names()['word'])}\b", code
        )  # what a claim's test looks for in vain
    assert "{" not in str([[row["what"] for row in period["rows"]] for period in told["periods"]])
    assert "{" not in str([told["on_paper"], *(row["what"] for row in told["class"])])
    assert "{" not in str([[claim[""], claim[".test"], claim[".seen"]] for claim in told["claims"]])
