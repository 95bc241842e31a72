"""Kept runs in a link: where each began and which steps it took. Opening the link takes the steps again.

A run is written as `1~140~240~~0.5~30`: its number, where the sliders began, then learning rates, each with
its number of steps. Runs are joined by `_`. A way other than plain descent precedes the rate (`way_texts`).
"""

from __future__ import annotations

from typing import NamedTuple

from downhill.lesson import Kept
from downhill.lesson.trail import ROOM, Leg
from downhill.play.kept_runs import MOST, KeptRuns
from downhill.play.lesson_state import LessonState
from downhill.session.fragment import finite
from downhill.session.way_texts import read_rate, written_number, written_rate

MOST_LEGS = 50


class Walk(NamedTuple):
    """What it takes to repeat a run."""

    number: int
    start: tuple[float, ...]
    legs: tuple[Leg, ...]


def written(shelf: KeptRuns) -> str:
    """Write the kept runs, except those whose beginning is forgotten or that changed settings too often."""
    runs = (run for run in shelf.runs if run.first == 0 and len(run.legs) <= MOST_LEGS)
    return "_".join(map(_written, runs))


def _written(run: Kept) -> str:
    start = "~".join(written_number(value) for value in run.values[0].tolist())
    legs = (f"{written_rate(leg.rate, leg.way)}~{leg.steps}" for leg in run.legs)
    return f"{run.number}~{start}~~" + "~".join(legs)


def read(text: str, sliders: int) -> list[Walk]:
    """Read the runs in such a text. Raises `ValueError` if one of them is malformed."""
    walks = [_read(run, sliders) for run in text.split("_", MOST)]
    if len({walk.number for walk in walks}) < len(walks) or len(walks) > MOST:
        raise ValueError(f"expected at most {MOST} runs, each with a different number")
    return walks


def _read(text: str, sliders: int) -> Walk:
    head, _, tail = text.partition("~~")
    number, *start = head.split("~")
    story = tail.split("~")
    steps = [int(count) for count in story[1::2]]
    legs = [
        Leg(rate, count, way) for (rate, way), count in zip(map(read_rate, story[::2]), steps, strict=True)
    ]
    walk = Walk(int(number), _finite(start), tuple(legs))
    known = 1 <= walk.number <= MOST and len(walk.start) == sliders and len(steps) <= MOST_LEGS
    if not known or min(steps) < 1 or sum(steps) >= ROOM:
        raise ValueError(f"not a run: {text[:40]!r}")
    return walk


def _finite(texts: list[str]) -> tuple[float, ...]:
    numbers = tuple(value for value in map(finite, texts) if value is not None)
    if len(numbers) < len(texts):
        raise ValueError(f"not numbers: {texts}")
    return numbers


def walk_again(state: LessonState, walk: Walk) -> None:
    """Repeat a run and keep it. The lesson is then at the end of the run, in its last way downhill."""
    state.place(walk.start)
    for rate, steps, way in walk.legs:
        state.take_way(way)
        state.set_rate(rate)
        for _ in range(steps):
            state.step()
    if state.trail.has_run:
        state.shelf.put(state.present_run(walk.number))
