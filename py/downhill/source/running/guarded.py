"""A reader's function among those of the page: where it fails, the page has no number, and goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.reader_function import ReaderFunction


class Guarded:
    """A reader's function in the place of the page's `own` one. It raises nothing.

    Where it makes a mistake it gives back NaN in the shape of what the page's function gives, and `told`
    hears of the mistake. A function of one row of numbers that fails on rows is called for each number.
    """

    def __init__(
        self, function: ReaderFunction, own: Callable[..., Any], told: Callable[[CodeMistake], None]
    ) -> None:
        self.function, self.own, self.told = function, own, told

    def __call__(self, *arguments: Any) -> Any:
        """What the function gives back, or NaN."""
        try:
            return self.function(*arguments)
        except CodeMistake as mistake:
            if len(arguments) == 1 and np.ndim(arguments[0]) == 1:
                return np.array([self(float(each)) for each in arguments[0]])
            self.told(mistake)
            return nothing_like(self.own(*arguments))


def nothing_like(value: Any) -> Any:
    """NaN in the shape of a value: a number, an array, or a tuple of them."""
    if isinstance(value, tuple):
        return tuple(map(nothing_like, value))
    return np.full(np.shape(value), np.nan) if np.ndim(value) else float("nan")
