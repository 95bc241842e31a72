"""Mini-batch gradient descent for the model that looks back, and for a network of three words beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from functools import lru_cache
from random import Random
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson.way import Memory
from downhill.lessons.lesson_60_looking_back import attention
from downhill.lessons.lesson_60_looking_back.attention import (
    How,
    Layers,
    Seen,
    first_weights,
    layers,
    windows,
)
from downhill.lessons.lesson_60_looking_back.texts import ASKED, Batch, Pool, batch, draw
from downhill.lessons.lesson_60_looking_back.world import World
from downhill.maths import descent
from downhill.training import network
from downhill.training.sgd import Stepping

Functions = Mapping[str, Callable[..., Any]]
FUNCTIONS: Functions = MappingProxyType(
    {
        "attention": attention.attention,
        "forward": attention.forward,
        "backward": attention.backward,
        "look_backward": attention.look_backward,
        "step": descent.step,
    }
)
"""What a training is made of, in the order in which it is read."""
BESIDE = (
    "multiply",
    "softmax",
    "windows",
    "allowed",
    "write_slopes",
    "Seen",
    "Errors",
    "AS_TRAINED",
    "NEVER",
)
GIVEN: Mapping[str, object] = MappingProxyType({name: getattr(attention, name) for name in BESIDE})
"""The names that these find beside them, and a reader's code does, too."""
RESULT_SHAPES: Mapping[str, Callable[..., tuple[Any, ...]]] = MappingProxyType(
    {
        "attention": lambda net, inputs, everywhere, open_, sharp: (None, None, open_.shape),
        "forward": lambda net, texts, places, how=None: (
            *(None,) * 6,
            (*places.shape, texts.shape[1]),
            *(None,) * 2,
            (places.size, len(net.bias)),
        ),
        "backward": lambda net, texts, places, true, slopes: ((len(true), len(net.bias)),),
        "look_backward": lambda net, seen, mixing: (
            (len(seen.inputs), seen.keys.shape[2]),
            (len(seen.everywhere), seen.keys.shape[2]),
        ),
    }
)
"""The shapes of what they give back, from what they are handed; None for any."""
BATCH = 16  # texts that a step looks at
POOL = 1024  # texts to learn from
TESTS = 100  # texts to measure by, of each sort
HIDDEN = 64  # hidden units of the network of three words: about as many weights as those of the other model


class Measured(NamedTuple):
    """How well a model does on some texts.

    `loss` is the mean surprise at the four words of the last sentences, `asked` that at the word that is
    looked for, both in nats; `looks` is the mean share of attention on the one right word from there, `right`
    how many of these words are answered right, from 0 to 1.
    """

    loss: float
    asked: float
    looks: float
    right: float


@lru_cache(maxsize=8)
def kept_texts(world: World, new: bool, facts: int = 3) -> Batch:
    """Texts that are kept for measuring: with pairs of owner and thing as in training, or `new` ones."""
    dice = Random(1_000_000 + 2 * facts + new)  # no seed of a model
    return batch(world, [draw(world, dice, new, facts) for _ in range(TESTS)])


