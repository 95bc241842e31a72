"""Ways downhill with a memory: what a step makes of the gradient, and of the gradients before it.

Plain descent (`downhill.maths.descent.step`) forgets each gradient at once. Values, gradients and memories
are arrays, one number a value.
"""

from __future__ import annotations

import numpy as np


def momentum(
    values: np.ndarray, gradient: np.ndarray, rate: float, beta: float, velocity: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Where a step with momentum leads from `values`, and the velocity then: both of shape (n,).

    The velocity v, zero before the first step, keeps the share `beta` of itself and takes in the gradient:
    v <- beta v + gradient, then values <- values - rate v. Source: Polyak, Some methods of speeding up the
    convergence of iteration methods, 1964; in this form PyTorch's `torch.optim.SGD` with dampening 0.
    """
    new_velocity = beta * velocity + gradient
    new_values = values - rate * new_velocity
    return new_values, new_velocity


def adam(
    values: np.ndarray,
    gradient: np.ndarray,
    rate: float,
    beta1: float,
    beta2: float,
    mean: np.ndarray,
    square: np.ndarray,
    taken: int,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where a step of Adam leads from `values`, and its two means then: all of shape (n,).

    `mean` and `square` are running means of the gradients and of their squares, zeros before the first step,
    `taken` counts the steps before this one. Both are divided by 1 - beta^t, since they began at zero. The
    first step goes as far as `rate` for every value whose slope isn't 0, however steep it is. Source: Kingma
    and Ba, Adam: a method for stochastic optimization, 2015, algorithm 1, with its epsilon of 1e-8.
    """
    new_mean = beta1 * mean + (1 - beta1) * gradient
    new_square = beta2 * square + (1 - beta2) * gradient**2
    fair_mean = new_mean / (1 - beta1 ** (taken + 1))
    fair_square = new_square / (1 - beta2 ** (taken + 1))
    new_values = values - rate * fair_mean / (np.sqrt(fair_square) + 1e-8)
    return new_values, new_mean, new_square
