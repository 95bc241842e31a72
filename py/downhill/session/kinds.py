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
