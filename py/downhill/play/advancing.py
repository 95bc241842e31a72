"""One step in a way downhill that has a memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from downhill.lesson.way import ADAM, MOMENTUM, Memory, Way
from downhill.maths.descent import step
from downhill.maths.optimisers import adam, momentum

Functions = Mapping[str, Callable[..., Any]]
FUNCTIONS: Functions = MappingProxyType({MOMENTUM: momentum, ADAM: adam})
"""The functions of these ways, which are called as the ways are."""


def step_of(way: str) -> Functions:
    """The function of a step in a way downhill, by its name."""
    return {way: FUNCTIONS[way]} if way in FUNCTIONS else {step.__name__: step}


def advance(
    way: Way, values: np.ndarray, gradient: np.ndarray, rate: float, functions: Functions = FUNCTIONS
) -> tuple[np.ndarray, Memory]:
    """Where a step leads from `values`, shape (n,), with that gradient, and the memory of the way then.

    `functions` are those of `FUNCTIONS`, or others in their places. Raises `KeyError` for plain descent.
    """
    kept, squares, taken = way.remembered(len(values))
    take = functions[way.name]
    if way.name == MOMENTUM:
        landing, kept = take(values, gradient, rate, *way.betas, kept)
    else:
        landing, kept, squares = take(values, gradient, rate, *way.betas, kept, squares, taken)
    return _numbers(landing), Memory(_numbers(kept), _numbers(squares), taken + 1)


def held_up(memory: Memory, at_end: np.ndarray) -> Memory:
    """A memory after a step in which sliders were held up at their ends: `at_end` marks them, shape (n,).

    What has run against an end is at rest there: nothing is kept of the gradients that led to it.
    """
    return memory._replace(kept=np.where(at_end, 0.0, memory.kept)) if at_end.any() else memory


def _numbers(found: Any) -> np.ndarray:
    return np.asarray(found, dtype=float)
