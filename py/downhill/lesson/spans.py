"""Spans of numbers, joined where they meet."""

from __future__ import annotations

import numpy as np


def merged(spans: np.ndarray, gap: float = 0.0) -> np.ndarray:
    """The union of spans (low, high), shape (k, 2), as spans in rising order that do not meet, shape (n, 2).

    Spans that are no farther apart than `gap` are joined, with what lies between them.
    """
    if not len(spans):
        return np.empty((0, 2))
    lows, highs = spans[spans[:, 0].argsort()].T
    tops = np.maximum.accumulate(highs)
    apart = lows[1:] > tops[:-1] + gap
    starts, ends = np.concatenate([[True], apart]), np.concatenate([apart, [True]])
    return np.stack([lows[starts], tops[ends]], axis=1)


def inside(spans: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Which of the places, shape (n,), lie in one of the spans, which are `merged`: booleans, shape (n,)."""
    within: np.ndarray = np.searchsorted(spans.ravel(), places) % 2 == 1
    return within
