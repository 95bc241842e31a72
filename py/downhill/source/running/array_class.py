"""What stands for the class of numpy's arrays in a reader's code."""

from __future__ import annotations

from typing import Any

import numpy as np


class _OfArrays(type):
    def __instancecheck__(cls, value: Any) -> bool:
        return isinstance(value, np.ndarray)

    def __repr__(cls) -> str:
        return repr(np.ndarray)


class Array(metaclass=_OfArrays):
    """`np.ndarray` for `isinstance`, annotations and comparisons.

    The class itself is not handed out: called, it takes bytes for the addresses of objects.
    """


Array.__name__ = Array.__qualname__ = "ndarray"
Array.__module__ = "numpy"
