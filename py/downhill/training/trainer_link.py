"""What a link stores of a model, and how to restore it: seed, prompt, and what was changed at which step.
 The steps themselves aren't in it. They are taken again, which gives the same weights. A reader's code in a
link doesn't run by itself: so a link ends where that code first ran, and no step is taken again with
functions other than those it was first taken with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from downhill.lesson.way import WAYS
from downhill.play.ways import Ways
from downhill.text.mistake import Mistake
from downhill.training.run_log import SETTINGS, WAY, Change
from downhill.training.trainer import Trainer

NAMES = ("seed", "prompt", "guess", "changes", "steps")
MOST_STEPS, MOST_CHANGES = 20_000, 60
CHANGE = re.compile(
    rf"(\d{{1,6}})(?:r|w(\d{{1,6}})=|({'|'.join(SETTINGS)})=)(-?[\d.]{{1,24}}(?:e-?\d{{1,3}})?)"
)


def settable(trainer: Trainer) -> set[str]:
    """Return the names of what a link can set in a model."""
    return {*NAMES, *trainer.lesson.link_names}


def settings_of(trainer: Trainer) -> dict[str, str | float]:
    """Return what differs from the start, by name; training only if it is short enough for a link."""
    settings: dict[str, str | float] = {}
    if trainer.seed != 1:
        settings["seed"] = float(trainer.seed)
    if trainer.own_prompt is not None:
        settings["prompt"] = trainer.own_prompt
    if trainer.guessed:
        settings["guess"] = trainer.guessed
    settings |= trainer.shown_settings()
    if not is_short(trainer):
        return settings
    steps = trainer.steps if trainer.own_since is None else trainer.own_since
    changes = [change for change in trainer.changes if change.steps <= steps]
    if changes:
        settings["changes"] = "_".join(map(_written, changes))
    if steps:
        settings["steps"] = float(steps)
    return settings


def is_short(trainer: Trainer) -> bool:
    """Return whether everything that has happened is short enough for a link."""
    return len(trainer.changes) <= MOST_CHANGES and trainer.steps <= MOST_STEPS


def _written(change: Change) -> str:
    what = f"{change.setting}=" if change.setting else "r"
    if change.weight is not None:
        what = f"w{change.weight}="
    return f"{change.steps}{what}{change.value!r}"


def restore(trainer: Trainer, said: Mapping[str, str]) -> list[str]:
    """Apply a link's settings to a model; return the names of unusable ones, which change nothing."""
    ignored: list[str] = []
    trainer.seed = _whole(said, "seed", 1, trainer.SEEDS, 1, ignored)
    trainer.own_prompt, trainer.chosen, trainer.ways = None, 0, Ways()
    trainer.restart()
    ignored += trainer.restore_shown(said)
    trainer.brought_text = said.get("text", "")
    trainer.begin()
    try:
        trainer.enter("prompt", said.get("prompt", trainer.prompt))
    except Mistake:
        ignored.append("prompt")
    if "guess" in said:
        try:
            trainer.guess(said["guess"])
        except KeyError:
            ignored.append("guess")
    trainer.target = _whole(said, "steps", 0, MOST_STEPS, 0, ignored)
    try:
        trainer.ahead = sorted(
            _read(said.get("changes", ""), len(trainer.training.weights)), key=lambda c: c.steps
        )
    except ValueError:
        ignored.append("changes")
    if not trainer.target:
        trainer.apply_changes()
    return ignored


def _whole(said: Mapping[str, str], name: str, low: int, high: int, usual: int, ignored: list[str]) -> int:
    text = said.get(name, str(usual))
    if text.isascii() and text.isdecimal() and low <= int(text[:9]) <= high:
        return int(text)
    ignored.append(name)
    return usual


def _read(text: str, count: int) -> Iterator[Change]:
    """Read the changes in a text. Raises `ValueError` for a malformed one."""
    parts = text.split("_") if text else []
    if len(parts) > MOST_CHANGES:
        raise ValueError(f"{len(parts)} changes, expected at most {MOST_CHANGES}")
    for part in parts:
        found = CHANGE.fullmatch(part)
        if not found or (found[2] and int(found[2]) >= count):
            raise ValueError(f"not a change: {part[:40]}")
        if found[3] == WAY and float(found[4]) not in range(len(WAYS)):
            raise ValueError(f"not a way downhill: {part[:40]}")
        weight = int(found[2]) if found[2] else None
        yield Change(int(found[1]), float(found[4]), weight, found[3] or "")
