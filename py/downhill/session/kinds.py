"""The two kinds of lessons: what the session does with one beyond `LessonAtWork`, as functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from downhill.lesson import HAND, MACHINE, Lesson
from downhill.lesson.challenge import Challenge
from downhill.play.attempt import Attempt
from downhill.play.attempt_base import AttemptBase
from downhill.play.lesson_state import LessonState
from downhill.session import lesson_view, link_settings, python_values
from downhill.training import trainer_link, trainer_view
from downhill.training.model_lesson import ModelLesson, is_model
from downhill.training.trainer import Trainer, trainer_of
from downhill.training.trainer_attempt import TrainerAttempt


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


class Kind(NamedTuple):
    """The functions for one kind of lesson; each takes the lesson's state first.

    `view` describes it for the page. `settings_of` returns what a link stores about it; `settable` are the
    possible names. `restore` applies a link and returns the names of settings it couldn't use. `attempt`
    begins a challenge. `python_values` returns the values beside the lines of its Python. `run_rows` returns
    its run as a table, column names first. `writes` is what a model writes now, or ''.
    """

    view: Callable[..., Any]
    settings_of: Callable[[Any], Mapping[str, str | float]]
    settable: Callable[[Any], set[str]]
    restore: Callable[[Any, Mapping[str, str]], list[str]]
    attempt: Callable[[Any, Challenge], AttemptBase]
    python_values: Callable[[Any], dict[str, str]]
    run_rows: Callable[[Any], Iterator[tuple[str, ...]]]
    writes: Callable[[Any], str] = lambda state: ""


SLIDERS = Kind(
    view=lesson_view.view,
    settings_of=link_settings.settings_of,
    settable=link_settings.settable,
    restore=link_settings.restore,
    attempt=Attempt,
    python_values=python_values.of_sliders,
    run_rows=run_rows,
)
MODEL = Kind(
    view=trainer_view.view,
    settings_of=trainer_link.settings_of,
    settable=trainer_link.settable,
    restore=trainer_link.restore,
    attempt=lambda trainer, challenge: (trainer.lesson.attempts or TrainerAttempt)(trainer, challenge),
    python_values=python_values.of_model,
    run_rows=loss_rows,
    writes=lambda trainer: trainer.writes() if trainer.lesson.corpus else "",
)


def texts_of(lesson: Lesson | ModelLesson, challenge: Challenge) -> dict[str, str]:
    """Return the words of a challenge, filled in for a fresh lesson: for a list, or a sheet with answers."""
    if is_model(lesson):
        return MODEL.attempt(trainer_of(lesson), challenge).texts
    return Attempt(LessonState(lesson), challenge).texts
