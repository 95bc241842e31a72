"""The ways downhill as the page shows them: which one is chosen, what it is, and its sliders."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Any, Protocol

from downhill.lesson.way import BETAS, MOST, PLAIN
from downhill.maths.descent import step
from downhill.play.advancing import FUNCTIONS, step_of
from downhill.play.ways import Ways
from downhill.text.format import PAGE, fill, trimmed
from downhill.text.format import number as in_digits

DIGITS = 4  # decimals of beta


class Walker(Protocol):
    """The state of a lesson of any kind."""

    @property
    def ways(self) -> Ways:
        """Its ways downhill."""


def shown(state: Walker, own: Collection[str]) -> dict[str, Any]:
    """Return the name of the chosen way, a sentence about it, and its sliders.

    A slider's scale is the logarithm of what is forgotten, 1 - beta: it has a `name`, a `label`, the places
    `at` and `most` on that scale, and beta as it is `shown` and as it is `spoken`. `own` are the names of a
    reader's functions; a step among them that belongs to another way isn't used now.
    """
    name, betas, _ = state.ways.way()
    steps, chosen = {step.__name__, *FUNCTIONS} & {*own}, {*step_of(name)}
    told, more = PAGE[f"way.said.{name}"], PAGE["way.memory"] if name != PLAIN else ""
    if steps and not steps & chosen:
        more = PAGE["way.rests"]
    if more:
        told = fill(PAGE["said.more"], {"said": told, "more": more})
    return {"name": name, "said": told, "dials": [*map(_dial, BETAS[name], betas)]}


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
    return trimmed(in_digits(beta, DIGITS))


def _place(beta: float) -> float:
    return -math.log10(1 - beta)
