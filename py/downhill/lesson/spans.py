"""Spans of numbers, joined where they meet."""

from __future__ import annotations

import numpy as np


def merged(spans: np.ndarray, gap: float = 0.0) -> np.ndarray:
    """Merge spans (low, high), shape (k, 2), into separate spans in rising order, shape (n, 2).

    Spans that are at most `gap` apart are joined, including the gap.
    """
    if not len(spans):
        return np.empty((0, 2))
    lows, highs = spans[spans[:, 0].argsort()].T
    tops = np.maximum.accumulate(highs)
    apart = lows[1:] > tops[:-1] + gap
    starts, ends = np.concatenate([[True], apart]), np.concatenate([apart, [True]])
    return np.stack([lows[starts], tops[ends]], axis=1)


def inside(spans: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return which of the places, shape (n,), are in one of the `merged` spans: booleans, shape (n,)."""
    within: np.ndarray = np.searchsorted(spans.ravel(), places) % 2 == 1
    return within
