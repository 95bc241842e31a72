"""Which way downhill a lesson uses, the settings of all of them, and how the page shows them."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from typing import Any

from downhill.lesson.way import BETAS, GOOD, MOST, PLAIN, PLAINLY, WAYS, Memory, Way, clamped
from downhill.maths.descent import step
from downhill.play.advancing import FUNCTIONS, step_of
from downhill.text.format import PAGE, fill, number, trimmed

DIGITS = 4  # decimals of beta


class Ways:
    """The chosen way, by `name`, and the settings of each. Mutable.

    `betas` are how much the ways keep of their memories, by name; `rates` the learning rates that other ways
    last had, by their names.
    """

    def __init__(self) -> None:
        self.name = PLAIN
        self.betas = dict(GOOD)
        self.rates: dict[str, float] = {}

    def choose(self, name: str, rate: float, good: Callable[[], float]) -> float:
        """Choose another way; return the learning rate that it last had, else its `good` one.

        `rate` is the current way's, to be remembered. Raises `KeyError` for an unknown way.
        """
        if name not in WAYS:
            raise KeyError(f"no way downhill {name!r}, only {[*WAYS]}")
        self.rates[self.name] = rate
        self.name = name
        return self.rates[name] if name in self.rates else good()

    def set_beta(self, name: str, beta: float) -> None:
        """Set a beta, clamped. Raises `KeyError` for a name that the chosen way doesn't have."""
        if name not in BETAS[self.name]:
            raise KeyError(f"{self.name} has no {name!r}, only {[*BETAS[self.name]]}")
        self.betas[name] = clamped(name, beta)

    def way(self, memory: Memory | None = None) -> Way:
        """Return the chosen way, with a memory."""
        if self.name == PLAIN and memory is None:
            return PLAINLY  # training asks at every step
        return Way(self.name, tuple(self.betas[name] for name in BETAS[self.name]), memory)


def shown(ways: Ways, own: Collection[str]) -> dict[str, Any]:
    """Return the name of the chosen way, a sentence about it, and its sliders.

    A slider's scale is the logarithm of what is forgotten, 1 - beta: it has a `name`, a `label`, the places
    `at` and `most` on that scale, and beta as it is `shown` and as it is `spoken`. `own` are the names of a
    reader's functions; a step among them that belongs to another way isn't used now.
    """
    name, betas, _ = ways.way()
    told, more = PAGE[f"way.said.{name}"], PAGE["way.memory"] if name != PLAIN else ""
    if own and _rests(name, own):
        more = PAGE["way.rests"]
    if more:
        told = fill(PAGE["said.more"], {"said": told, "more": more})
    return {"name": name, "said": told, "dials": [*map(_dial, BETAS[name], betas)]}


def _rests(name: str, own: Collection[str]) -> bool:
    """Return whether there are steps among a reader's functions, but none for that way."""
    steps = {step.__name__, *FUNCTIONS} & {*own}
    return bool(steps) and not steps & {*step_of(name)}


def _dial(name: str, beta: float) -> dict[str, Any]:
    digits = share_shown(beta)
    label = PAGE[f"way.{name}"]
    return {
        "name": name,
        "label": label,
        "at": round(_place(beta), 4),
        "most": round(_place(MOST[name]), 4),
        "shown": digits,
        "spoken": fill(PAGE["way.spoken"], {"share": digits, "steps": 1 / (1 - beta)}),
    }


def share_shown(beta: float) -> str:
    """Return beta as it is shown."""
    return trimmed(number(beta, DIGITS))


def _place(beta: float) -> float:
    return -math.log10(1 - beta)