class LookingTraining(Stepping):
    """A model on its way. The same seed, batch and rates give the same weights on every machine.

    `net` are the layers that lie in its row of weights, `many` is how many texts each step looks at, and `at`
    how many were read in all.
    """

    own = FUNCTIONS

    def __init__(
        self, world: World, seed: int = 1, functions: Functions = FUNCTIONS, many: int = BATCH
    ) -> None:
        self.text, self.seed, self.many = world, seed, many
        self.put_functions(functions)
        self.size = len(world.tokens)
        self.weights = first_weights(self.size, seed)
        self.net = layers(network.read_only(self.weights), self.size)
        self.pool, self.at = Pool(world, seed, POOL), 0
        self._slopes = np.zeros_like(self.weights)
        self._into: Layers = layers(self._slopes, self.size)

    def _read_next(self) -> None:
        """Work out the slopes on the next few texts."""
        self._backward(self.pool.next(self.at, self.many))

    def _taken(self) -> None:
        """Count the texts of a step as read."""
        self.at += self.many

    def _backward(self, read: Batch) -> None:
        self.functions["backward"](self.net, read.texts, read.places, read.true.ravel(), self._into)

    @property
    def slopes(self) -> np.ndarray:
        """The slopes that were worked out last, shape (N,)."""
        return self._slopes

    def back(self, steps: int, weights: np.ndarray, memory: Memory | None = None) -> None:
        """Go back to the state after `steps` steps."""
        self.weights[:] = weights
        self.steps, self.at, self.memory = steps, steps * self.many, memory
        self._last, self.broken = None, False

    def measure(self, texts: Batch, how: How = attention.AS_TRAINED) -> Measured:
        """How well the model does on texts."""
        seen = Seen(*self.functions["forward"](self.net, texts.texts, texts.places, how))
        true, rows = texts.true, np.arange(len(texts.texts))
        asked = np.reshape(seen.scores, (*true.shape, -1))[:, ASKED]
        shares = np.asarray(seen.shares)[rows, ASKED, texts.found]
        return Measured(
            float(network.cross_entropy(seen.scores, true.ravel())),
            float(network.cross_entropy(asked, true[:, ASKED])),
            float(shares.mean()),
            float((asked.argmax(axis=1) == true[:, ASKED]).mean()),
        )

    def losses(self) -> tuple[float, float]:
        """The loss on texts with pairs as in training, and on texts with new ones."""
        return self.loss(), self.measure(kept_texts(self.text, True)).loss

    def loss(self) -> float:
        """The first of these two alone."""
        return self.measure(kept_texts(self.text, False)).loss

    def slope(self, index: int) -> float:
        """The slope of the loss on these texts, for the weight with that number."""
        self._backward(kept_texts(self.text, False))
        return float(self._slopes[index])


class ThreeWords:
    """The network of ten thousand weights, made as large as the model that looks back, on its texts.

    It sees the last three words alone. `weights` lie in a row, `steps` were taken; `course` (k, 3) holds
    steps, the loss on texts with pairs as in training, and on texts with new ones, as they were measured on
    the way.
    """

    def __init__(self, world: World, seed: int = 1) -> None:
        self.text, self.size, self.steps = world, len(world.tokens), 0
        self.weights = network.first_weights(self.size, seed, HIDDEN)
        self.net = network.layers(self.weights, self.size, HIDDEN)
        self.pool = Pool(world, seed, POOL)
        self._slopes = np.zeros_like(self.weights)
        self._into = network.layers(self._slopes, self.size, HIDDEN)
        self._course = [(0.0, *self.losses())]

    @property
    def course(self) -> np.ndarray:
        """The losses so far, shape (k, 3)."""
        return np.array(self._course)

    def train(self, steps: int, rate: float, every: int) -> None:
        """Train until `steps` steps are taken, and measure at regular intervals."""
        while self.steps < steps:
            read = self.pool.next(self.steps * BATCH, BATCH)
            network.backward(self.net, *_examples(read), self._into)
            self.weights[:] = descent.step(self.weights, self._slopes, rate)
            self.steps += 1
            if self.steps % every == 0:
                self._course.append((float(self.steps), *self.losses()))

    def losses(self) -> tuple[float, float]:
        """The losses on texts with pairs as in training, and on texts with new ones."""
        return self._loss(False), self._loss(True)

    def _loss(self, new: bool) -> float:
        return network.loss(self.net, *_examples(kept_texts(self.text, new)))

    def copied(self) -> ThreeWords:
        """A network that stands where this one does."""
        new = copy(self)
        new.weights, new._course = self.weights.copy(), [*self._course]
        new.net = network.moved_to(new.weights, self.net)
        return new

    def chances(self, tokens: list[int]) -> np.ndarray:
        """The probability of every word to come next, shape (V,)."""
        before = [*[self.text.end] * attention.BACK, *tokens][-attention.BACK :]
        _, _, scores = network.forward(self.net, np.array([before]))
        found: np.ndarray = network.softmax(scores)[0]
        return found


def _examples(texts: Batch) -> tuple[np.ndarray, np.ndarray]:
    """What stands before the words that are to be learned, shape (k, 3), and these words, (k,)."""
    before = windows(texts.texts)[np.arange(len(texts.texts))[:, None], texts.places]
    return before.reshape(-1, attention.BACK), texts.true.ravel()
