"""What a function has to give back, and what is told where it gives back something else."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import BuiltinFunctionType, FunctionType, GeneratorType
from typing import Any, NoReturn, Protocol

import numpy as np

from downhill.source.running.cause import cause
from downhill.source.running.code_mistake import CodeMistake

FUNCTIONS = (FunctionType, BuiltinFunctionType, np.ufunc)
PLAIN = (int, float)
ROWS = (list, tuple, np.ndarray)
LARGEST = 1e100  # of a number: pictures are drawn of all up to it


class Result(Protocol):
    """What a function has to give back."""

    def checked(self, value: Any, arguments: Sequence[Any]) -> Any:
        """The value as it is to be used, a `float` or an array of floats.

        Raises `CodeMistake`, with no place and no function's name, for one that is something else.
        """


def _refuse(key: str, **numbers: float | str) -> NoReturn:
    raise CodeMistake(key, **cause(key, **numbers).numbers)


def _real(value: Any) -> float | None:
    """A real number as a `float`, None for what is none. No method of the reader's is called."""
    kind = type(value)
    if kind is int or kind is float:
        try:
            return float(value)
        except OverflowError:
            return math.inf
    if issubclass(kind, np.generic) and isinstance(value, np.floating | np.integer):
        return float(value)
    if kind is np.ndarray and value.shape == () and value.dtype.kind in "fiu":
        return float(value)
    return None


@dataclass(frozen=True)
class Number:
    """A single real number; where `finite` is false, infinity, nan and what is too large to draw are, too."""

    finite: bool = True

    def checked(self, value: Any, arguments: Sequence[Any]) -> float:
        """The number."""
        number = _real(value)
        if number is None:
            _no_number(value)
        if self.finite and math.isnan(number):
            _refuse("result_nan")
        if self.finite and abs(number) > LARGEST:
            _refuse("result_infinite")
        return number


@dataclass(frozen=True)
class Vector:
    """As many finite real numbers as `length` says, in a list, a tuple or an array."""

    length: int

    def checked(self, value: Any, arguments: Sequence[Any]) -> np.ndarray:
        """The numbers, shape (length,)."""
        return _row(value, (self.length,))


@dataclass(frozen=True)
class Like:
    """What has the shape of that which the page's own function gives back for the same values."""

    own: Callable[..., Any]

    def checked(self, value: Any, arguments: Sequence[Any]) -> Any:
        """A `float` where the page's function gives back one, else an array."""
        shape = np.shape(self.own(*arguments))
        return _row(value, shape) if shape else Number().checked(value, arguments)


def _row(value: Any, shape: tuple[int, ...]) -> np.ndarray:
    if (number := _real(value)) is not None:
        _refuse("result_number", wanted=shape[0]) if math.isfinite(number) else Number().checked(value, ())
    if type(value) not in ROWS:
        _no_number(value)
    numbers = _flat(value)
    for place, each in enumerate(numbers):
        if each is None:
            _refuse("result_inside", place=place)
        if not abs(each) <= LARGEST:
            _refuse("result_nan" if math.isnan(each) else "result_infinite")
    found = _shape(value)
    if found != shape:
        if len(shape) == len(found) == 1:
            _refuse("result_length", wanted=shape[0], given=found[0])
        _refuse("result_shape", wanted=written(shape), given=written(found))
    return np.array(numbers, dtype=float).reshape(shape)


def _flat(value: Any, deep: int = 0) -> list[float | None]:
    """All numbers of a list of lists or of an array, None for what is no number or stands too deep."""
    number = _real(value)
    if number is not None or type(value) not in ROWS or deep > 2:
        return [number]
    if type(value) is np.ndarray:
        return [_real(each) for each in value.ravel().tolist()]
    return [number for each in value for number in _flat(each, deep + 1)]


def _shape(value: Any) -> tuple[int, ...]:
    try:
        return np.shape(value)
    except ValueError:
        _refuse("ragged")


def written(shape: tuple[int, ...]) -> str:
    """A shape as Python writes it."""
    return f"({', '.join(map(str, shape))}{',' * (len(shape) == 1)})"


def _no_number(value: Any) -> NoReturn:
    """Tell what a value is that is no number."""
    kind = type(value)
    if value is None:
        _refuse("result_none")
    if kind is bool or issubclass(kind, np.bool_):
        _refuse("result_truth")
    if issubclass(kind, str):
        _refuse("result_text")
    if kind is complex or issubclass(kind, np.complexfloating):
        _refuse("result_complex")
    if kind is tuple:
        _refuse("result_tuple")
    if issubclass(kind, (list, np.ndarray)):
        _refuse("result_list")
    if issubclass(kind, FUNCTIONS):
        _refuse("result_function")
    if kind is GeneratorType:
        _refuse("result_generator")
    _refuse("result_other", type=kind.__name__)


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
