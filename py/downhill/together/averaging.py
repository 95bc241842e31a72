"""Puts the weights of several models together, and shows why that works only from the same first weights."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np

from downhill.training.network import layers, multiply

Way = Callable[[np.ndarray, np.ndarray, str], np.ndarray]
"""Makes one model of several, as `together` does."""
EQUALLY, STEPS, MEDIAN = WAYS = ("equally", "steps", "median")


def together(models: np.ndarray, steps: np.ndarray, way: str = EQUALLY) -> np.ndarray:
    """Return one model made of n, given all their weights, shape (n, N), and the steps of each, shape (n,).

    Source: McMahan et al., Communication-Efficient Learning of Deep Networks from Decentralized Data, 2017.
    """
    if way == MEDIAN:
        return np.asarray(np.median(models, axis=0))
    shares = steps if way == STEPS else np.ones(len(models))
    return np.asarray((models * shares[:, None]).sum(axis=0) / shares.sum())


def swapped(weights: np.ndarray, tokens: int, seed: int = 1) -> np.ndarray:
    """Return the same model with its hidden units in another order: what it computes stays the same."""
    found = weights.copy()
    net = layers(found, tokens)
    order = [*range(net.shift.size)]
    Random(seed).shuffle(order)
    net.inner[:], net.shift[:], net.outer[:] = net.inner[:, order], net.shift[order], net.outer[order]
    return found


def likeness(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return how alike the hidden units of two models are, shape (48, 48): 1 if they rise and fall together.

    It is the absolute correlation, given the units' values on the same n examples, shape (n, 48). A unit of
    which no value differs is like none.
    """
    parts = [units - units.mean(axis=0) for units in (one, other)]
    first, second = (part / np.maximum(np.sqrt((part**2).sum(axis=0)), 1e-12) for part in parts)
    return np.asarray(np.abs(multiply(first.T, second)))
