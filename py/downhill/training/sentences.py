"""The sentences in the examples of a text, and examples made of sentences; loaded when needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from downhill.training.tokens import LOOKS_BACK, Examples, Text


def sentences(text: Text, part: Examples | None = None) -> Iterator[list[int]]:
    """Yield the sentences to learn, or those of another part of a text, as numbers of tokens."""
    before, after = part or text.learned
    starts = [*np.flatnonzero((before == text.end).all(axis=1)), len(after)]
    for start, end in pairwise(starts):
        yield after[start:end].tolist()


def examples(lines: Sequence[Sequence[int]], end: int) -> Examples:
    """Return the examples in sentences: shapes (n, 3) and (n,), for n tokens."""
    rows = [[*[end] * LOOKS_BACK, *line][i : i + LOOKS_BACK] for line in lines for i in range(len(line))]
    return Examples(np.array(rows), np.array([token for line in lines for token in line]))
