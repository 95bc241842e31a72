"""A function that a reader wrote, to be called by the page, also in the place of one of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.results import Result


@dataclass(frozen=True)
class ReaderFunction:
    """A function of a reader's. Called, it returns what its `result` makes of the reader's.

    Arrays and lists are handed in as copies: what the function does to them changes nothing of the page's.
    Raises `CodeMistake`, and nothing else, whatever goes wrong. numpy doesn't warn meanwhile: what isn't
    finite comes back as such and is told then.
    """

    name: str
    function: Callable[..., Any]
    result: Result
    told_error: Callable[[BaseException], CodeMistake]
    told_result: Callable[[CodeMistake, str], CodeMistake]

    def __call__(self, *arguments: Any) -> Any:
        """What the function gives back for these values, checked."""
        with np.errstate(all="ignore"):
            try:
                value = self.function(*map(copied, arguments))
            except BaseException as error:
                mistake = self.told_error(error)
            else:
                try:
                    return self.result.checked(value, arguments)
                except CodeMistake as wrong:
                    mistake = self.told_result(wrong, self.name)
                except BaseException as error:
                    mistake = self.told_error(error)
        raise mistake


def copied(value: Any) -> Any:
    """A copy of an array, or of a list or a dictionary with those in it; anything else as it is."""
    kind = type(value)
    if kind is np.ndarray:
        return value.copy()
    if kind is list or kind is tuple:
        return kind(map(copied, value))
    if kind is dict:
        return {key: copied(each) for key, each in value.items()}
    return value


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
