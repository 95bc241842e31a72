"""The beats of a lesson's story, as the page shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from downhill.lesson import Choice, Lesson, LessonFields
from downhill.session.beat_texts import Beat, beats_of, shots_of
from downhill.text.format import PAGE
from downhill.training.model_lesson import ModelLesson

SHORT = ("try", "machine", "take-away")  # the beats of a lesson without a story of its own


class Shown(NamedTuple):
    """One beat: its name, heading and text, and what the filled button says.

    `sets` are the choices that it begins with, as `name=option`, separated by spaces. `shots` are those of
    the lesson's film, as the page plays them; none for a beat that isn't on the filled button's path.
    """

    name: str
    title: str
    text: str
    go: str
    sets: str
    shots: list[dict[str, Any]]


def beats(lesson: Lesson | ModelLesson) -> list[Shown]:
    """Return all beats of a lesson in the current language."""
    told = beats_of(lesson) or _short(lesson)
    return [Shown(*beat, _sets(lesson, beat.name), _shots(lesson, beat)) for beat in told]


def _shots(lesson: Lesson | ModelLesson, beat: Beat) -> list[dict[str, Any]]:
    """Return every shot of a beat, without empty fields."""
    return [
        {key: value for key, value in (shot._asdict() | texts._asdict()).items() if value}
        for shot, texts in shots_of(lesson, beat)
    ]


def _sets(lesson: Lesson | ModelLesson, name: str) -> str:
    choices: Mapping[str, str] = lesson.beat_choices.get(name, {})
    return " ".join(f"{choice}={option}" for choice, option in choices.items())


def _short(lesson: Lesson | ModelLesson) -> list[Beat]:
    texts = (lesson.words["task"], PAGE["beat.machine"], lesson.words["learned"])
    return [
        Beat(name, PAGE[f"beat.{name}.title"], text, PAGE[f"beat.{name}.go"])
        for name, text in zip(SHORT, texts, strict=True)
    ]


def tucked(lesson: LessonFields) -> list[Choice]:
    """Return the choices to put in Tools: those that only change the display, and tucked ones."""
    return [
        choice for choice in lesson.choices if choice.tucked or (choice.only_shows and not lesson.actions)
    ]
