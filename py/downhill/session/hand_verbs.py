"""What a hand does: it moves sliders, switches choices, writes texts, and looks.

Functions raise `KeyError`, naming what is unknown, for a lesson, a slider or a choice that is not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from downhill.play import actions
from downhill.play.view_axes import aimed
from downhill.session.session import Session


def look(session: Session, lesson: str) -> None:
    """Ask for the lesson as it stands, nothing moved."""
    session.at_work(lesson).pause()


def watch(session: Session, lesson: str, watching: bool) -> None:
    """Begin, or cease, to look at the lesson's next step in numbers."""
    session.state(lesson)
    (session.watched.add if watching else session.watched.discard)(lesson)


def watch_python(session: Session, lesson: str, watching: bool) -> None:
    """Begin, or cease, to read the lesson's Python, with what its lines work out."""
    session.at_work(lesson)
    (session.read.add if watching else session.read.discard)(lesson)


def move(session: Session, lesson: str, name: str, value: float | Sequence[float]) -> None:
    """Move a slider: clamp and snap, keep, measure. Of several values a drag passed over all but the last."""
    for place in value if isinstance(value, Sequence) else (value,):
        session.at_work(lesson).move(name, place)


def point(session: Session, lesson: str, values: Mapping[str, float]) -> None:
    """Put several sliders somewhere in one move; those that are locked stay."""
    session.state(lesson).point(session.locks.free(lesson, values))


def settle(session: Session, lesson: str) -> None:
    """Let go of the slider."""
    state = session.at_work(lesson)
    state.settle()
    state.pause()


def choose(session: Session, lesson: str, name: str, option: str) -> None:
    """Switch one of the lesson's choices."""
    session.at_work(lesson).choose(name, option)


def enter(session: Session, lesson: str, name: str, text: str) -> None:
    """Take a text that the reader wrote. Raises `Mistake` for one that makes no sense."""
    session.at_work(lesson).enter(name, text)


def spell(session: Session, lesson: str, name: str, text: str) -> None:
    """Take nothing. Raises `Mistake` for a prompt that can't be right once it is written."""
    session.trainer(lesson).spell(text, writing=True)


def act(session: Session, lesson: str, name: str) -> None:
    """Press one of the lesson's own buttons. Raises `KeyError` for one that it does not have."""
    actions.act(session.state(lesson), name)
    session.tally.press(lesson)


def choose_weight(session: Session, lesson: str, index: int) -> None:
    """Select the weight of that number in a model."""
    session.trainer(lesson).select_weight(int(index))


def choose_card(session: Session, lesson: str, kind: str) -> None:
    """Guess what a model will write after twenty steps. Raises `KeyError` for no kind of card."""
    session.trainer(lesson).guess(kind)


def set_log(session: Session, lesson: str, log: bool) -> None:
    """Show losses on a logarithmic scale, or on a plain one."""
    session.state(lesson).log = log


def aim(session: Session, lesson: str, picture: str, names: Sequence[str]) -> None:
    """Give a view of the loss other sliders as axes. Raises `KeyError` for what can't be its axes."""
    state = session.state(lesson)
    state.aims = aimed(state.lesson, state.aims, picture, names)
