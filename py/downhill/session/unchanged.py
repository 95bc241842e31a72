"""Which functions of a reader's code are still those of the page."""

from __future__ import annotations

import ast

from downhill.play.rewritten import STEPS


def unchanged(text: str, original: str) -> set[str]:
    """The names of functions that are the same in both texts, but for blanks and comments.

    A function that others call may make these others: so they count as the same only if all are. A step
    works by itself.
    """
    ours, theirs = _functions(text), _functions(original)
    same = {name for name, function in ours.items() if theirs.get(name) == function}
    together = {*theirs} - {*STEPS}
    alike = together <= same and {*ours} <= {*theirs} and _only_functions(text)
    return same if alike else same & {*STEPS} if _only_functions(text) else set()


def is_unchanged(text: str, original: str) -> bool:
    """Whether a text is the page's own, but for blanks at the ends of its lines and at its own."""
    return bool(original) and _lines(text) == _lines(original)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def _functions(text: str) -> dict[str, str]:
    """The functions of a text, by name, in a form that has no blanks and comments; {} for no Python."""
    return {node.name: ast.dump(node) for node in _statements(text) if isinstance(node, ast.FunctionDef)}


def _only_functions(text: str) -> bool:
    """Whether nothing but functions stands in a text: anything else may change what they do."""
    return all(isinstance(node, ast.FunctionDef) for node in _statements(text))


def _statements(text: str) -> list[ast.stmt]:
    try:
        return ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
