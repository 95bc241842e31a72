"""A run as a table to take along: every place where the sliders have been, as CSV."""

from __future__ import annotations

from collections.abc import Iterator

from downhill.desk import Desk
from downhill.ink import HAND, MACHINE

LINE_END = "\r\n"


def columns(desk: Desk) -> tuple[str, ...]:
    """The names of the columns: they are the same in every language, so that a program can rely on them."""
    sliders = (slider.name for slider in desk.lesson.sliders)
    return "place", "mover", "hand_moves", "machine_steps", "rate", *sliders, "loss"


def rows(desk: Desk) -> Iterator[tuple[str, ...]]:
    """A row for each place of the trail up to where the sliders stand, oldest first.

    The place counts from 0, also where the oldest ones are forgotten; `rate` is the learning rate of the step
    that led there, empty where a hand did; `loss` is empty where there is none.
    """
    trail, lesson = desk.trail, desk.lesson
    steps = zip(trail.values.tolist(), trail.losses.tolist(), trail.by_machine, trail.standings, strict=True)
    for place, (values, loss, machine, standing) in enumerate(steps, trail.forgotten):
        there = lesson.defined is None or lesson.is_defined(lesson.measure_at(values, desk.choices))
        counts = (str(standing.hand_moves), str(standing.machine_steps))
        rate = repr(standing.rate) if standing.rate else ""
        numbers = (repr(value) for value in values)
        yield str(place), MACHINE if machine else HAND, *counts, rate, *numbers, repr(loss) if there else ""


def run_table(desk: Desk) -> str:
    """All places as CSV after RFC 4180: commas between columns, every digit, a point before the decimals.

    No cell has a comma, a quotation mark or the end of a line in it, so that none is quoted.
    """
    return "".join(",".join(row) + LINE_END for row in (columns(desk), *rows(desk)))
