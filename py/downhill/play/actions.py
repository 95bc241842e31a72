"""A lesson's own buttons: pure functions from what is chosen to what is chosen next."""

from __future__ import annotations

from collections.abc import Mapping

from downhill.play.lesson_state import Desk


def changes(desk: Desk, name: str) -> Mapping[str, str]:
    """What pressing that button would change. Raises `KeyError` for one that the lesson does not have."""
    actions = desk.lesson.actions
    if name not in actions:
        raise KeyError(f"lesson {desk.lesson.id} has no action {name!r}, only {list(actions)}")
    values = dict(zip((s.name for s in desk.lesson.sliders), desk.values, strict=True))
    return actions[name](**values, **desk.choices)


def offered(desk: Desk) -> list[str]:
    """The buttons that would change something, in their order."""
    return [name for name in desk.lesson.actions if changes(desk, name)]


def act(desk: Desk, name: str) -> None:
    """Press that button: the same checks hold as for what a reader chooses and writes."""
    entries = {entry.name for entry in desk.lesson.entries}
    for what, option in changes(desk, name).items():
        (desk.enter if what in entries else desk.choose)(what, option)
