"""Mini-batch gradient descent: a network, a text, a seed, and one step after the other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from random import Random
from types import MappingProxyType
from typing import Any, Self

import numpy as np

from downhill.lesson.way import PLAIN, PLAINLY, Memory, Way
from downhill.maths import descent
from downhill.play import advancing
from downhill.play.advancing import advance
from downhill.training import network
from downhill.training.network import Layers, first_weights, layers, moved_to, read_only
from downhill.training.tokens import LOOKS_BACK, Examples, Text

Functions = Mapping[str, Callable[..., Any]]
FUNCTIONS: Functions = MappingProxyType(
    {
        "forward": network.forward,
        "softmax": network.softmax,
        "cross_entropy": network.cross_entropy,
        "backward": network.backward,
        "step": descent.step,
    }
)
"""The functions that a training consists of, in reading order."""
BATCH = 16  # examples that a step looks at
LARGEST = 1e6  # length of a step in the space of all weights: beyond that, numbers are meaningless
LONGEST = 16  # tokens that are written at most


class Stepping(ABC):
    """What trainings of all models share: one step after the other, in some way downhill.

    `own` are the functions that the training consists of, `functions` these or their replacements. `weights`
    are all weights in one array, `steps` how many steps were taken; `broken` means that the last step wasn't
    taken because numbers would have become infinite. A function `step` with a true attribute `goes_by_last`
    gets two more arguments: how far its last step moved, shape (N,), zeros before the first one, and how many
    steps were taken. `memory` is what a way downhill keeps of earlier gradients, None for nothing.
    """

    own: Functions = FUNCTIONS
    weights: np.ndarray
    net: Any
    steps, broken = 0, False
    memory: Memory | None = None
    _slopes: np.ndarray
    _last: np.ndarray | None

    @abstractmethod
    def _read_next(self) -> None:
        """Compute the slopes on whatever comes next."""

    @abstractmethod
    def _taken(self) -> None:
        """Record that a step was taken on that."""

    def step(self, rate: float, way: Way = PLAINLY) -> bool:
        """Take one step on what comes next; return False if numbers would become infinite."""
        self._read_next()
        self.broken = not (self._step if way.name == PLAIN else self._advance)(rate, way)
        if self.broken:
            return False
        self._taken()
        self.steps += 1
        return True

    def _step(self, rate: float, way: Way) -> bool:
        """Take a plain step, unless it is too long."""
        if not rate**2 * np.einsum("i,i->", self._slopes, self._slopes) < LARGEST**2:
            return False
        take = self.functions["step"]
        if getattr(take, "goes_by_last", False):
            self._go_by_last(take, rate)
        else:
            self.weights[:] = take(self.weights, self._slopes, rate)
        return True

    def _advance(self, rate: float, way: Way) -> bool:
        """Take a step of a way that has a memory, unless it is too long."""
        way = way._replace(memory=self.memory)
        landing, memory = advance(way, self.weights, self._slopes, rate, self.functions)
        move = landing - self.weights
        if not np.einsum("i,i->", move, move) < LARGEST**2:
            return False
        self.weights[:], self.memory = landing, memory
        return True

    def _go_by_last(self, take: Callable[..., Any], rate: float) -> None:
        """Take a step that uses how far the last one moved."""
        last = np.zeros_like(self.weights) if self._last is None else self._last
        new = np.asarray(take(self.weights, self._slopes, rate, last, self.steps), dtype=float)
        self._last = new - self.weights
        self.weights[:] = new

    def copied(self) -> Self:
        """Return a copy of this training that would go on to the same weights independently."""
        new = copy(self)
        new.weights = self.weights.copy()
        new.net = moved_to(read_only(new.weights), self.net)
        return new

    def put_functions(self, functions: Functions) -> None:
        """Replace the functions with these names; use the training's own for all others."""
        self.functions = {**self.own, **advancing.FUNCTIONS, **functions}
        self._last = None


