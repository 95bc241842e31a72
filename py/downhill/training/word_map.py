"""A map of a model's words by similarity: the two directions in which their output vectors differ most.

A word's output vector holds the weights from all hidden units to its score. Vectors are centered on the mean
of all words and scaled to length 1, so that the similarity of two is the cosine between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from downhill.training.network import HIDDEN

EVERY, LATER = 8, 32  # steps of the training between updates of the axes, at first and later on
LATE = 800  # steps
LEAST = 1e-12  # a shorter vector has no direction


class Alike(NamedTuple):
    """The words most similar to one word, the closest first, by their token numbers.

    `likeness` is the cosine to the first of them: 1 for the same direction, 0 for nothing in common.
    """

    word: int
    nearest: tuple[int, ...]
    likeness: float


class WordMap:
    """The axes of the map, shape (2, 48): orthogonal, of length 1, the first two principal components.

    They are updated by orthogonal iteration, one iteration each time, from where they were: so the map
    neither flips nor jumps, and the same steps lead to the same axes. Before the first update they are
    arbitrary. `words` are the numbers of the tokens that are words, shape (n,), the most frequent first.
    Source: Golub and Van Loan, Matrix Computations, 4th edition, section 7.3.2.
    """

    def __init__(self, tokens: Sequence[str]) -> None:
        self.words = np.array([i for i, token in enumerate(tokens) if token[0].isalnum()])
        self.axes = np.eye(2, HIDDEN)

    def follow(self, outer: np.ndarray) -> None:
        """Turn the axes toward those of these output weights, shape (48, V)."""
        found = self._directions(outer)
        found -= found.mean(axis=1, keepdims=True)
        turned = np.einsum("ij,kj->ki", found, np.einsum("ij,ki->kj", found, self.axes))
        first = _unit(turned[0], self.axes[0])
        second = turned[1] - first * np.einsum("i,i->", first, turned[1])
        self.axes = np.stack([first, _unit(second, self.axes[1])])

    def places(self, outer: np.ndarray) -> np.ndarray:
        """Return where the words are on the map, shape (n, 2), each number between -2 and 2."""
        found = np.einsum("ij,ki->jk", self._directions(outer), self.axes)
        return np.asarray(found - found.mean(axis=0))

    def alike(self, outer: np.ndarray, word: int, most: int = 3) -> Alike:
        """Return the words most similar to one, by all 48 weights. Raises `ValueError` for an unknown one."""
        at = self.words.tolist().index(word)
        found = self._directions(outer)
        cosines = np.einsum("ij,i->j", found, found[:, at])
        order = [i for i in np.argsort(-cosines, kind="stable").tolist() if i != at][:most]
        nearest = tuple(int(self.words[i]) for i in order)
        return Alike(word, nearest, float(cosines[order[0]]))

    def _directions(self, outer: np.ndarray) -> np.ndarray:
        """Return the centered vectors of all words, each of length 1, shape (48, n)."""
        vectors: np.ndarray = outer.take(self.words, axis=1)
        vectors -= vectors.mean(axis=1, keepdims=True)
        vectors /= np.maximum(np.sqrt(np.einsum("ij,ij->j", vectors, vectors)), LEAST)
        return vectors


def is_followed(steps: int) -> bool:
    """Return whether the axes are updated after this step: less often once words have settled."""
    return steps % (EVERY if steps <= LATE else LATER) == 0


def _unit(vector: np.ndarray, otherwise: np.ndarray) -> np.ndarray:
    """Return the vector scaled to length 1, or `otherwise` if it has no direction."""
    length = float(np.sqrt(np.einsum("i,i->", vector, vector)))
    return vector / length if length > LEAST else otherwise
