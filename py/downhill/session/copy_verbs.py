"""What is done on a copy of a reader's model, and what the story says of one: both come late.

A model's lesson names a module, its `facts`. There `TRIALS` hold, by name, what begins a trial: a function of
the copy. `FACTS` hold what the story says, computed when it is asked for: functions of the model at work and
of the one that is kept meanwhile, or None.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from downhill.session.session import Session


def try_on_copy(session: Session, lesson: str, trial: str = "") -> None:
    """Put the reader's model aside and begin a trial on a copy of it; without a name, the copy as it is.

    Raises `KeyError` with the trials there are.
    """
    begin = _named(session, lesson, "TRIALS", trial) if trial else None
    session.put_copy(lesson)
    copy = session.trainer(lesson)
    if begin:
        begin(copy)
        copy.trial = trial


def bring_back(session: Session, lesson: str) -> None:
    """Bring back the reader's model as it was put aside; nothing where none was."""
    session.bring_back(lesson)


def fact(session: Session, lesson: str, name: str) -> dict[str, Any]:
    """What the story says of a model, in numbers and words. Raises `KeyError` with the facts there are."""
    trainer = session.trainer(lesson)
    kept = session.kept.get(lesson, (None,))[0]
    found: dict[str, Any] = _named(session, lesson, "FACTS", name)(trainer, kept)
    trainer.told[name] = found
    return found


def _named(session: Session, lesson: str, table: str, name: str) -> Any:
    found = getattr(import_module(session.trainer(lesson).lesson.facts), table)
    if name not in found:
        raise KeyError(f"lesson {lesson} has no {name!r} in its {table}, only {[*found]}")
    return found[name]
