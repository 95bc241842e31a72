"""Decimals that are written with a comma: Python reads two numbers, and complains much later if at all."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.place import Lines


def check_decimals(tree: ast.Module, lines: Lines) -> None:
    """Raise a `CodeMistake` for a decimal comma in what is given to one name, or given back.

    `x = 0,5` is one; `a, b = 0,5`, `x = (0,5)` and `f(0,5)` may be meant as they are.
    """
    for row in _rows(tree):
        for before, after in zip(row.elts, row.elts[1:], strict=False):
            if before.end_lineno != after.lineno:
                continue
            cut = lines.column(after.lineno, before.end_col_offset or 0)
            line = lines[after.lineno]
            whole, decimals = re.search(r"\d+$", line[:cut]), re.match(r",\d+", line[cut:])
            if whole and decimals and lines.column(after.lineno, after.col_offset) == cut + 1:
                text = whole[0] + decimals[0]
                place = after.lineno, whole.start(), cut + decimals.end()
                raise CodeMistake("decimal_comma", *place, text=text, near=text.replace(",", "."))


def _rows(tree: ast.Module) -> Iterator[ast.Tuple]:
    """The tuples without brackets that are given to one name, or given back by a function."""
    for node in ast.walk(tree):
        single = isinstance(node, ast.Return | ast.AugAssign | ast.AnnAssign) or (
            isinstance(node, ast.Assign) and all(isinstance(target, ast.Name) for target in node.targets)
        )
        value = getattr(node, "value", None)
        if single and isinstance(value, ast.Tuple) and _is_bare(value):
            yield value


def _is_bare(row: ast.Tuple) -> bool:
    """Return whether a tuple has no brackets: it begins where the first of its values begins."""
    return bool(row.elts) and (row.lineno, row.col_offset) == (row.elts[0].lineno, row.elts[0].col_offset)
