"""What the lines of functions work out while these run."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterable, Mapping
from types import CodeType, FrameType
from typing import Any, TypeVar

import numpy as np

from downhill.source.still import still
from downhill.source.values import RETURNED, Found

T = TypeVar("T")
Lines = Mapping[int, int]
"""Lines of a text by those of a module."""

CHANGING = frozenset({list, np.ndarray})
"""Kinds of values that are told and may change in their place."""


def watched(functions: Iterable[Callable[..., Any]], run: Callable[[], Any]) -> dict[str, Found]:
    """What the last call of each function has worked out, while `run` was called, by the function's name.

    Each line of the function that gave values to names, counted from 1 at its `def`, has these by the names.
    The line of `def` has its parameters; a line that returns what it doesn't name has that as `RETURNED`.
    """
    look = Look({function.__code__: _from_one(function.__code__) for function in functions}, math.inf)
    look.watch(run)
    return {code.co_name: look.done[code].found if code in look.done else {} for code in look.own}


def _from_one(code: CodeType) -> Lines:
    return {line: line - code.co_firstlineno + 1 for *_, line in code.co_lines() if line}


class Look:
    """Calls of functions that are watched together: those of its `own`, each with lines of a text.

    `done` are calls that are over, the newest of each function, `open` is how many aren't, `left` counts the
    lines that may be watched still.
    """

    def __init__(self, own: Mapping[CodeType, Lines], most: float) -> None:
        self.own, self.left = own, most
        self.done: dict[CodeType, Watched] = {}
        self.open = 0

    def watch(self, run: Callable[[], T]) -> T:
        """Call `run` once and return what it does; who watched before does so again afterwards."""
        before = sys.gettrace()
        sys.settrace(self.called)
        try:
            return run()
        finally:
            sys.settrace(before)

    def called(self, frame: FrameType, event: str, argument: Any) -> Any:
        """A function is called."""
        lines = self.own.get(frame.f_code)
        return None if lines is None else Watched(frame, lines, self).go_on


class Watched:
    """A call of a function whose lines are watched; `found` is what they work out, by lines of a text.

    `lines` are those of the text by the function's own, None if they are the same. The line on which a
    function `begins` has its parameters. When the look has no lines left, only what is returned is awaited,
    and what is still as it was then is told.
    """

    def __init__(self, frame: FrameType, lines: Lines | None, look: Look) -> None:
        self.lines, self.look = lines, look
        look.open += 1
        self.known: dict[str, tuple[Any, Any]] = {}  # values, and what they were like
        self.found: Found = {}
        self.begins = self.line = self._line_of(frame.f_code.co_firstlineno, 0)
        self.raised = False
        self._note(frame)
        for name in frame.f_code.co_freevars:
            self.found.get(self.line, {}).pop(name, None)

    def go_on(self, frame: FrameType, event: str, argument: Any) -> Any:
        """The line before this event has run: what is new belongs to it."""
        if event == "line":
            self._watch(frame)
        elif event == "exception":
            self.raised = True
        elif event == "return":
            self._end(frame, argument)
        return self.go_on

    def _watch(self, frame: FrameType) -> None:
        self.raised = False
        self._note(frame)
        self.line = self._line_of(frame.f_lineno, self.line)
        self.look.left -= 1
        if self.look.left < 0:
            frame.f_trace_lines = False

    def _end(self, frame: FrameType, argument: Any) -> None:
        last = frame.f_locals
        if self.look.left >= 0:
            self._note(frame)
        self.line = self._line_of(frame.f_lineno, self.line)
        self.found = {line: self._kept(values, last) for line, values in self.found.items()}
        if not self.raised and not any(argument is value for value, _ in self.known.values()):
            self.found.setdefault(self.line, {})[RETURNED] = still(argument)
        self.look.done[frame.f_code] = self
        self.look.open -= 1

    def _is_as_known(self, name: str, value: Any) -> bool:
        known = self.known.get(name)
        if known is None or known[0] is not value:
            return False
        # In tuples, as there a NaN is the same as itself.
        return type(value) not in CHANGING or (known[1],) == (still(value),)

    def _kept(self, values: dict[str, Any], last: Mapping[str, Any]) -> dict[str, Any]:
        """What is told of a line: no name that is gone, or has changed while nobody watched."""
        if self.look.left >= 0:
            return values
        return {
            name: value
            for name, value in values.items()
            if name in last and self._is_as_known(name, last[name])
        }

    def _note(self, frame: FrameType) -> None:
        names, new = frame.f_locals, {}
        for name, value in names.items():
            if not self._is_as_known(name, value):
                new[name] = still(value)
                self.known[name] = value, new[name]
        if new:
            self.found.setdefault(self.line, {}).update(new)
        if len(self.known) > len(names):
            self._forget(self.known.keys() - names.keys())

    def _forget(self, gone: Iterable[str]) -> None:
        """Names that are gone are told of no line: a comprehension's are, too, where it runs in the call."""
        for name in gone:
            del self.known[name]
            for values in self.found.values():
                values.pop(name, None)

    def _line_of(self, line: int, otherwise: int) -> int:
        return line if self.lines is None else self.lines.get(line, otherwise)
