"""Where things stand in the picture of the four scores, whatever its size: CSS pixels from its top left."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

ROWS = {False: np.array([0.49, 0.674]), True: np.array([0.44, 0.615])}
"""The middles of a prompt's two bars, as shares of the prompt's half of a picture that is narrow or not."""
HEADING = {False: 0.2, True: 0.17}
"""Likewise, the middle of the prompt itself; `--head` in the lesson's style sheet."""
THICK, OF_HALF = 30.0, 0.13  # a bar's thickness: at most this many pixels, and this share of its half
TALL, SLIDERS, NARROW = (
    380.0,
    {True: 130.0, False: 84.0},
    600.0,
)  # room at the foot of a tall picture, if it is narrow or not
LETTERS = (14.0, 28.0)  # the size of letters: least, largest
OF_LETTERS = 0.0837  # likewise, as a share of a prompt's half
EDGE = (16.0, 56.0)  # left of all words, in a narrow and in a wide picture
BESIDE = 64.0  # right of the longest bar, for its score
SHOWN = {
    "scores": (-0.45, 1.45),
    "probabilities": (0.0, 1.0),
}  # of an axis, on a stage
ALL = {"scores": (-2.5, 2.5), "probabilities": (0.0, 1.0)}  # likewise, without a film


class Places(NamedTuple):
    """The middles of four rows and of two prompts, a bar's thickness, and the size of letters.

    Words begin at `left`, bars lie between `ends` along x, which are the scores of `reach`.
    """

    rows: np.ndarray
    prompts: np.ndarray
    thick: float
    letters: float
    left: float
    ends: tuple[float, float]
    reach: tuple[float, float]

    def along(self, scores: np.ndarray) -> np.ndarray:
        """Where scores are, in pixels from the left; those beyond the ends lie at the ends."""
        low, high = self.reach
        start, end = self.ends
        shares: np.ndarray = (np.clip(scores, low, high) - low) / (high - low)
        return start + shares * (end - start)


def places(width: float, height: float, words: float, output: str, on_stage: bool) -> Places:
    """Lay out a picture of that size; the longest word beside a bar is `words` wide at a size of 1."""
    narrow = width < NARROW
    half = (height - (SLIDERS[narrow] if height >= TALL else 0)) / 2
    letters = float(np.clip(OF_LETTERS * half, *LETTERS))
    left = EDGE[not narrow]
    reach = (SHOWN if on_stage else ALL)[output]
    ends = left + letters * (words + 0.6), width - BESIDE
    rows = np.concatenate([ROWS[narrow] * half, (1 + ROWS[narrow]) * half])
    prompts = half * np.array([HEADING[narrow], 1 + HEADING[narrow]])
    return Places(rows, prompts, min(THICK, OF_HALF * half), letters, left, ends, reach)
