"""Parts of a lesson that whoever makes a link may lock or hide, and which of them a request uses.

A part is named `rate`, in all lessons, or `line.rate`, in one. In one lesson a slider, a switch and a text to
write are parts, too, by their own names: `line.m`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

PARTS: dict[str, str] = {
    "sliders": ".hand",
    "boxes": ".boxed",
    "slopes": ".slider .downhill",
    "switches": ".choice",
    "own": ".entry, details.own",
    "actions": ".actions",
    "machine": ".machine",
    "step": "[data-action=step]",
    "step10": "[data-action=step10]",
    "play": "[data-action=play]",
    "reset": "[data-action=reset]",
    "rate": ".rate",
    "presets": ".presets",
    "rewind": ".rewind",
    "runs": ".compare, ul.kept",
    "maths": "details.maths",
    "views": ".views, details.more",
    "map": "figure.map",
    "trace": "figure.trace",
    "table": "details.numbers:not(.more)",
    "challenges": "details.challenges, [data-do=leave]",
    "take": "details.take",
    "share": ".share",
}
"""Every part by its name: where it is in a lesson's section, as a CSS selector."""

ONLY_HIDDEN = ("slopes", "maths", "map", "trace", "table", "take", "share")
"""Parts in which there is nothing to lock."""

USES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("move", "point"), ("sliders",)),
    **{verb: ("machine", verb) for verb in ("step", "play", "reset")},
    "train": ("machine", "play"),
    "reseed": ("machine",),
    "set_rate": ("machine", "rate"),
    "preset": ("machine", "rate", "presets"),
    **dict.fromkeys(("rewind", "back"), ("machine", "rewind")),
    **dict.fromkeys(("keep", "again", "forget_run"), ("machine", "runs")),
    "choose": ("switches",),
    "act": ("actions",),
    **dict.fromkeys(("enter", "drag", "nudge", "drop", "add", "remove", "paste", "undo"), ("own",)),
    **dict.fromkeys(("set_log", "aim"), ("views",)),
    **dict.fromkeys(("challenge", "leave"), ("challenges",)),
}
"""The parts by which each of the session's verbs changes something."""

NAMING = ("move", "choose", "enter")  # verbs whose first argument is the name of a part


def parts_of(verb: str, arguments: Sequence[Any]) -> tuple[str, ...]:
    """All parts that a request uses; none for one that changes nothing."""
    if verb == "step" and arguments and arguments[0] != 1:
        return ("machine", "step10")
    named = tuple(arguments[:1]) if verb in NAMING else ()
    return USES.get(verb, ()) + named


class Locks:
    """The parts that are locked at present, and where the sliders were given to the reader."""

    def __init__(self, parts: Iterable[str] = ()) -> None:
        self.parts = frozenset(parts)
        self.given: Mapping[str, Sequence[float]] = {}

    def refuse(self, lesson: str, verb: str, *arguments: Any) -> bool:
        """Whether a request uses a part of a lesson that is locked."""
        used = parts_of(verb, arguments) if self.parts else ()
        return any(part in self.parts or f"{lesson}.{part}" in self.parts for part in used)

    def free(self, lesson: str, values: Mapping[str, float]) -> dict[str, float]:
        """Those of some sliders' values that are not locked."""
        return {name: value for name, value in values.items() if not self.refuse(lesson, "move", name)}

    def give(self, values: Mapping[str, Sequence[float]]) -> None:
        """Note where all sliders stand: Reset brings locked ones back there."""
        self.given = values

    def reset(self, lesson: str, names: Iterable[str], starts: Sequence[float]) -> list[float]:
        """Where Reset puts the sliders of a lesson, from their start values."""
        trios = zip(names, starts, self.given.get(lesson, starts), strict=True)
        return [given if self.refuse(lesson, "move", name) else start for name, start, given in trios]
