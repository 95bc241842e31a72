"""A function that a reader wrote, to be called by the page."""

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
