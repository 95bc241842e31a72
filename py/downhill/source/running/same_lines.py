"""Which line of a reader's text a line of the page's own function is, where the two are the same."""

from __future__ import annotations

import ast
from types import CodeType


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
