"""Where something is in a reader's text: lines from 1, columns in characters."""

from __future__ import annotations

import ast
from itertools import islice
from types import TracebackType

from downhill.source.running.code_mistake import CodeMistake


class Lines:
    """A reader's text by its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")

    def __getitem__(self, line: int) -> str:
        """The line with that number, counted from 1; empty where there is none."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    def clamped(self, line: int | None) -> int:
        """A line that is there: the one with that number, or the nearest."""
        return min(max(line or 1, 1), len(self.lines))

    def column(self, line: int, offset: int) -> int:
        """The characters of a line that its first `offset` bytes in UTF-8 hold."""
        return len(self[line].encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "ignore"))

    def span(self, line: int, start: int, end_line: int, end: int) -> tuple[int, int]:
        """Column and end of a place that begins and ends at these bytes; it ends with its first line."""
        last = len(self[line]) if end_line > line else self.column(end_line, end)
        return self.column(line, start), last

    def locate(self, mistake: CodeMistake, node: ast.expr | ast.stmt) -> CodeMistake:
        """A mistake at the place of a part of the syntax tree; a block is its first line."""
        end_line, end = node.end_lineno or node.lineno, node.end_col_offset or 0
        return mistake.at(node.lineno, *self.span(node.lineno, node.col_offset, end_line, end))

    def segment(self, line: int, column: int, end: int) -> str:
        """What stands at a place."""
        return self[line][column:end]

    def raised(self, trace: TracebackType | None, filename: str) -> tuple[int, int, int] | None:
        """Line, column and end of the innermost place in the code with that name, None if there is none."""
        found = None
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == filename:
                found = trace
            trace = trace.tb_next
        if found is None:
            return None
        line = self.clamped(found.tb_lineno)
        spots = islice(found.tb_frame.f_code.co_positions(), found.tb_lasti // 2, None)
        first, last, start, end = next(spots, (None, None, None, None))
        if first is None or last is None or start is None or end is None or first != line:
            return line, 0, 0
        return line, *self.span(line, start, last, end)
