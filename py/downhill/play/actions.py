"""A lesson's own buttons: pure functions from the current choices to the next ones."""

from __future__ import annotations

from collections.abc import Mapping

from downhill.play.lesson_state import LessonState


def changes(state: LessonState, name: str) -> Mapping[str, str]:
    """Return what pressing that button would change. Raises `KeyError` if the lesson doesn't have it."""
    actions = state.lesson.actions
    if name not in actions:
        raise KeyError(f"lesson {state.lesson.id} has no action {name!r}, only {list(actions)}")
    values = dict(zip((s.name for s in state.lesson.sliders), state.values, strict=True))
    return actions[name](**values)


def offered(state: LessonState) -> list[str]:
    """Return the buttons that would change something, in order."""
    return [name for name in state.lesson.actions if changes(state, name)]


def act(state: LessonState, name: str) -> None:
    """Press that button. The result is checked like a reader's own choices and texts."""
    entries = {entry.name for entry in state.lesson.entries}
    for what, option in changes(state, name).items():
        (state.enter if what in entries else state.choose)(what, option)
