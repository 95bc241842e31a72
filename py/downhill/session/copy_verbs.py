"""Trials on a copy of a reader's model, and facts that the story tells about it: both are loaded when needed.

A model's lesson names a module, its `facts`. `TRIALS` in it are functions that begin a trial on a copy, by
name. `FACTS` are functions that compute what the story says when it is asked for: they take the current model
and the one put aside meanwhile, or None.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from downhill.session.fragment import encode
from downhill.session.session import Session
from downhill.training.trainer import OWN

LONGEST_LINK = 4_000  # characters
LONGEST_TRIAL = 40  # characters of a trial that its copy notes


def try_on_copy(session: Session, lesson: str, trial: str = "") -> None:
    """Put the reader's model aside and begin a trial on a copy; without a name, leave the copy as it is.

    `trial` may go on with an argument, as in `lies 7`. Raises `KeyError`, listing the trials, for an unknown
    name.
    """
    name, *arguments = trial.split() or [""]
    begin = _named(session, lesson, "TRIALS", name) if trial else None
    session.put_copy(lesson)
    copy = session.trainer(lesson)
    if begin:
        begin(copy, *arguments)
        copy.trial = trial[:LONGEST_TRIAL]


def read_text(session: Session, lesson: str, text: str) -> None:
    """Put the reader's model aside and let a copy of it learn a text of the reader's own from the start.

    Raises `Mistake` for a text that a model can't learn; then nothing changes.
    """
    read = import_module("downhill.training.own_text").read_own(text)
    session.put_copy(lesson)
    session.trainer(lesson).take_text(read)


def text_link(session: Session, lesson: str) -> str:
    """Return the fragment of an address with the reader's own text in it.

    It is '' if that would be too long, or if the text is a group's, which stays on its page.
    """
    trainer = session.trainer(lesson)
    own = trainer.own_text if trainer.trial == OWN else None
    found = encode(lesson, {f"{lesson}.text": own.source}) if own else ""
    return found if len(found) <= LONGEST_LINK else ""


def bring_back(session: Session, lesson: str) -> None:
    """Bring back the reader's model exactly as it was put aside; do nothing if none was."""
    session.bring_back(lesson)


def fact(session: Session, lesson: str, name: str) -> dict[str, Any]:
    """Return a fact about a model, in numbers and words.

    `name` may go on with an argument, as in `asked I pet the`. What it has as `code` goes into the reader's
    result code, too. Raises `KeyError`, listing all, for another
    name.
    """
    name, *arguments = name.split(" ", 1)
    trainer = session.trainer(lesson)
    kept = session.kept.get(lesson, (None,))[0]
    found: dict[str, Any] = _named(session, lesson, "FACTS", name)(trainer, kept, *arguments)
    trainer.told[name] = found
    for field, value in found.get("code", {}).items():
        session.tally.tell(lesson, field, value)
    return found


def average(session: Session, lesson: str, rows: str) -> dict[str, Any]:
    """Return what comes of weights that groups of a class called out (`downhill.together.on_paper`)."""
    from downhill.together.on_paper import averaged

    return averaged(session.state(lesson).plain, rows)


def _named(session: Session, lesson: str, table: str, name: str) -> Any:
    found = getattr(import_module(session.trainer(lesson).lesson.facts), table)
    if name not in found:
        raise KeyError(f"lesson {lesson} has no {name!r} in its {table}, only {[*found]}")
    return found[name]
