"""The machine's present run: the points that a verdict looks at, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from downhill.lesson.way import ADAM, PLAIN, Memory, Way
from downhill.maths import memory_truths, truths
from downhill.maths.descent import Stage
from downhill.play.variant import ActiveVariant

HOPELESS = "hopeless"  # hardly any progress, and no rate arrives soon
PLAINLY = Way()
LONGEST = 4 * truths.WINDOW  # stages that a verdict looks at
WILD = (truths.DIVERGING, truths.HELD)  # the rate is too large
FINISHED = (truths.CONVERGED, truths.HOVERING, *WILD, "stuck", "edge", "overflow", "undefined")


class Run:
    """Steps of the machine in a row. While a hand moves it has no stages, and no `memory` of gradients.

    `refused` tells why the next step can't be taken: `overflow` if numbers would become infinite,
    `undefined` if there would be no loss, else ''.
    """

    def __init__(self) -> None:
        self.stages: list[Stage] = []
        self.memory: Memory | None = None
        self.refused = ""

    def __len__(self) -> int:
        return len(self.stages)

    def begin(self, stages: Iterable[Stage] = (), memory: Memory | None = None) -> None:
        """Start over, from these stages, with that memory of the gradients."""
        self.stages, self.memory = list(stages), memory

    def go_on(self, stage: Stage) -> None:
        """Add a step; forget the stages that no verdict looks at any longer."""
        self.stages = [*self.stages[-LONGEST:], stage]

    def verdict(
        self,
        variant: ActiveVariant,
        solved: bool,
        next_values: Sequence[float] | None,
        way: Way = PLAINLY,
    ) -> str:
        """Return the verdict on a run with stages: a key of `verdict.…`.

        `next_values` is where one more step of that way would lead, None if none can be taken.
        """
        said = self._said(variant, way)
        if said == truths.CONVERGED:
            return said if solved else "stuck"
        if next_values is not None and tuple(next_values) == tuple(self.stages[-1].values):
            return "edge"
        if said == truths.HOVERING and truths.is_cut(self.stages, variant.spans):
            return truths.HELD
        if not variant.rates_of(way.name).hopeless or said not in (truths.CRAWLING, truths.HOVERING):
            return said
        if said == truths.HOVERING:
            return HOPELESS
        heights = [stage.loss for stage in self.stages[-2:]]
        return HOPELESS if truths.stalls(heights, variant.scale) else said

    def _said(self, variant: ActiveVariant, way: Way) -> str:
        """Return the verdict on the steps, among those that fit that way downhill."""
        known = self.stages, variant.spans, variant.scale, variant.rates.kinked
        if way.name == PLAIN:
            return truths.verdict(*known)
        taken = way.memory.taken if way.memory else 0
        return memory_truths.verdict(*known, adaptive=way.name == ADAM, taken=taken)


def is_finished(verdict: str, pressing: bool = False) -> bool:
    """Return whether more steps of a run lead nowhere. If `pressing` on may help, wild leaps don't end it."""
    return verdict in FINISHED and not (pressing and verdict in WILD)
