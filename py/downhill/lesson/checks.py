"""Checks a `Lesson` when it is created."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from downhill.text.format import fill

EVERY = ("title", "prose", "task", "picture", "learned", "loss", "loss.short")  # keys that every lesson needs


def check_names(lesson: str, names: Sequence[str]) -> None:
    """Raise `ValueError` if two things that functions can take as parameters share a name."""
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        what = "sliders, choices, entries, functions and data"
        raise ValueError(f"lesson {lesson}: {what} share the names {twice}")


def check(lesson: Any) -> None:
    """Check a lesson. Raises `ValueError` or `KeyError` for anything it lacks, or names but doesn't have."""
    left = [slider.name for slider in lesson.sliders if slider.name not in lesson.calls["measure"].names]
    if left:
        raise ValueError(f"lesson {lesson.id}: measure leaves out the sliders {left}")
    for name in lesson.axes:
        lesson.slider(name)
    _check_challenges(lesson)
    missing = [key for key in needed_words(lesson) if key not in lesson.words]
    if missing:
        raise ValueError(f"lesson {lesson.id}: no words for {', '.join(missing)}")


def check_sentences(lesson: Any) -> None:
    """Check that a `ChosenLesson` has words for its sentences and columns, at the sliders' starts and ends.

    Raises `ValueError` if words are missing, or if a sentence has a gap that nothing measured fills.
    """
    for values in _places(lesson):
        measured = lesson.measure_at(values)
        key = f"now.{lesson.describe(measured)}"
        if key not in lesson.words:
            raise ValueError(f"lesson {lesson.id}: no words for {key}, which describe returns at {values}")
        try:
            fill(lesson.words[key], measured._asdict())
        except KeyError as error:
            raise ValueError(
                f"lesson {lesson.id}: {key} has a gap {error}; measure returns {[*measured._fields]}"
            ) from None
    rows = lesson.table(lesson.measure_at(lesson.start_values())) if lesson.table else ()
    columns = [f"column.{i + 1}" for i in range(max(map(len, rows), default=0))]
    missing = [key for key in columns if key not in lesson.words]
    if missing:
        raise ValueError(f"lesson {lesson.id}: no words for {', '.join(missing)}")


def _places(lesson: Any) -> Iterator[tuple[float, ...]]:
    """Yield the start, both ends of all sliders, and the start with one slider at an end."""
    start = lesson.start_values()
    yield start
    for end in ("low", "high"):
        ends = tuple(getattr(slider, end) for slider in lesson.sliders)
        yield ends
        yield from ((*start[:i], value, *start[i + 1 :]) for i, value in enumerate(ends))


def _check_challenges(lesson: Any) -> None:
    known, ids = lesson.first_choices(), [challenge.id for challenge in lesson.challenges]
    if len(set(ids)) < len(ids):
        raise ValueError(f"lesson {lesson.id}: two challenges share an id: {ids}")
    for challenge in lesson.challenges:
        for name in challenge.start:
            lesson.slider(name)
        for name in challenge.choices:
            if name not in known:
                raise KeyError(f"lesson {lesson.id} has no choice {name!r}, only {list(known)}")


def needed_words(lesson: Any) -> list[str]:
    """Return the keys that a lesson's words must have, besides its sentences and table columns."""
    keys = [*EVERY]
    keys += [f"slider.{s.name}" for s in lesson.sliders]
    keys += [f"choice.{c.name}" for c in lesson.choices]
    keys += [f"entry.{e.name}" for e in lesson.entries]
    keys += [f"python.{name}" for name in lesson.functions_with(lesson.first_choices())]
    keys += ["actions"] * bool(lesson.actions) + [f"action.{name}" for name in lesson.actions]
    if len(lesson.sliders) == 2:  # they are the axes of the map
        keys += [f"axis.{s.name}" for s in lesson.sliders]
    keys += [key for challenge in lesson.challenges for key in challenge.needed_words()]
    named = (c for c in lesson.choices if c.shown != "switch")
    return keys + [f"choice.{c.name}.{option}" for c in named for option in c.options]
