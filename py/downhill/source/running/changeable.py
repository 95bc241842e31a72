"""What a reader's code may change: what it has made itself, and arrays."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any

import numpy as np

from downhill.source.running.code_mistake import CodeMistake

NAME = "your_code"
"""`__name__` of a reader's code, and so the module of its classes."""


def changeable_in(filename: str) -> Callable[[Any], Any]:
    """What is asked before an attribute is set in the code of that file."""

    def changeable(owner: Any) -> Any:
        """The object, if it is an array or comes of this code. Raises `CodeMistake` for others."""
        kind = type(owner)
        if kind is np.ndarray or _is_own(kind) or (issubclass(kind, type) and _is_own(owner)):
            return owner
        if kind is FunctionType and owner.__code__.co_filename == filename:
            return owner
        raise CodeMistake("refused_change", name=getattr(owner, "__name__", kind.__name__))

    return changeable


def for_own_classes(decorate: Callable[..., Any]) -> Callable[..., Any]:
    """A decorator that changes a class, as `dataclass`, for those of the reader alone."""

    def decorated(kind: Any = None, /, **options: Any) -> Any:
        if kind is None:
            return lambda later: decorated(later, **options)
        if not (isinstance(kind, type) and _is_own(kind)):
            raise CodeMistake("refused_change", name=type(kind).__name__)
        return decorate(kind, **options)

    return decorated


def _is_own(kind: type) -> bool:
    return bool(type.__getattribute__(kind, "__dict__").get("__module__") == NAME)
