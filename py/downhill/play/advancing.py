"""Takes one step of a way downhill that has a memory."""

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
"""The functions of these ways, by the names of the ways."""


def step_of(way: str) -> Functions:
    """Return the step function of a way downhill, by name."""
    return {way: FUNCTIONS[way]} if way in FUNCTIONS else {step.__name__: step}


def advance(
    way: Way, values: np.ndarray, gradient: np.ndarray, rate: float, functions: Functions = FUNCTIONS
) -> tuple[np.ndarray, Memory]:
    """Return where a step leads from `values`, shape (n,), with that gradient, and the updated memory.

    `functions` are `FUNCTIONS`, or replacements for them. Raises `KeyError` for plain descent.
    """
    kept, squares, taken = way.remembered(len(values))
    take = functions[way.name]
    if way.name == MOMENTUM:
        landing, kept = take(values, gradient, rate, *way.betas, kept)
    else:
        landing, kept, squares = take(values, gradient, rate, *way.betas, kept, squares, taken)
    return _numbers(landing), Memory(_numbers(kept), _numbers(squares), taken + 1)


def held_up(memory: Memory, at_end: np.ndarray) -> Memory:
    """Return the memory after a step that stopped at the ends of sliders: `at_end` marks them, shape (n,).

    A slider at its end is at rest: the gradients that led there are forgotten.
    """
    return memory._replace(kept=np.where(at_end, 0.0, memory.kept)) if at_end.any() else memory


def _numbers(found: Any) -> np.ndarray:
    return np.asarray(found, dtype=float)
