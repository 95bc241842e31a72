"""A run as rows of texts, for a table: where the sliders have been, or a model's losses along the way."""

from __future__ import annotations

from collections.abc import Iterator

from downhill.lesson import HAND, MACHINE
from downhill.play.lesson_state import LessonState
from downhill.training.trainer import Trainer


def run_rows(state: LessonState) -> Iterator[tuple[str, ...]]:
    """Yield the column names, then a row for each place of the trail up to the current one, oldest first.

    The names are the same in every language, so that a program can rely on them. Places are counted from 0,
    even if the oldest ones are forgotten; `rate` is the learning rate of the step that led there, empty for a
    move by hand; `loss` is empty if there is none.
    """
    trail, lesson = state.trail, state.lesson
    sliders = (slider.name for slider in lesson.sliders)
    yield "place", "mover", "hand_moves", "machine_steps", "rate", *sliders, "loss"
    steps = zip(trail.values.tolist(), trail.losses.tolist(), trail.by_machine, trail.standings, strict=True)
    for place, (values, loss, machine, standing) in enumerate(steps, trail.forgotten):
        there = lesson.defined is None or lesson.is_defined(lesson.measure_at(values))
        counts = (str(standing.hand_moves), str(standing.machine_steps))
        rate = repr(standing.rate) if standing.rate else ""
        numbers = (repr(value) for value in values)
        yield str(place), MACHINE if machine else HAND, *counts, rate, *numbers, repr(loss) if there else ""


def loss_rows(trainer: Trainer) -> Iterator[tuple[str, ...]]:
    """Yield the column names, then a row for each step at which losses were measured, in nats; now last."""
    yield "steps", "training_loss", "held_out_loss"
    trainer.latest_losses()
    for steps, loss, held, *_ in trainer.course.seen.tolist():
        yield str(int(steps)), repr(loss), repr(held)
