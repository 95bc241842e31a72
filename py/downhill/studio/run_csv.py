"""A run as a table to take along, as CSV: where the sliders have been, or how well a model did on its way.

Written without the standard library's `csv`: that would be 8 kB more in each start, and no cell needs quotes.
"""

from __future__ import annotations

from collections.abc import Iterator

from downhill.lesson import HAND, MACHINE
from downhill.play.lesson_state import LessonState
from downhill.training.trainer import Trainer

LINE_END = "\r\n"
OF_MODEL = ("steps", "training_loss", "held_out_loss")


def columns(state: LessonState) -> tuple[str, ...]:
    """The names of the columns: they are the same in every language, so that a program can rely on them."""
    sliders = (slider.name for slider in state.lesson.sliders)
    return "place", "mover", "hand_moves", "machine_steps", "rate", *sliders, "loss"


def rows(state: LessonState) -> Iterator[tuple[str, ...]]:
    """A row for each place of the trail up to where the sliders stand, oldest first.

    The place counts from 0, also where the oldest ones are forgotten; `rate` is the learning rate of the step
    that led there, empty where a hand did; `loss` is empty where there is none.
    """
    trail, lesson = state.trail, state.lesson
    steps = zip(trail.values.tolist(), trail.losses.tolist(), trail.by_machine, trail.standings, strict=True)
    for place, (values, loss, machine, standing) in enumerate(steps, trail.forgotten):
        there = lesson.defined is None or lesson.is_defined(lesson.measure_at(values))
        counts = (str(standing.hand_moves), str(standing.machine_steps))
        rate = repr(standing.rate) if standing.rate else ""
        numbers = (repr(value) for value in values)
        yield str(place), MACHINE if machine else HAND, *counts, rate, *numbers, repr(loss) if there else ""


def course(trainer: Trainer) -> Iterator[tuple[str, ...]]:
    """A row for each step at which a model's losses were measured, in nats, and for now."""
    trainer.glance()
    for steps, loss, held in trainer.course.seen.tolist():
        yield str(int(steps)), repr(loss), repr(held)


def run_table(stand: LessonState | Trainer) -> str:
    """A run as CSV after RFC 4180: commas between columns, every digit, a point before the decimals.

    No cell has a comma, a quotation mark or the end of a line in it, so that none is quoted.
    """
    table = (OF_MODEL, *course(stand)) if isinstance(stand, Trainer) else (columns(stand), *rows(stand))
    return "".join(",".join(row) + LINE_END for row in table)
