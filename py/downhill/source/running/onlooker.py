"""What the lines of a reader's functions work out, seen while the page calls them anyway.

Nothing is called for it: a reader's function may print, or keep something from one call to the next.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Container, Mapping
from types import CodeType, FrameType
from typing import Any, TypeVar

from downhill.lesson.looking_on import PLACE, SLOPE, STEP, TRAINING
from downhill.source.values import line_text
from downhill.source.watched import Lines, Look, Watched

T = TypeVar("T")
ORDER = (PLACE, SLOPE, STEP, TRAINING)  # what is looked on, in the order in which it counts: the last most
MOST_CALLS = 5000  # of any functions: beyond them nobody looks on any more
MOST_LINES = 500  # that are watched in one look
GENERATOR = 0x20  # a flag of code


class Onlooker:
    """Looks on while the functions of a reader's code work, and keeps what their lines work out.

    `filename` is that of the code. `own` are functions of the page that stand in the reader's text as they
    are, each with the lines of that text by its own. Of a training a step is looked on when one is `due`, and
    then none is: there are thousands in a second.
    """

    def __init__(self, filename: str, own: Mapping[CodeType, Lines]) -> None:
        self.filename, self.own = filename, own
        self.due = True
        self.seen: dict[str, dict[CodeType, Watched]] = {}

    def look(self, what: str, run: Callable[[], T], /) -> T:
        """Call `run` once and return what it does; what it raises goes on, and nothing is kept then."""
        if what == TRAINING:
            if not self.due:
                return run()
            self.due = False
        self.seen.pop(what, None)
        look = _Look(self.filename, self.own, what == SLOPE)
        found = look.watch(run)
        self.seen[what] = look.done
        return found

    def told(self, without: Container[str] = ()) -> dict[str, str]:
        """What stands beside the lines of the text, by `:<line>`; nothing of what is left out.

        Of several calls of a function the last one counts; of those by which the page works out a slope the
        first, as a slope may be felt around a place.
        """
        calls = {
            code: call for what in ORDER if what not in without for code, call in self._seen(what).items()
        }
        lines: dict[int, dict[str, Any]] = {}
        for call in calls.values():
            for line, values in call.found.items():
                lines.setdefault(line, {}).update(values)
        begins = {call.begins for call in calls.values()}
        texts = {line: line_text(values, line in begins) for line, values in sorted(lines.items())}
        return {f":{line}": text for line, text in texts.items() if text}

    def _seen(self, what: str) -> Mapping[CodeType, Watched]:
        return self.seen.get(what, {})


class _Look(Look):
    """One look. Of calls by the page itself only the `first` of each function may count."""

    def __init__(self, filename: str, own: Mapping[CodeType, Lines], first: bool) -> None:
        super().__init__(own, MOST_LINES)
        self.filename, self.first = filename, first
        self.calls = 0

    def called(self, frame: FrameType, event: str, argument: Any) -> Any:
        """A function is called."""
        self.calls += 1
        code = frame.f_code
        if self.calls > MOST_CALLS:
            sys.settrace(None)
            self.done.clear()
            return None
        lines = self.own.get(code)
        if lines is None and (code.co_filename != self.filename or _has_no_name(code)):
            return None
        if self.first and not self.open and code in self.done:
            return None
        self.done.pop(code, None)
        return Watched(frame, lines, self).go_on if self.left > 0 else None


def _has_no_name(code: CodeType) -> bool:
    """Return whether code is that of no function with a name, or of one that goes on later where it was."""
    return code.co_name.startswith("<") or bool(code.co_flags & GENERATOR)


def same_lines(code: CodeType, original: str, text: str) -> dict[int, int]:
    """Lines of a reader's text by those of the module that the page's function stands in.

    The function is the same in `text` and in `original`, the text that the page shows of it, but for blanks
    and comments. In `original` its first line is followed by the lines that the module has from the first
    statement on, without types and docstring (`tools.pages.shown_python.cut`).
    """
    shown, own = _function(original, code.co_name), _function(text, code.co_name)
    begins = min(line for *_, line in code.co_lines() if line and line > code.co_firstlineno)
    further = begins - shown.body[0].lineno
    found: dict[int, int] = {}
    for ours, theirs in zip(ast.walk(shown), ast.walk(own), strict=True):  # what is around others comes first
        if isinstance(ours, ast.stmt | ast.expr) and isinstance(theirs, ast.stmt | ast.expr):
            line = code.co_firstlineno if ours is shown else ours.lineno + further
            found.setdefault(line, theirs.lineno)
    return found


def _function(text: str, name: str) -> ast.FunctionDef:
    """The last function with that name at the outermost level."""
    found = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef) and node.name == name]
    return found[-1]
