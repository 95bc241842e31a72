"""Kept runs, drawn thin beside the present one: told apart by their dashes, with a number at their ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from downhill.lesson import Kept, Look

DASHES = (
    (7.0, 3.0),
    (1.5, 2.5),
    (9.0, 2.5, 1.5, 2.5),
)  # CSS pixels: strokes and gaps; the page shows the same
ASIDE = ((0.0, 15.0), (15.0, 6.0), (-15.0, 6.0))  # CSS pixels from a run's end to its number: none on another


def draw_runs(axes: Any, look: Look, runs: Sequence[Kept], points: Callable[[Kept], np.ndarray]) -> list[Any]:
    """Draw runs onto the ground; `points` gives their places in the axes' own numbers, shape (k, 2)."""
    artists: list[Any] = []
    for run in runs:
        places, style = points(run), run.number - 1
        dashes = (0, tuple(length / 1.6 for length in DASHES[style]))  # matplotlib counts in line widths
        artists += axes.plot(*places.T, color=look.text, linewidth=1.6, linestyle=dashes, zorder=3.5)
        artists.append(
            axes.annotate(
                str(run.number), places[-1], ASIDE[style], textcoords="offset points", color=look.text,
                fontsize=13, ha="center", va="center", annotation_clip=False, zorder=9,
                bbox={"boxstyle": "circle,pad=0.15", "facecolor": look.paper, "edgecolor": look.text},
            )
        )  # fmt: skip
    return artists
