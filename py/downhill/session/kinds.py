"""The two kinds of lessons: what the session does with one beyond `LessonAtWork`, as functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from downhill.lesson.challenge import Challenge
from downhill.play.attempt import Attempt
from downhill.play.attempt_base import AttemptBase
from downhill.session import lesson_view, link_settings, python_values
from downhill.session.run_rows import loss_rows, run_rows
from downhill.training import trainer_link, trainer_view
from downhill.training.trainer_attempt import TrainerAttempt


class Kind(NamedTuple):
    """What is done with a lesson at work of a kind; each function takes it first.

    `view` describes it for the page. `settings_of` gives what a link says of it, of which `settable` are the
    names, and `restore` puts it where a link says and returns the names of what made no sense. `attempt`
    begins a challenge. `python_values` is what the lines of its Python work out. `run_rows` is its run as a
    table, names of the columns first. `replays` tells whether a link has still steps to be taken again,
    `writes` what a model writes now, or ''.
    """

    view: Callable[..., Any]
    settings_of: Callable[[Any], Mapping[str, str | float]]
    settable: Callable[[Any], set[str]]
    restore: Callable[[Any, Mapping[str, str]], list[str]]
    attempt: Callable[[Any, Challenge], AttemptBase]
    python_values: Callable[[Any], dict[str, str]]
    run_rows: Callable[[Any], Iterator[tuple[str, ...]]]
    replays: Callable[[Any], bool] = lambda state: False
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
    replays=lambda trainer: trainer.behind,
    writes=lambda trainer: trainer.writes() if trainer.lesson.corpus else "",
)
