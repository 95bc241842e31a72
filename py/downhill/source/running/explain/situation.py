"""All that is known about an error while it is explained."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from downhill.source.running.place import Lines


@dataclass(frozen=True)
class Situation:
    """An error of Python's, and where it came up: `line`, `column` and `end` as in a `CodeMistake`.

    `names` are the values of the code's outermost names, `given` those that it did not make itself.
    """

    error: BaseException
    message: str
    tree: ast.Module
    lines: Lines
    names: Mapping[str, Any]
    given: frozenset[str]
    line: int
    column: int
    end: int

    @property
    def segment(self) -> str:
        """The text at the place of the error; the whole line where the place is no more than a line."""
        return self.lines.segment(self.line, self.column, self.end) or self.lines[self.line].strip()


def message_of(error: BaseException) -> str:
    """What an error says, in one line; its class where it can't say it."""
    try:
        return " ".join(["", *str(error).split()]).strip()
    except BaseException:  # a class of the reader's may do anything
        return type(error).__name__
