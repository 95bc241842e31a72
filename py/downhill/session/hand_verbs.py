"""The verbs of a reader's hand: move sliders, switch choices, write texts, and look.

Functions raise `KeyError`, with the unknown name, for a lesson, slider, or choice that doesn't exist.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from downhill.play.view_axes import aimed
from downhill.session.session import Session


def watch(session: Session, lesson: str, watching: bool) -> None:
    """Start or stop showing the lesson's next step in numbers."""
    session.state(lesson)
    (session.watched.add if watching else session.watched.discard)(lesson)


def watch_python(session: Session, lesson: str, watching: bool) -> None:
    """Start or stop showing the lesson's Python, with the values beside its lines."""
    session.at_work(lesson)
    (session.read.add if watching else session.read.discard)(lesson)


def move(session: Session, lesson: str, name: str, value: float | Sequence[float]) -> None:
    """Move a slider: clamp, snap, store, measure. Of several values, a drag passed over all but the last."""
    for place in value if isinstance(value, Sequence) else (value,):
        session.at_work(lesson).move(name, place)


def point(session: Session, lesson: str, values: Mapping[str, float]) -> None:
    """Move several sliders at once, except locked ones."""
    session.state(lesson).point(session.locks.free(lesson, values))


def settle(session: Session, lesson: str) -> None:
    """Let go of the slider."""
    state = session.at_work(lesson)
    state.settle()
    state.pause()


def spell(session: Session, lesson: str, name: str, text: str) -> None:
    """Check a prompt while it is being typed, and take nothing. Raises `Mistake` if it can't become valid."""
    session.trainer(lesson).spell(text, writing=True)


def act(session: Session, lesson: str, name: str) -> None:
    """Press one of the lesson's own buttons. Raises `KeyError` if it has no such button."""
    session.state(lesson).press(name)
    session.tally.press(lesson)


def choose_weight(session: Session, lesson: str, index: int) -> None:
    """Select a weight of a model by its index."""
    session.trainer(lesson).select_weight(int(index))


def set_log(session: Session, lesson: str, log: bool) -> None:
    """Show losses on a logarithmic scale, or on a linear one."""
    session.state(lesson).log = log


def aim(session: Session, lesson: str, picture: str, names: Sequence[str]) -> None:
    """Change which sliders are the axes of a view of the loss. Raises `KeyError` if they can't be."""
    state = session.state(lesson)
    state.aims = aimed(state.lesson, state.aims, picture, names)
