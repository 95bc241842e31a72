"""Parts of a lesson that a link can lock or hide; `downhill.verbs` says which verb uses which.

A part is named `rate`, for all lessons, or `line.rate`, for one. Within a lesson, its sliders, switches, and
text fields are parts too, by their own names: `line.m`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

PARTS: dict[str, str] = {
    "sliders": ".hand",
    "boxes": ".boxed",
    "slopes": ".slider .downhill",
    "switches": ".choice",
    "own": ".entry, details.own",
    "actions": ".actions",
    "machine": ".machine, .presets, .tools-time, .overshoot, details.maths, [data-action=reseed]",
    "step": "[data-action=step]",
    "step10": "[data-action=step10]",
    "play": "[data-action=play]",
    "reset": "[data-action=reset]",
    "from_start": "[data-action=from_start]",
    "rate": ".rate, .presets",
    "presets": ".presets",
    "way": ".ways",
    "rewind": ".rewind",
    "runs": ".compare, ul.kept",
    "maths": "details.maths",
    "python": "details.python, button[data-python]",
    "views": ".views, details.more",
    "map": "figure.map",
    "trace": "figure.trace",
    "table": "details.numbers:not(.more)",
    "prediction": ".picks",
    "again": ".again",
    "challenges": "details.challenges, [data-do=leave]",
    "take": "details.take",
    "share": ".share",
}
"""Every part by its name: where it is in a lesson's section, as a CSS selector."""

ONLY_HIDDEN = ("slopes", "maths", "map", "trace", "table", "prediction", "again", "take", "share")
"""Parts that can be hidden but have nothing to lock."""


class Locks:
    """The parts that are locked now, and where the sliders stood when they were locked."""

    def __init__(self, parts: Iterable[str] = ()) -> None:
        self.parts = frozenset(parts)
        self.given: Mapping[str, Sequence[float]] = {}

    def hold(self, lesson: str, used: Iterable[str]) -> bool:
        """Return whether one of these parts of a lesson is locked."""
        return any(part in self.parts or f"{lesson}.{part}" in self.parts for part in used)

    def free(self, lesson: str, values: Mapping[str, float]) -> dict[str, float]:
        """Return the values of the sliders that aren't locked."""
        return {name: value for name, value in values.items() if not self._holds_slider(lesson, name)}

    def _holds_slider(self, lesson: str, name: str) -> bool:
        return self.hold(lesson, ("sliders", name))

    def give(self, values: Mapping[str, Sequence[float]]) -> None:
        """Remember where all sliders are: Reset brings locked ones back there."""
        self.given = values

    def reset(self, lesson: str, names: Iterable[str], starts: Sequence[float]) -> list[float]:
        """Return where Reset puts the sliders of a lesson, given their start values."""
        trios = zip(names, starts, self.given.get(lesson, starts), strict=True)
        return [given if self._holds_slider(lesson, name) else start for name, start, given in trios]
