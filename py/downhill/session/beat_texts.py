"""The beats of a lesson's story, with their numbers filled in as the current language writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from downhill.lesson import Lesson, Shot
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
    """Yield the keys of the words of a lesson's story: three for each beat, in order."""
    for name in BEATS:
        yield from (f"beat.{name}.title", f"beat.{name}", f"beat.{name}.go")


class ShotTexts(NamedTuple):
    """What a shot of the film says: its sentence, the filled button's label, and its cards: names and
    texts.
    """

    says: str
    go: str
    cards: list[tuple[str, str]]


def film_keys(shots: Mapping[str, Sequence[Shot]]) -> Iterator[str]:
    """Yield the keys of the words that a film needs besides those of its beats."""
    for beat, several in shots.items():
        for number, shot in enumerate(several, 1):
            yield from _keys_of(beat, number) if number > 1 else ()
            yield from (f"beat.{beat}.card.{card}" for card in shot.cards)


def shots_of(lesson: Lesson | ModelLesson, beat: Beat) -> list[tuple[Shot, ShotTexts]]:
    """Return the shots of a beat with what they say; none if the beat isn't on the film's path."""
    numbers = lesson.beat_numbers(lesson.text()) if is_model(lesson) else {}
    found = []
    for number, shot in enumerate(lesson.film.shots.get(beat.name, ()), 1):
        told = (fill(lesson.words[key], numbers) for key in _keys_of(beat.name, number) if number > 1)
        says, go = (beat.text, beat.go) if number == 1 else told
        cards = [(card, lesson.words[f"beat.{beat.name}.card.{card}"]) for card in shot.cards]
        found.append((shot, ShotTexts(says, go, cards)))
    return found


def _keys_of(beat: str, number: int) -> tuple[str, str]:
    """The keys of a shot's sentence and label, counted from 1."""
    nth = "" if number == 1 else f".{number}"
    return f"beat.{beat}{nth}", f"beat.{beat}.go{nth}"


def beats_of(lesson: Lesson | ModelLesson) -> tuple[Beat, ...]:
    """Return the beats of a lesson, in order; none if it has no words for them."""
    if not all(key in lesson.words for key in keys()):
        return ()
    numbers = lesson.beat_numbers(lesson.text()) if is_model(lesson) else {}
    title, text, go = ([fill(lesson.words[key], numbers) for key in [*keys()][part::3]] for part in range(3))
    return tuple(Beat(*parts) for parts in zip(BEATS, title, text, go, strict=True))
