"""The text of a class, by topics: every group learns one, and everybody is tested on all."""

from __future__ import annotations

from functools import lru_cache
from random import Random
from typing import Any, NamedTuple

import numpy as np

from downhill.together.model_code import Model, sum_of
from downhill.training.network import first_weights, forward, layers
from downhill.training.sgd import Training
from downhill.training.tokens import EVERY, Examples, Text, read, tokens_of

ROUND = 300  # steps that a group takes before the models are put together
RATE = 0.3
MOST_GROUPS = 99
MANY_WORDS = 300  # of a teacher's list


class ClassText(NamedTuple):
    """A text, whose held-out sentences are everybody's, and the examples to learn of each topic, in order.

    Where groups have texts of their own there are no topics.
    """

    text: Text
    topics: tuple[Examples, ...]

    def topic(self, group: int) -> int:
        """Return the topic of a group, from 0 on: groups 1 to 4 have one each, group 5 the first again."""
        return (group - 1) % len(self.topics)

    def of_group(self, group: int, turn: int) -> Text:
        """Return the text with only a group's topic to learn, in an order that its turn and number decide."""
        part = self.topics[self.topic(group)]
        order = [*range(len(part.after))]
        Random(1000 * turn + group).shuffle(order)
        mixed = Examples(*(each[order] for each in part))
        return self.text._replace(learned=mixed, sample=Examples(*(each[:: EVERY - 1] for each in part)))

    def first(self, seed: int) -> np.ndarray:
        """Return the first weights of a seed."""
        return first_weights(len(self.text.tokens), seed)

    def running(self, weights: np.ndarray) -> Training:
        """Return a model with these weights, to be asked and measured."""
        training = _asked(self.text.tokens, self.text.end)
        training.text = self.text
        training.weights[:] = weights
        return training

    def loss(self, weights: np.ndarray) -> float:
        """Return a model's loss on everybody's held-out text, in nats."""
        return self.running(weights).loss_held_out()

    def units(self, weights: np.ndarray) -> np.ndarray:
        """Return the values of the hidden units on everybody's held-out text, shape (n, 48)."""
        return forward(layers(weights, len(self.text.tokens)), self.text.held_out.before)[1]

    def model(self, weights: np.ndarray, seed: int, **told: Any) -> Model:
        """Return a model of this text, to be handed in."""
        tokens = self.text.tokens
        return Model(weights, len(tokens), sum_of(tokens), seed)._replace(**told)


@lru_cache(maxsize=2)
def class_text(parts: tuple[str, ...]) -> ClassText:
    """Return the text of a class with these topics, each a text with a sentence a line."""
    lines = [(at, line) for at, part in enumerate(parts) for line in part.splitlines() if tokens_of(line)]
    text = read(line for _, line in lines)
    kept = [(at, len(tokens_of(line))) for i, (at, line) in enumerate(lines) if i % EVERY != EVERY - 1]
    topic = np.repeat([at for at, _ in kept], [size for _, size in kept])
    topics = (Examples(*(each[topic == at] for each in text.learned)) for at in range(len(parts)))
    return ClassText(text, tuple(topics))


@lru_cache(maxsize=2)
def _asked(tokens: tuple[str, ...], end: int) -> Training:
    nothing = Examples(np.empty((0, 3), int), np.empty(0, int))
    return Training(Text(tokens, end, nothing, nothing, nothing, 0, 0))


def trained(text: Text, seed: int, start: np.ndarray | None = None, steps: int = ROUND) -> np.ndarray:
    """Return the weights after plain steps on a text, from the seed's first weights or another start."""
    training = Training(text, seed)
    if start is not None:
        training.weights[:] = start
    for _ in range(steps):
        training.step(RATE)
    return training.weights
