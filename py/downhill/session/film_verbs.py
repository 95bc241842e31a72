"""What the film of a lesson asks for: reels, steps that glide, trails to remember, and a copy to spoil.

Functions raise `KeyError`, naming what is unknown, for a lesson that is not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from downhill.play.filmed import GLIDE
from downhill.session.session import Session


def film(session: Session, lesson: str, name: str, share: float) -> None:
    """Show that share of a reel in the lesson's picture; '' is the picture of how it stands."""
    session.at_work(lesson).show_reel(name, share)


def unfold(session: Session, lesson: str, parts: Sequence[str]) -> None:
    """Show these parts of the stage and no others; ("all",) are all of them."""
    session.at_work(lesson).parts = None if "all" in parts else frozenset(parts)


def stride(session: Session, lesson: str) -> None:
    """Take one step of descent, and show it from where it begins: the reel `glide` leads to its end."""
    state = session.at_work(lesson)
    if state.step():
        state.show_reel(GLIDE, 0.0)


def begin_at(session: Session, lesson: str, values: Sequence[float]) -> None:
    """Put the sliders somewhere, and begin a new trail there, with the good learning rate.

    Those that are locked stay.
    """
    state = session.state(lesson)
    free = _free(session, lesson, values)
    names = [slider.name for slider in state.lesson.sliders]
    state.place([free.get(name, value) for name, value in zip(names, state.values, strict=True)])
    state.set_rate(state.rates.good)


def lay(session: Session, lesson: str, values: Sequence[float]) -> None:
    """The hand moves all sliders at once, but for those that are locked."""
    state = session.state(lesson)
    for name, value in _free(session, lesson, values).items():
        state.move(name, value)


def _free(session: Session, lesson: str, values: Sequence[float]) -> Mapping[str, float]:
    """The values of those sliders that are not locked, by name."""
    names = [slider.name for slider in session.state(lesson).lesson.sliders]
    return session.locks.free(lesson, dict(zip(names, values, strict=True)))


def note(session: Session, lesson: str, name: str, mover: str = "") -> None:
    """Remember the trail as it is now, by that name; where a mover is named, only one that it has walked."""
    state = session.state(lesson)
    if mover and (state.trail.mover != mover or len(state.trail) < 2):
        return
    state.noted[name] = state.trail.values[: state.trail.count].copy()
