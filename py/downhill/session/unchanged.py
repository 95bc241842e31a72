"""Finds which functions of a reader's code are still the page's own."""

from __future__ import annotations

import ast

from downhill.play.rewritten import STEPS


def unchanged(text: str, original: str) -> set[str]:
    """Return the names of functions that are the same in both texts, apart from whitespace and comments.

    Functions call each other, so they count as the same only if all of them are. A step stands alone.
    """
    ours, theirs = _functions(text), _functions(original)
    same = {name for name, function in ours.items() if theirs.get(name) == function}
    together = {*theirs} - {*STEPS}
    alike = together <= same and {*ours} <= {*theirs} and _only_functions(text)
    return same if alike else same & {*STEPS} if _only_functions(text) else set()


def is_unchanged(text: str, original: str) -> bool:
    """Return whether a text is the page's own, apart from trailing whitespace and blank lines."""
    return bool(original) and _lines(text) == _lines(original)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def _functions(text: str) -> dict[str, str]:
    """Return the functions of a text, by name, without whitespace and comments; {} if it isn't Python."""
    return {node.name: ast.dump(node) for node in _statements(text) if isinstance(node, ast.FunctionDef)}


def _only_functions(text: str) -> bool:
    """Return whether a text holds only functions: anything else might change what they do."""
    return all(isinstance(node, ast.FunctionDef) for node in _statements(text))


def _statements(text: str) -> list[ast.stmt]:
    try:
        return ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
