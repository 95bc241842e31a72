"""The tiny language model: slopes against central differences, a run against plain loops, what it learns."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from random import Random

import numpy as np

from downhill.lessons.lesson_50_ten_thousand.corpus import CORPUS
from downhill.training.network import HIDDEN, INPUTS, WIDTH
from downhill.training.sgd import BATCH, Training
from downhill.training.tokens import read
from tests.support.often import slow

TEXT = read(line for part in CORPUS.values() for line in part.splitlines())
SIZE = len(TEXT.tokens)
RATE = 0.3
Table = list[list[float]]


@cache
def trained(steps: int, rate: float = RATE, seed: int = 1) -> Training:
    """A training run after `steps` steps."""
    training = Training(TEXT, seed)
    for _ in range(steps):
        assert training.step(rate)
    return training


def batches(seed: int) -> Iterator[list[tuple[list[int], int]]]:
    """The examples of each step, drawn as the model says it draws them."""
    dice = Random(-seed)
    pairs = list(zip(TEXT.learned.before.tolist(), TEXT.learned.after.tolist(), strict=True))
    while True:
        lots = [dice.random() for _ in pairs]
        order = sorted(range(len(pairs)), key=lots.__getitem__)
        for at in range(0, len(pairs) - BATCH + 1, BATCH):
            yield [pairs[i] for i in order[at : at + BATCH]]


def plain_step(net: Sequence[Table], batch: Sequence[tuple[list[int], int]], rate: float) -> None:
    """One step without numpy: for each example forth and back, weight by weight."""
    embedding, inner, (shift,), outer, (bias,) = net
    changes: dict[tuple[int, int, int], float] = {}

    def change(array: int, row: int, column: int, slope: float) -> None:
        changes[array, row, column] = changes.get((array, row, column), 0.0) + slope / len(batch)

    for before, after in batch:
        inputs = [value for token in before for value in embedding[token]]
        hidden = [
            math.tanh(sum(inputs[i] * inner[i][j] for i in range(INPUTS)) + shift[j]) for j in range(HIDDEN)
        ]
        scores = [sum(hidden[j] * outer[j][k] for j in range(HIDDEN)) + bias[k] for k in range(SIZE)]
        total = sum(math.exp(score) for score in scores)
        off = [math.exp(scores[k]) / total - (k == after) for k in range(SIZE)]
        back = [sum(off[k] * outer[j][k] for k in range(SIZE)) * (1 - hidden[j] ** 2) for j in range(HIDDEN)]
        for k in range(SIZE):
            change(4, 0, k, off[k])
            for j in range(HIDDEN):
                change(3, j, k, hidden[j] * off[k])
        for j in range(HIDDEN):
            change(2, 0, j, back[j])
            for i in range(INPUTS):
                change(1, i, j, inputs[i] * back[j])
        for i in range(INPUTS):
            slope = sum(back[j] * inner[i][j] for j in range(HIDDEN))
            change(0, before[i // WIDTH], i % WIDTH, slope)
    for (array, row, column), slope in changes.items():
        net[array][row][column] -= rate * slope


@slow
def test_a_run_is_that_of_an_implementation_in_plain_loops() -> None:
    plain: list[Table] = [np.atleast_2d(part).tolist() for part in Training(TEXT, 3).net]
    drawn = batches(3)
    for _ in range(6):
        plain_step(plain, next(drawn), RATE)
    for mine, theirs in zip(trained(6, seed=3).net, plain, strict=True):
        np.testing.assert_allclose(np.atleast_2d(mine), theirs, rtol=0, atol=1e-13)


def test_every_example_is_seen_once_before_any_is_seen_again() -> None:
    training, seen = Training(TEXT), Counter[tuple[int, ...]]()
    for _ in range(len(TEXT.learned.after) // BATCH):
        before, after = training._next_batch()
        seen.update(zip(*before.T.tolist(), after.tolist(), strict=True))
    there = Counter(zip(*TEXT.learned.before.T.tolist(), TEXT.learned.after.tolist(), strict=True))
    assert seen <= there
    assert seen.total() > there.total() - BATCH


def test_a_step_that_would_leave_the_finite_is_not_taken() -> None:
    training = Training(TEXT)
    before = training.weights.copy()
    assert not training.step(1e12)
    assert (training.broken, training.steps) == (True, 0)
    assert (training.weights == before).all()
    assert training.step(RATE)
    assert not training.broken
