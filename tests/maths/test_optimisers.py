"""Momentum and Adam, held against the rules as they are published, written out anew in plain numbers."""

import math
import random
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.maths.optimisers import adam, momentum
from tests.support.often import often

Row = list[float]
seeds = st.integers(0, 10**9)


def gradients(seed: int, steps: int, count: int) -> Iterator[Row]:
    """Gradients of all sizes and signs, some of them nothing."""
    dice = random.Random(seed)
    for _ in range(steps):
        yield [dice.gauss(0, 1) * dice.choice((0.0, 1.0, 10 ** dice.uniform(-6, 6))) for _ in range(count)]


def published_sgd(rate: float, beta: float, start: Row, slopes: list[Row]) -> list[Row]:
    """The algorithm in the documentation of `torch.optim.SGD`: momentum `beta`, dampening 0, no Nesterov.

    Its buffer is the first gradient at the first step, and momentum times the buffer plus (1 - dampening)
    times the gradient at each later one. Source: PyTorch 2 documentation, `torch.optim.SGD`.
    """
    places, buffers = [], []
    for index, first in enumerate(start):
        x, buffer, path = first, None, []
        for slope in slopes:
            buffer = slope[index] if buffer is None else beta * buffer + slope[index]
            x -= rate * buffer
            path.append(x)
        places.append(path)
        buffers.append(buffer)
    return [list(place) for place in zip(*places, strict=True)]


def published_adam(rate: float, beta1: float, beta2: float, start: Row, slopes: list[Row]) -> list[Row]:
    """Algorithm 1 of Kingma and Ba, 2015, step by step for each parameter, with epsilon 1e-8."""
    places = []
    for index, theta in enumerate(start):
        m = v = 0.0
        path = []
        for t, slope in enumerate(slopes, 1):
            g = slope[index]
            m = beta1 * m + (1.0 - beta1) * g
            v = beta2 * v + (1.0 - beta2) * g * g
            m_hat = m / (1.0 - math.pow(beta1, t))
            v_hat = v / (1.0 - math.pow(beta2, t))
            theta = theta - rate * m_hat / (math.sqrt(v_hat) + 1e-8)
            path.append(theta)
        places.append(path)
    return [list(place) for place in zip(*places, strict=True)]


@often(100)
@given(seeds, st.floats(1e-6, 10), st.floats(0, 0.999))
def test_momentum_is_the_published_one(seed: int, rate: float, beta: float) -> None:
    slopes = [*gradients(seed, 40, 3)]
    values, velocity = np.array([1.0, -2.0, 300.0]), np.zeros(3)
    for slope, expected in zip(slopes, published_sgd(rate, beta, values.tolist(), slopes), strict=True):
        values, velocity = momentum(values, np.array(slope), rate, beta, velocity)
        assert values.tolist() == pytest.approx(expected, rel=1e-9, abs=1e-9 * rate * 1e6)


@often(100)
@given(seeds, st.floats(1e-6, 10), st.floats(0, 0.999), st.floats(0, 0.9999))
def test_adam_is_the_published_one(seed: int, rate: float, beta1: float, beta2: float) -> None:
    slopes = [*gradients(seed, 40, 3)]
    values, mean, square = np.array([1.0, -2.0, 300.0]), np.zeros(3), np.zeros(3)
    for taken, expected in enumerate(published_adam(rate, beta1, beta2, values.tolist(), slopes)):
        values, mean, square = adam(values, np.array(slopes[taken]), rate, beta1, beta2, mean, square, taken)
        assert values.tolist() == pytest.approx(expected, rel=1e-9, abs=1e-9)
