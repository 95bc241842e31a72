"""What the words about a descent with a memory claim: each word's conditions, over numbers alone.

Momentum and Adam overshoot on purpose, so that hardly any word of plain descent (`downhill.maths.truths`)
says of them what it says there. Heights are losses in the order of a run, `scale` is a loss that counts as
large, strides are steps with each slider's share measured in its span.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from downhill.maths.descent import Stage
from downhill.maths.truths import (
    BOUNCING,
    CONVERGED,
    CRAWL,
    CRAWLING,
    DIVERGING,
    FARTHER,
    HELD,
    HOVERING,
    JUMPING,
    NEARLY,
    ROUNDING,
    crawls,
    falls,
    goes_back,
    hovers,
    is_cut,
    is_flat,
    rises,
    strides,
    turns_back,
)

FIRST, UPHILL = "first", "uphill"
ROLLING, STRIDING, SLOWING = "rolling", "striding", "slowing"
SHRUNK = 0.8  # of the highest swing before: swings that are lower fade
RECENT, SEVERAL = (
    12,
    4,
)  # of the last `RECENT` steps, `SEVERAL` cut short by an end: a first wild step calms down
PATIENCE = 80  # steps without a better loss before a run counts as hovering: a swing takes time


def rests(stages: Sequence[Stage], spans: Sequence[float], scale: float) -> bool:
    """*Level here*, and at rest: descent has nowhere to go, and its last stride was tiny all along."""
    if not is_flat(stages[-1].gradient, spans, scale):
        return False
    return len(stages) < 2 or bool(np.abs(strides(stages[-2:], spans)).max() < CRAWL)


def goes_uphill(before: Stage, after: Stage, scale: float) -> bool:
    """*Uphill, against the slope*: the step landed higher, and the slope where it began pointed back."""
    way = after.values - before.values
    return after.loss > before.loss + ROUNDING * scale and bool(before.gradient @ way > 0)


def peaks(heights: Sequence[float]) -> list[float]:
    """The heights at which a swing turned, in order, and the last one while it still climbs."""
    inner = [
        here
        for before, here, after in zip(heights, heights[1:], heights[2:], strict=False)
        if before < here >= after
    ]
    return [*inner, heights[-1]] if len(heights) > 1 and heights[-1] > heights[-2] else inner


def swings_up(stages: Sequence[Stage], spans: Sequence[float], scale: float) -> bool:
    """*From side to side, higher and higher*: three turns in a row, each higher than the one before and the
    last as high as the run has ever been; or three steps in a row that turn back and land higher.
    """
    heights = [stage.loss for stage in stages]
    turns = peaks(heights)
    if len(turns) > 2 and rises(turns[-3:], scale) and turns[-1] >= max(heights):
        return True
    if len(stages) < 4 or not rises(heights[-4:], scale):
        return False
    return all(turns_back(before, after) for before, after in pairwise(strides(stages[-4:], spans)))


def is_held(stages: Sequence[Stage], spans: Sequence[float]) -> bool:
    """*Only the sliders' ends cut the steps short*: they go from side to side, and ends have cut several."""
    return is_cut(stages, spans) and sum(stage.clipped for stage in stages[-RECENT:]) >= SEVERAL


def settles(heights: Sequence[float], scale: float) -> bool:
    """Return whether swings fade: the highest of the last places is lower than the highest before them."""
    half = PATIENCE // 2
    now, before = max(heights[-half:]), max(heights[-PATIENCE:-half])
    low = min(heights[-PATIENCE:])
    return now - low < SHRUNK * (before - low) - ROUNDING * scale


def verdict(
    stages: Sequence[Stage],
    spans: Sequence[float],
    scale: float,
    kinked: bool = False,
    adaptive: bool = False,
    taken: int = 0,
) -> str:
    """Return the verdict on a run with a memory so far, or '' where it is too short to tell.

    `stages` holds the run's places in order, `kinked` means that the loss has corners. `adaptive` is Adam,
    whose strides don't know how steep the ground is: it never leaves a valley, but may hover over any.
    `taken` counts the steps since the memory was empty.
    """
    if rests(stages, spans, scale):
        return CONVERGED
    heights = [stage.loss for stage in stages]
    if (kinked or adaptive) and hovers(heights, scale, PATIENCE) and not settles(heights, scale):
        return HOVERING
    if is_held(stages, spans):
        return HELD
    if not (kinked or adaptive) and swings_up(stages, spans, scale):
        return DIVERGING
    if adaptive and taken == 1 and not stages[-1].clipped:
        return FIRST
    if len(stages) < 3:
        return ""
    return _last_step(stages[-3:], spans, scale, adaptive)


def _last_step(last: Sequence[Stage], spans: Sequence[float], scale: float, adaptive: bool) -> str:
    """What the last step did, from the last three places."""
    _, before, after = last
    if after.loss >= before.loss - ROUNDING * scale:
        if goes_uphill(before, after, scale):
            return UPHILL
        return JUMPING if after.loss > before.loss + ROUNDING * scale else ""
    first, second = strides(last, spans)
    if goes_back(first, second):
        return BOUNCING
    if crawls(first, second) and falls([stage.loss for stage in last], scale):
        return CRAWLING
    one, other = float(np.linalg.norm(first)), float(np.linalg.norm(second))
    if adaptive and NEARLY * one <= other <= FARTHER * one:
        return STRIDING
    if other == one:
        return ""
    return ROLLING if other > one else SLOWING
