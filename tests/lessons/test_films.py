"""Every lesson's film: its steps are ones that the page plays, with words, verbs, choices and parts that
there are."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from downhill.lesson import Lesson, Shot
from downhill.lesson.film import PLAIN
from downhill.lessons import every_lesson
from downhill.play.lesson_state import LessonState
from downhill.session.beat_texts import BEATS, beats_of, shots_of
from downhill.text.format import PAGE
from downhill.training.model_lesson import ModelLesson, is_model
from downhill.training.trainer import trainer_of
from downhill.verbs import VERBS
from tools.common.paths import ROOT

FILMS = [lesson for lesson in every_lesson() if lesson.film is not PLAIN]
SCRIPT = ROOT / "web/boot/page/film-steps.js"
SCRIPTS = "".join(SCRIPT.with_stem(name).read_text("utf-8") for name in ("film-steps", "film-model"))
PLAYED = set(re.findall(r"^  (?:async )?(\w+)[(:]", SCRIPTS, re.MULTILINE))
PARTS = ROOT / "web/pictures.html.jinja"
SEEN = {
    "valley": "verdict-valley slope-zero same-trap gone lowest",
    "line": "tower landscape both-sliders outlier squares",
    "attention": "hamster wrong-word fall follows made-up",
    "next-word": "flip-cat flew-the-cat broke-the-other error-named all-right",
    "choose-word": "sentence-1 sentence-2 sentence-3 thousand-pins cold hot",
    "ten-thousand": "surprise answer-key first-sentence it-writes overfit poisoned wild kept your-model",
}
"""What a reader sees who only presses the filled button, in this order."""
MOST_WORDS, MOST_CARDS = 40, 4
each_film = pytest.mark.parametrize("lesson", FILMS, ids=lambda lesson: lesson.id)


def shots(lesson: Lesson | ModelLesson) -> Iterator[tuple[str, int, Shot]]:
    for beat, several in lesson.film.shots.items():
        yield from ((beat, number, shot) for number, shot in enumerate(several, 1))


def steps(lesson: Lesson | ModelLesson, name: str = "") -> Iterator[tuple[Any, ...]]:
    for _, _, shot in shots(lesson):
        yield from (step for step in (*shot.enter, *shot.deed) if name in ("", step[0]))


@each_film
def test_a_film_is_on_the_path_of_the_beats_and_leaves_challenges_off_it(
    lesson: Lesson | ModelLesson,
) -> None:
    on_path = [*lesson.film.shots]
    assert on_path == [beat for beat in BEATS if beat in on_path]
    assert "challenge" not in on_path
    assert {"try", "take-away"} <= {*on_path}
    assert all(1 <= len(several) <= 4 for several in lesson.film.shots.values())


@each_film
def test_every_step_is_played_and_what_it_names_is_there(lesson: Lesson | ModelLesson) -> None:
    words = set(lesson.words)
    assert {step[0] for step in steps(lesson)} <= PLAYED
    assert {step[1] for step in steps(lesson, "say")} <= {*lesson.film.payoffs}
    assert {step[5] for step in steps(lesson, "reel")} - {""} <= {*lesson.film.payoffs}
    assert {step[2] for step in steps(lesson, "slide") if isinstance(step[2], str)} <= {*lesson.film.places}
    assert {shot.until for _, _, shot in shots(lesson)} - {""} <= {*lesson.film.rules}
    assert {step[1] for step in steps(lesson, "ask")} <= {*VERBS}
    for _, _, choice, option in (step for step in steps(lesson, "ask") if step[1] == "choose"):
        if is_model(lesson):
            trainer_of(lesson).choose(choice, option)  # raises where there is no such choice
        else:
            assert option in _options(lesson, choice)
    assert words >= {f"beat.{beat}.card.{card}" for beat, _, shot in shots(lesson) for card in shot.cards}


def _options(lesson: Lesson, choice: str) -> tuple[str, ...]:
    return tuple(next(each.options for each in lesson.choices if each.name == choice))


@each_film
def test_its_parts_are_parts_of_the_stage(lesson: Lesson | ModelLesson) -> None:
    template = Path(ROOT / "web" / getattr(lesson, "section", "lesson.html.jinja")).read_text(
        encoding="utf-8"
    )
    template += PARTS.read_text("utf-8")
    named = {part for _, _, shot in shots(lesson) for part in (*shot.shows, *shot.hides)}
    there = {name for names in re.findall(r'data-unfolds="([\w -]+)', template) for name in names.split()}
    there |= {"wall", "course", "map", "groups"}  # canvases of `film_canvas`
    there |= {"sliders"} | {slider.name for slider in getattr(lesson, "sliders", ())}
    there |= {key.replace("writes.", "written-") for key in lesson.words if key.startswith("writes.")}
    assert named <= there


@each_film
def test_a_sentence_is_short_and_no_label_comes_twice_in_a_row(lesson: Lesson | ModelLesson) -> None:
    told = [texts for beat in beats_of(lesson) for _, texts in shots_of(lesson, beat)]
    assert all(len(texts.says.split()) <= MOST_WORDS for texts in told)
    labels = [texts.go for texts in told]
    assert all(one != other for one, other in pairwise(labels))
    assert PAGE["film.on"] not in labels
    assert all(len(shot.cards) <= MOST_CARDS for _, _, shot in shots(lesson))


@each_film
def test_whoever_only_presses_earns_all_that_the_film_is_for(lesson: Lesson | ModelLesson) -> None:
    earned = [name for step in steps(lesson, "earn") for name in step[1:]]
    assert [name for name in earned if name in SEEN.get(lesson.id, "").split()] == SEEN.get(
        lesson.id, ""
    ).split()
    assert len({*earned}) == len(earned)


@each_film
def test_what_a_copy_is_for_is_brought_back_within_its_beat(lesson: Lesson | ModelLesson) -> None:
    for beat, several in lesson.film.shots.items():
        names = [step[0] for shot in several for step in (*shot.enter, *shot.deed)]
        assert names.count("bring_back") >= ("copy" in names), beat


@pytest.mark.parametrize(
    "lesson", [each for each in FILMS if not is_model(each)], ids=lambda lesson: lesson.id
)
def test_every_payoff_has_an_answer_once_a_hand_has_taken_over(lesson: Lesson) -> None:
    state = LessonState(lesson)
    for slider in lesson.sliders:
        state.move(slider.name, slider.low)
        for payoff in lesson.film.payoffs.values():
            assert all(said.key in {**PAGE, **lesson.words} for said in payoff(state.scene()).said)
