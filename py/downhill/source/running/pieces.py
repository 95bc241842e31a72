"""What functions of a model have to give back: arrays, looked at as a whole, as there are many of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.results import Number


@dataclass(frozen=True)
class Pieces:
    """So many arrays of numbers in a tuple, or a single array. Whether they are finite is seen elsewhere."""

    count: int = 1

    def checked(self, value: Any, arguments: Sequence[Any]) -> Any:
        """The arrays."""
        if value is None:
            raise CodeMistake("result_none")
        pieces = value if self.count > 1 else (value,)
        if type(pieces) is not tuple or len(pieces) != self.count or not all(map(_is_numbers, pieces)):
            Number().checked(value, arguments)  # or say what it is
            raise CodeMistake("result_number", wanted=self.count)
        return value


def _is_numbers(value: Any) -> bool:
    return type(value) is np.ndarray and value.dtype.kind in "fiu"
