"""The verbs of challenges: begin, guess, leave; and the race against the machine."""

from __future__ import annotations

from typing import Any

from downhill.play.race import race_texts
from downhill.session.session import Session


def challenge(session: Session, lesson: str, name: str) -> None:
    """Begin a challenge of the lesson, or begin it again; a model, on a copy.

    Raises `KeyError` for a challenge that the lesson doesn't have.
    """
    wanted = session.at_work(lesson).plain.challenge(name)
    if lesson in session.trainers:
        session.put_copy(lesson)
    session.attempts[lesson] = session.kinds[lesson].attempt(session.at_work(lesson), wanted)


def guess(session: Session, lesson: str, value: float) -> None:
    """Guess the number that the challenge asks for; without a challenge this does nothing."""
    session.attempts.guess(lesson, value)


def leave(session: Session, lesson: str) -> None:
    """Leave the challenge in progress. Everything stays where it is; a model put aside comes back."""
    session.attempts.leave(lesson)
    session.bring_back(lesson)
    session.at_work(lesson).pause()


def race(session: Session, lesson: str) -> dict[str, Any]:
    """Return how gradient descent does from where the hand's last moves began: texts for the page."""
    return race_texts(session.state(lesson))
