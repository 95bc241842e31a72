"""A function of x that a reader types: read without `eval`, computed with its slope, shown as MathML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from downhill.maths.formula.duals import Dual, compiled
from downhill.maths.formula.mathml import mathml
from downhill.maths.formula.parser import parse
from downhill.maths.formula.tree import Node

__all__ = ["Formula", "read"]


@dataclass(frozen=True)
class Formula:
    """A function f(x). `Formula(parse(text))`, or in short `read(text)`, makes one."""

    tree: Node

    @cached_property
    def _compiled(self) -> Callable[[Any], Dual]:
        return compiled(self.tree)

    def both(self, x: Any) -> Dual:
        """f(x) and its exact slope f'(x), for a number or an array x, in its shape.

        What isn't defined there is NaN, what is too large for a float is infinite; nothing is raised.
        """
        numeric = np.asarray(x, dtype=float)[()]  # numpy's own number: it divides by zero without an error
        with np.errstate(all="ignore"):  # as at the first look, when constant powers are computed
            value, slope = self._compiled(numeric)
        return (value, slope) if np.ndim(numeric) == 0 else _spread(value, slope, numeric.shape)

    @property
    def mathml(self) -> str:
        """The function's right side as MathML, without the `<math>` around it."""
        return mathml(self.tree)


def _spread(value: Any, slope: Any, shape: tuple[int, ...]) -> Dual:
    """A constant has the same value everywhere."""
    return np.broadcast_to(value, shape), np.broadcast_to(slope, shape)


def read(text: str) -> Formula:
    """The function that a text spells. Raises `Mistake`, and nothing else, where it spells none."""
    return Formula(parse(text))
