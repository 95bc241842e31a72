"""What functions of a model have to give back: arrays, looked at as a whole, as there are many of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.results import Number, written

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Pieces:
    """As many arrays of numbers in a tuple, of that `kind`, as there are shapes, or a single array.

    `shapes` gives their shapes for the function's arguments, None for one that may have any. Whether they are
    finite is seen elsewhere.
    """

    shapes: Callable[..., tuple[Shape | None, ...]]
    kind: type = tuple

    def checked(self, value: Any, arguments: Sequence[Any]) -> Any:
        """The arrays."""
        if value is None:
            raise CodeMistake("result_none")
        shapes = self.shapes(*arguments)
        pieces = value if len(shapes) > 1 else (value,)
        if (
            type(pieces) not in (tuple, self.kind)
            or len(pieces) != len(shapes)
            or not all(map(_is_numbers, pieces))
        ):
            Number().checked(value, arguments)  # or say what it is
            raise CodeMistake("result_number", wanted=len(shapes))
        for piece, shape in zip(pieces, shapes, strict=True):
            if shape is not None and piece.shape != shape:
                raise CodeMistake("result_shape", wanted=written(shape), given=written(piece.shape))
        return value


def _is_numbers(value: Any) -> bool:
    return type(value) is np.ndarray and value.dtype.kind in "fiu"
