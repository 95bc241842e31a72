"""Reads out the words of a model's map: the one nearest to a point, and from word to word."""

from __future__ import annotations

import numpy as np

from downhill.training.trainer import Trainer
from downhill.training.training_texts import word_told_of

FAR = 1000  # strides: enough to get past all words


def nearest_word(trainer: Trainer, places: np.ndarray, x: float, y: float) -> int:
    """Return the index of the word nearest to a point; `places` in the picture are (n, 2), in CSS pixels."""
    apart = ((places - (x, y)) ** 2).sum(axis=1)
    return int(trainer.map.words[apart.argmin()])


def word_beside(trainer: Trainer, last: int, across: float, up: float) -> int:
    """Return the index of the word that many words to the right and up from the last one, or the map's own.

    Words are counted along one axis at a time, and the count stops at the first and last one.
    """
    places, words = trainer.map.places(trainer.training.net.outer), trainer.map.words.tolist()
    at = words.index(last if last in words else word_told_of(trainer))
    for axis, way in enumerate((across, up)):
        order = np.argsort(places[:, axis], kind="stable").tolist()
        stride = int(min(max(way, -FAR), FAR))
        at = order[min(max(order.index(at) + stride, 0), len(order) - 1)]
    return int(words[at])
