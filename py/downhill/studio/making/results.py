"""What the functions of a lesson must return."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Sequence
from functools import cache
from types import FunctionType
from typing import Any

import numpy as np

from downhill.source.running import CodeMistake, Number

VALUES = (int, float, bool, str)


class Measured:
    """A named tuple with a finite `loss`: it is copied, with the reader's own one as its `own`."""

    def checked(self, value: Any, arguments: Sequence[Any]) -> Any:
        """Return the copy."""
        kind = type(value)
        names = kind._fields if issubclass(kind, tuple) and hasattr(kind, "_fields") else ()
        if "loss" not in names or len(names) != len(value):
            raise CodeMistake("made_loss")
        found = dict(zip(names, map(_plain, tuple.__iter__(value)), strict=True))
        found["loss"] = Number().checked(found["loss"], arguments)
        made = _kind(tuple(names))(**found)
        made.own = value
        return made


@cache
def _kind(names: tuple[str, ...]) -> Any:
    """Return a class of named tuples that can hold more than their fields."""
    return type("Measured", (namedtuple("Measured", names),), {})


def _plain(value: Any) -> Any:
    if type(value) in VALUES:
        return value
    if isinstance(value, np.ndarray) and value.shape:
        return value.copy()
    return float(value) if isinstance(value, np.generic | np.ndarray) else ""


class Key:
    """A text, that names a sentence."""

    def checked(self, value: Any, arguments: Sequence[Any]) -> str:
        """The text."""
        if type(value) is not str:
            raise CodeMistake("made_sentence", name=type(value).__name__)
        return value


class Shower:
    """A function that takes a scene."""

    def checked(self, value: Any, arguments: Sequence[Any]) -> Any:
        """The function."""
        if type(value) is not FunctionType:
            raise CodeMistake("made_show")
        return value


class Whatever:
    """Anything."""

    def checked(self, value: Any, arguments: Sequence[Any]) -> bool:
        """Return whether it is true."""
        return value is True