class Training(Stepping):
    """A model in training. The same seed and the same rates give the same weights on every machine.

    `net` are the layers in its array of weights. For the last step, `read` holds the indices of its examples
    among all training examples, shape (16,), or none before the first one, and `given` the probabilities of
    all tokens before it, shape (16, V).
    """

    def __init__(self, text: Text, seed: int = 1, functions: Functions = FUNCTIONS) -> None:
        self.text, self.seed = text, seed
        self.put_functions(functions)
        self.size = len(text.tokens)
        self.weights = first_weights(self.size, seed)
        self.net = layers(read_only(self.weights), self.size)
        self._dice = Random(-seed)
        self._slopes = np.zeros_like(self.weights)
        self._into: Layers = layers(self._slopes, self.size)
        self._order, self._at = np.arange(len(self.text.learned.after)), len(self.text.learned.after)
        self._shuffled = self.text.learned  # in that order, once there is one
        self.read: np.ndarray = np.empty(0, int)
        self.given: np.ndarray = np.empty((BATCH, self.size))

    def copied(self) -> Self:
        """Return a copy of this training that draws the same orders from here on."""
        new = super().copied()
        new._dice = copy(self._dice)
        return new

    def _read_next(self) -> None:
        """Compute the slopes on the next few examples."""
        before, after = self._next_batch()
        self._chances = self.functions["backward"](self.net, before, after, self._into)

    def _taken(self) -> None:
        """Keep what the step has read."""
        self.read, self.given = self._batch, self._chances

    def _next_batch(self) -> Examples:
        """Return the next examples: all of them once, in a random order; then in another order."""
        if self._at + BATCH > len(self._order):
            lots = [self._dice.random() for _ in self.text.learned.after]
            self._order, self._at = np.argsort(lots, kind="stable"), 0
            self._shuffled = Examples(*(part.take(self._order, axis=0) for part in self.text.learned))
        here = slice(self._at, self._at + BATCH)
        self._at += BATCH
        self._batch = self._order[here]
        before, after = self._shuffled
        return Examples(before[here], after[here])

    def losses(self) -> tuple[float, float]:
        """Return the loss on a sample of the training text, and on the held-out text."""
        return self.loss(), self.loss_held_out()

    def loss(self) -> float:
        """Return only the first of these two."""
        return self._loss(*self.text.sample)

    def loss_held_out(self) -> float:
        """Return only the second of these two."""
        return self._loss(*self.text.held_out)

    def _loss(self, before: np.ndarray, after: np.ndarray) -> float:
        _, _, scores = self.functions["forward"](self.net, before)
        return float(self.functions["cross_entropy"](scores, after))

    def slope(self, index: int) -> float:
        """Return the slope of the loss on that sample, for the weight with that index."""
        self.functions["backward"](self.net, *self.text.sample, self._into)
        return float(self._slopes[index])

    def chances(self, tokens: Sequence[int]) -> np.ndarray:
        """Return the probability of every token to follow these tokens, shape (V,)."""
        seen = [*[self.text.end] * LOOKS_BACK, *tokens][-LOOKS_BACK:]
        _, _, scores = self.functions["forward"](self.net, np.array([seen]))
        found: np.ndarray = self.functions["softmax"](scores)[0]
        return found

    def draw(self, tokens: Sequence[int], dice: Random, most: int) -> list[int]:
        """Continue these tokens with words drawn by their probabilities, until a sentence ends.

        At most `most` are drawn. The same dice and weights draw the same words on every machine.
        """
        text = list(tokens)
        for _ in range(most):
            sums = self.chances(text).cumsum()
            text.append(int(np.searchsorted(sums, dice.random() * sums[-1])))
            if text[-1] == self.text.end:
                break
        return text

    def write(self, tokens: Sequence[int]) -> list[int]:
        """Continue these tokens with the most likely one each time, until a sentence ends."""
        text = list(tokens)
        for _ in range(LONGEST):
            text.append(int(self.chances(text).argmax()))
            if text[-1] == self.text.end:
                break
        return text
