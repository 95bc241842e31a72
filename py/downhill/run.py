"""The machine's present run: the places that a verdict looks at, and whether the sliders' ends cut it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from downhill import descent
from downhill.descent import Stage
from downhill.variant import Variant

HOPELESS = "hopeless"  # it crawls, and no rate would be better
LONGEST = 4 * descent.WINDOW  # stages that a verdict looks at
FINISHED = (descent.CONVERGED, descent.HOVERING, descent.DIVERGING, "stuck", "edge", "overflow", "undefined")


class Run:
    """Steps of the machine in a row. It has no stages while a hand moves.

    `clipped` tells that the last step would have left the sliders, `refused` why the next one can't be taken:
    `overflow` where the numbers would leave the finite, `undefined` where there would be no loss, else ''.
    """

    def __init__(self) -> None:
        self.stages: list[Stage] = []
        self.clipped = False
        self.refused = ""

    def __len__(self) -> int:
        return len(self.stages)

    def begin(self, stages: Iterable[Stage] = ()) -> None:
        """Anew, from these stages."""
        self.stages = list(stages)

    def go_on(self, stage: Stage) -> None:
        """One step further; what no verdict looks at any more is forgotten."""
        self.stages = [*self.stages[-LONGEST:], stage]

    def verdict(self, variant: Variant, solved: bool, next_values: Sequence[float] | None) -> str:
        """What the run amounts to: a key of `verdict.…`, or '' where the machine is not at work.

        `next_values` is where one more step would lead, None where none can be taken.
        """
        if self.refused or not self.stages:
            return self.refused
        said = descent.verdict(self.stages, variant.spans, variant.scale, variant.rates.kinked)
        if said == descent.CONVERGED:
            return said if solved else "stuck"
        if next_values is not None and tuple(next_values) == tuple(self.stages[-1].values):
            return "edge"
        # Where only the sliders' ends keep it from growing, it would diverge.
        bouncing = said == descent.BOUNCING or (said == descent.HOVERING and variant.rates.hopeless)
        if bouncing and self.clipped:
            return descent.DIVERGING
        slow = said in (descent.CRAWLING, descent.HOVERING)
        return HOPELESS if variant.rates.hopeless and slow else said
