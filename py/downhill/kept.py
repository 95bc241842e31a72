"""Runs of the machine that the reader keeps, to see them beside later ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from downhill.ink import HAND
from downhill.trail import Trail
from downhill.words import PAGE, enumerated, fill, rate_shown

if TYPE_CHECKING:
    from downhill.desk import Desk

MOST = 3  # runs that are kept at a time


@dataclass(frozen=True, eq=False)
class Kept:
    """One run: its places after `first` steps and all later ones, values of shape (k, n), losses (k,).

    `number` is what the pictures call it, from 1; `legs` are the learning rates it was walked with, each with
    so many steps in a row.
    """

    number: int
    first: int
    values: np.ndarray
    losses: np.ndarray
    steps: int
    legs: tuple[tuple[float, int], ...]
    verdict: str

    @property
    def rates(self) -> tuple[float, ...]:
        """The learning rates, each once, in order of first use."""
        return tuple(dict.fromkeys(rate for rate, _ in self.legs))

    @property
    def name(self) -> str:
        """The run in a few words."""
        low, high = (rate_shown(rate) for rate in (min(self.rates), max(self.rates)))
        rate = fill(PAGE["kept.rate" if low == high else "kept.rates"], {"a": low, "b": high})
        steps = fill(PAGE["kept.steps" if self.steps != 1 else "kept.step"], {"steps": str(self.steps)})
        return enumerated([rate, steps])


class Shelf:
    """The runs that are kept, in the order of their numbers; `said` is what was last done with them."""

    def __init__(self) -> None:
        self.runs: tuple[Kept, ...] = ()
        self.said = ""

    def keep(self, desk: Desk) -> None:
        """Keep the present run of a desk under the lowest number that is free, if there is one."""
        free = sorted(set(range(1, MOST + 1)) - {run.number for run in self.runs})
        if not has_run(desk) or not free:
            self._say("full" if has_run(desk) else "none")
            return
        run = present_run(desk, free[0])
        self.put(run)
        self._say("done", {"number": str(run.number), "name": run.name})

    def put(self, run: Kept) -> None:
        """One more run, or another one under its number."""
        others = (kept for kept in self.runs if kept.number != run.number)
        self.runs = tuple(sorted((*others, run), key=lambda kept: kept.number))

    def drop(self, number: int) -> None:
        """Forget the run of that number. Raises `KeyError` where there is none."""
        left = tuple(run for run in self.runs if run.number != number)
        if len(left) == len(self.runs):
            raise KeyError(f"no kept run {number}, only {[run.number for run in self.runs]}")
        self.runs = left
        self._say("dropped", {"number": str(number)})

    def clear(self) -> None:
        """Forget all runs, because their losses mean nothing any more."""
        self.said = PAGE["kept.gone"] if self.runs else ""
        self.runs = ()

    def _say(self, key: str, parts: Mapping[str, str] | None = None) -> None:
        self.said = fill(PAGE[f"kept.{key}"], parts or {})


def has_run(desk: Desk) -> bool:
    """Whether the machine has led the sliders to where they stand."""
    trail = desk.trail
    return len(trail) > 1 and bool(trail.by_machine[-1])


def again(desk: Desk) -> None:
    """Back to exactly where the present run began, with the hand moves before it; without a run, nothing."""
    if not has_run(desk):
        return
    start = desk.trail.run_start(len(desk.trail))
    if start < 0:  # the trail holds it no more
        values, loss, standing = desk.trail.place(start)
        desk.trail = Trail(values, loss, HAND)
        desk.trail.standing = standing
    desk.rewind(max(start, 0))


def present_run(desk: Desk, number: int) -> Kept:
    """The machine's steps since a hand last moved, as they stand now."""
    trail = desk.trail
    start = trail.run_start(len(trail))
    steps = desk.machine_steps - trail.place(start).standing.machine_steps
    places = slice(max(start, 0), len(trail))
    values, losses = trail.values[places].copy(), trail.losses[places].copy()
    return Kept(number, steps + 1 - len(losses), values, losses, steps, trail.legs(start), desk.verdict())
