"""Runs of the machine that the reader keeps, to compare them with later ones."""

from __future__ import annotations

from collections.abc import Mapping

from downhill.lesson import Kept
from downhill.text.format import PAGE, fill

MOST = 3  # runs kept at a time


class KeptRuns:
    """The kept runs, ordered by number; `said` is a sentence about what was last done with them."""

    def __init__(self) -> None:
        self.runs: tuple[Kept, ...] = ()
        self.said = ""

    @property
    def free(self) -> int | None:
        """The lowest number that no run has, None if all are taken."""
        taken = {run.number for run in self.runs}
        return next((number for number in range(1, MOST + 1) if number not in taken), None)

    def keep(self, run: Kept) -> None:
        """Keep a run."""
        self.put(run)
        self._say("done", {"number": str(run.number), "name": run.name})

    def refuse(self, has_run: bool) -> None:
        """Say why no run is kept: no room is left, or there is no run to keep (`has_run`)."""
        self._say("full" if has_run else "none")

    def put(self, run: Kept) -> None:
        """Add a run, or replace the one with its number."""
        others = (kept for kept in self.runs if kept.number != run.number)
        self.runs = tuple(sorted((*others, run), key=lambda kept: kept.number))

    def drop(self, number: int) -> None:
        """Forget the run with that number. Raises `KeyError` if there is none."""
        left = tuple(run for run in self.runs if run.number != number)
        if len(left) == len(self.runs):
            raise KeyError(f"no kept run {number}, only {[run.number for run in self.runs]}")
        self.runs = left
        self._say("dropped", {"number": str(number)})

    def clear(self) -> None:
        """Forget all runs, because their losses no longer mean anything."""
        self.said = PAGE["kept.gone"] if self.runs else ""
        self.runs = ()

    def _say(self, key: str, parts: Mapping[str, str] | None = None) -> None:
        self.said = fill(PAGE[f"kept.{key}"], parts or {})
