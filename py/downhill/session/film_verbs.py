"""What the film of a lesson asks for: reels, steps that glide, and trails to remember.

Functions raise `KeyError`, with the unknown name, for a lesson that doesn't exist.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from downhill.play.filmed import GLIDE
from downhill.session.session import Session


def film(session: Session, lesson: str, name: str, share: float) -> None:
    """Show that share of a reel in the lesson's picture; '' shows the current state."""
    session.at_work(lesson).show_reel(name, share)


def unfold(session: Session, lesson: str, parts: Sequence[str]) -> None:
    """Show these parts of the stage and no others; ("all",) shows all of them, and no film."""
    state = session.at_work(lesson)
    state.parts = None if "all" in parts else frozenset(parts)
    if state.parts is None:
        state.reel = None


def stride(session: Session, lesson: str) -> None:
    """Take one step of descent, but show where it begins: the reel `glide` then moves to its end."""
    state = session.at_work(lesson)
    if state.step():
        state.show_reel(GLIDE, 0.0)


def begin_at(session: Session, lesson: str, values: Sequence[float]) -> None:
    """Put the sliders somewhere, and begin a new trail there, with the good learning rate.

    Locked sliders stay where they are.
    """
    state = session.state(lesson)
    free = _free(session, lesson, values)
    names = [slider.name for slider in state.lesson.sliders]
    state.place([free.get(name, value) for name, value in zip(names, state.values, strict=True)])
    state.set_rate(state.rates.good)


def lay(session: Session, lesson: str, values: Sequence[float]) -> None:
    """Move all sliders at once, as the hand does, except locked ones."""
    state = session.state(lesson)
    for name, value in _free(session, lesson, values).items():
        state.move(name, value)


def _free(session: Session, lesson: str, values: Sequence[float]) -> Mapping[str, float]:
    """Return the values for the sliders that aren't locked, by name."""
    names = [slider.name for slider in session.state(lesson).lesson.sliders]
    return session.locks.free(lesson, dict(zip(names, values, strict=True)))


def note(session: Session, lesson: str, name: str, mover: str = "") -> None:
    """Remember the current trail under that name; if a mover is given, only a trail that this mover made."""
    state = session.state(lesson)
    if mover and (state.trail.mover != mover or len(state.trail) < 2):
        return
    state.noted[name] = state.trail.values[: state.trail.count].copy()
