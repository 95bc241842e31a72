"""What is done with experiments. What knows them comes late (`downhill.session.experiments`)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from downhill.session.session import Session


def experiments(session: Session, lesson: str) -> list[dict[str, Any]]:
    """The experiments of a lesson as plain texts: id, title, question, answers, task, hints, done."""
    from downhill.session.experiments import listed

    return listed(session.at_work(lesson).plain)


def begin_experiment(session: Session, lesson: str, id_: str) -> None:
    """Begin an experiment: the lesson goes to its variant and its start, with its own functions.

    A model stays as it is: the experiment is made on a copy of it, until `bring_back`.
    Raises `KeyError` with the experiments there are.
    """
    from downhill.session.experiments import begin

    session.attempts.leave(lesson)
    if lesson in session.trainers:
        session.put_copy(lesson)
    session.ongoing[lesson] = begin(session.at_work(lesson), id_)
    session.codes.pop(lesson, None)


def foretell_experiment(session: Session, lesson: str, answer: int) -> None:
    """Choose an answer, counted from 0, of the experiment that is on; nothing where there is none."""
    ongoing = session.ongoing.get(lesson)
    if ongoing is not None and 0 <= answer < ongoing.experiment.answers:
        session.ongoing[lesson] = replace(ongoing, answer=int(answer))


def observe_experiment(session: Session, lesson: str) -> dict[str, Any] | None:
    """What the code that runs makes of the experiment that is on, None where none is: ask after a run.

    `id`, whether it is `done`, whether its outcome was `foretold` (None for no answer), and what is `said`.
    """
    if lesson not in session.ongoing:
        return None
    from downhill.session.experiments import observe

    return observe(session.at_work(lesson), session.ongoing[lesson])


def leave_experiment(session: Session, lesson: str) -> None:
    """Leave the experiment that is on; the reader's code goes on."""
    session.ongoing.pop(lesson, None)
