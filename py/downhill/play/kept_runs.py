"""Runs of the machine that the reader keeps, to see them beside later ones."""

from __future__ import annotations

from collections.abc import Mapping

from downhill.lesson import Kept
from downhill.text.format import PAGE, fill

MOST = 3  # runs that are kept at a time


class KeptRuns:
    """The runs that are kept, in the order of their numbers; `said` is what was last done with them."""

    def __init__(self) -> None:
        self.runs: tuple[Kept, ...] = ()
        self.said = ""

    @property
    def free(self) -> int | None:
        """The lowest number that no run has, None where all are taken."""
        taken = {run.number for run in self.runs}
        return next((number for number in range(1, MOST + 1) if number not in taken), None)

    def keep(self, run: Kept) -> None:
        """Keep a run."""
        self.put(run)
        self._say("done", {"number": str(run.number), "name": run.name})

    def refuse(self, has_run: bool) -> None:
        """Say why no run is kept: there is no room, or there `has_run` been none."""
        self._say("full" if has_run else "none")

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
