"""The beats of a lesson's story, with the numbers of the language that is spoken filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from downhill.lesson import Lesson
from downhill.text.format import fill
from downhill.training.model_lesson import ModelLesson, is_model

BEATS = ("try", "name", "machine", "what-if", "challenge", "take-away")


class Beat(NamedTuple):
    """One step of a lesson's story: its heading, its text, and `go`, the label of the one filled button."""

    name: str
    title: str
    text: str
    go: str


def keys() -> Iterator[str]:
    """The keys of the words that a lesson tells its story with: three for each beat, in their order."""
    for name in BEATS:
        yield from (f"beat.{name}.title", f"beat.{name}", f"beat.{name}.go")


def beats_of(lesson: Lesson | ModelLesson) -> tuple[Beat, ...]:
    """The beats of a lesson, in their order; none where it has no words for them."""
    if not all(key in lesson.words for key in keys()):
        return ()
    numbers = lesson.beat_numbers(lesson.text()) if is_model(lesson) else {}
    title, text, go = ([fill(lesson.words[key], numbers) for key in [*keys()][part::3]] for part in range(3))
    return tuple(Beat(*parts) for parts in zip(BEATS, title, text, go, strict=True))
