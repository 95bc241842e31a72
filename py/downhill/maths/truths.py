"""What the words about a descent claim: each word's conditions, over numbers alone.

Heights are losses in the order of a run. `scale` is a loss that counts as large, `spans` are the sliders'
lengths; a stride is a step with each slider's share measured in its span. Sentences are chosen by these
conditions and by no others.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from downhill.maths.descent import Numbers, Stage

CONVERGED, HOVERING, DIVERGING, HELD = "converged", "hovering", "diverging", "held"
BOUNCING, CRAWLING, CONVERGING = "bouncing", "crawling", "converging"
DOWNHILL, CREASED, JUMPING = "downhill", "creased", "jumping"

LEVEL = 0.005  # slopes below it would be shown as 0.00
FLAT = 1e-4  # of the scale: descent rests where crossing all sliders would change the loss by no more
ROUNDING = 1e-12  # of the scale: no difference
LEAST = 1e-12  # a scale is never less
CRAWL = 5e-4  # of the slider: shorter steps need more than 2,000 frames to cross it
FADING = 0.98  # of the step before: a step that is no shorter doesn't shrink by itself
NEARLY, FARTHER = 0.9, 1.15  # of the step before: nearly as far back is between them
OPPOSITE = -0.8  # the cosine of two directions against each other, at most
WINDOW = 24  # steps without a better loss before a run over corners counts as hovering
STALLED = 1e-2  # of the scale: a step that gains less is hardly any progress
BETTER = 1e-3  # of the scale: a loss that is less than so much lower is no better


def level(span: float, scale: float) -> float:
    """The slope below which the ground along a slider reads *level*.

    It is what would be shown as 0.00, less where all losses are small, and more where they are large: there
    crossing the slider at that slope would change the loss by no more than `FLAT` of the scale.
    """
    return max(FLAT * scale / span, LEVEL * min(1.0, scale))


def is_level(slope: float, span: float, scale: float) -> bool:
    """Return whether the ground along a slider reads *level*."""
    return abs(slope) <= level(span, scale)


def is_flat(gradient: Numbers, spans: Numbers, scale: float) -> bool:
    """Return whether descent has nowhere to go, *converged* or *stuck*: every slider then reads level."""
    return bool(np.abs(np.asarray(gradient)) @ np.asarray(spans) <= FLAT * scale)


def rises(heights: Sequence[float], scale: float) -> bool:
    """*The steps land higher and higher*: each of these higher than the one before, by more than rounding."""
    return all(after > before + ROUNDING * scale for before, after in pairwise(heights))


def falls(heights: Sequence[float], scale: float) -> bool:
    """*The steps land lower and lower*: each of these lower than the one before, by more than rounding."""
    return all(after < before - ROUNDING * scale for before, after in pairwise(heights))


def shrinks(before: np.ndarray, after: np.ndarray) -> bool:
    """*The steps shrink*: the second of two strides is the shorter one."""
    return bool(np.linalg.norm(after) < np.linalg.norm(before))


def crawls(before: np.ndarray, after: np.ndarray) -> bool:
    """*The steps are tiny*, and don't get shorter by themselves. Steps as shares of spans, shape (n,)."""
    first, second = np.abs(before).max(), np.abs(after).max()
    return bool(second < CRAWL and second > FADING * first)


def turns_back(before: np.ndarray, after: np.ndarray) -> bool:
    """*From side to side*: the second of two steps, shape (n,), goes against the first, and nearly as far."""
    first, second = np.linalg.norm(before), np.linalg.norm(after)
    return bool(second >= NEARLY * first and before @ after < OPPOSITE * first * second)


def goes_back(before: np.ndarray, after: np.ndarray) -> bool:
    """*Across the valley and nearly as far back*: the second of two steps turns back, and not farther."""
    return turns_back(before, after) and bool(np.linalg.norm(after) <= FARTHER * np.linalg.norm(before))


def is_cut(stages: Sequence[Stage], spans: Sequence[float]) -> bool:
    """*Only the sliders' ends cut the steps short*: they go from side to side, and an end has cut one that
    turned back, the last one or the one before.

    On a quadratic no step that turns back is cut with a stable rate: it leads nearer than the step before
    began.
    """
    recent = stages[-4:]
    back = [turns_back(before, after) for before, after in pairwise(strides(recent, spans))]
    cut = [turned and stage.clipped for turned, stage in zip(back, recent[2:], strict=True)]
    return bool(back) and back[-1] and any(cut)


def stalls(heights: Sequence[float], scale: float) -> bool:
    """*Hardly any progress*: the last step landed lower by next to nothing, or no lower at all."""
    return len(heights) > 1 and heights[-1] > heights[-2] - STALLED * scale


def hovers(heights: Sequence[float], scale: float, window: int = WINDOW) -> bool:
    """*Hovering*: the best of the last `window` steps is no better than the best before, and not every step
    of the last two windows landed lower.
    """
    if len(heights) <= window or min(heights[-window:]) <= min(heights[:-window]) - BETTER * scale:
        return False
    return not all(falls(pair, scale) for pair in pairwise(heights[-2 * window :]))


def verdict(stages: Sequence[Stage], spans: Sequence[float], scale: float, kinked: bool = False) -> str:
    """Return the verdict on a run so far, judged by its last two steps, or '' where it is too short to tell.

    `stages` holds the run's places in order; `kinked` means that the loss has corners. On a quadratic of
    curvature L it is `DIVERGING` exactly for rates above 2/L and `BOUNCING` at 2/L: each step multiplies the
    distance to the lowest point by 1 - rate * L.
    """
    if stages and is_flat(stages[-1].gradient, spans, scale):
        return CONVERGED
    if kinked and hovers([stage.loss for stage in stages], scale):
        return HOVERING
    if len(stages) < 3:
        return ""
    last = stages[-3:]
    heights, (before, after) = [stage.loss for stage in last], strides(last, spans)
    if falls(heights, scale) and crawls(before, after):
        return CRAWLING
    if kinked:
        return CREASED if falls(heights, scale) else JUMPING
    if rises(heights, scale):
        return DIVERGING
    if is_cut(stages, spans):
        return HELD
    if goes_back(before, after):
        return BOUNCING
    if not falls(heights, scale):
        return JUMPING
    cut = any(stage.clipped for stage in last[1:])
    return CONVERGING if shrinks(before, after) and not cut else DOWNHILL


def strides(stages: Sequence[Stage], spans: Sequence[float]) -> np.ndarray:
    """The strides between the places, shape (len - 1, n)."""
    places = np.array([stage.values for stage in stages], dtype=float)
    strides: np.ndarray = np.diff(places, axis=0) / np.asarray(spans)
    return strides
