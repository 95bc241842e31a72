"""The verbs of experiments, which are loaded when first needed (`downhill.session.experiments`)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from downhill.session.session import Session


def experiments(session: Session, lesson: str) -> list[dict[str, Any]]:
    """Return the experiments of a lesson as plain texts: id, title, question, answers, task, hints, done."""
    from downhill.session.experiments import listed

    return listed(session.at_work(lesson).plain)


def begin_experiment(session: Session, lesson: str, id_: str) -> None:
    """Begin an experiment: the lesson goes to its variant and its start, with its own functions.

    A model stays as it is: the experiment uses a copy of it, until `bring_back`.
    Raises `KeyError`, listing the experiments, for an unknown id.
    """
    from downhill.session.experiments import begin

    session.attempts.leave(lesson)
    if lesson in session.trainers:
        session.put_copy(lesson)
    session.ongoing[lesson] = begin(session.at_work(lesson), id_)
    session.codes.pop(lesson, None)


def foretell_experiment(session: Session, lesson: str, answer: int) -> None:
    """Predict the outcome of the experiment in progress: choose an answer, counted from 0."""
    ongoing = session.ongoing.get(lesson)
    if ongoing is not None and 0 <= answer < ongoing.experiment.answers:
        session.ongoing[lesson] = replace(ongoing, answer=int(answer))


def observe_experiment(session: Session, lesson: str) -> dict[str, Any] | None:
    """Return how the running code does in the experiment in progress, None if there is none: ask after a run.

    It holds `id`, whether it is `done`, whether the reader's prediction came true (`foretold`, None without
    one), and the sentence to show (`said`).
    """
    if lesson not in session.ongoing:
        return None
    from downhill.session.experiments import observe

    return observe(session.at_work(lesson), session.ongoing[lesson])


def leave_experiment(session: Session, lesson: str) -> None:
    """Leave the experiment in progress; the reader's code keeps running."""
    session.ongoing.pop(lesson, None)
