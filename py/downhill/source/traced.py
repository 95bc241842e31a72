"""What the lines of functions work out while these run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

RETURNED = ""
"""Stands for a name where a line returns something that it doesn't name."""
Found = dict[int, dict[str, Any]]


def traced(functions: Iterable[Callable[..., Any]], run: Callable[[], Any]) -> dict[str, Found]:
    """What the last call of each function has worked out, while `run` was called, by the function's name.

    Each line of the function that gave values to names, counted from 1 at its `def`, has these by the names.
    The line of `def` has its parameters; a line that returns what it doesn't name has that as `RETURNED`.
    What is changed in its place, without a new value, isn't seen.
    """
    calls = {function.__code__: _Call() for function in functions}

    def begin(frame: FrameType, event: str, argument: Any) -> Any:
        return calls[frame.f_code].begin(frame) if frame.f_code in calls else None

    before = sys.gettrace()
    sys.settrace(begin)
    try:
        run()
    finally:
        sys.settrace(before)
    return {code.co_name: call.found for code, call in calls.items()}


class _Call:
    """The newest call of one function."""

    def __init__(self) -> None:
        self.found: Found = {}

    def begin(self, frame: FrameType) -> Callable[..., Any]:
        self.found = {1: dict(frame.f_locals)}
        self.known, self.line = dict(frame.f_locals), 1
        return self.go_on

    def go_on(self, frame: FrameType, event: str, argument: Any) -> Callable[..., Any]:
        """The line before this event has run: what is new belongs to it."""
        new = {name: value for name, value in frame.f_locals.items() if self._is_new(name, value)}
        if new:
            self.found.setdefault(self.line, {}).update(new)
            self.known.update(new)
        self.line = frame.f_lineno - frame.f_code.co_firstlineno + 1
        if event == "return" and not any(argument is value for value in self.known.values()):
            self.found.setdefault(self.line, {})[RETURNED] = argument
        return self.go_on

    def _is_new(self, name: str, value: Any) -> bool:
        return name not in self.known or self.known[name] is not value
