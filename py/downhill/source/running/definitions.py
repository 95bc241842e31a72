"""What a reader's code defines, and where, from its syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda


def names_bound(tree: ast.AST) -> frozenset[str]:
    """Every name that is given a value anywhere: assigned, imported, defined, a parameter."""
    return frozenset(name for node in ast.walk(tree) for name in _bound_by(node))


def _bound_by(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).partition(".")[0]
    elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
        yield node.name
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest


def own_names(scope: ast.AST) -> Iterator[tuple[str, int]]:
    """The names that a scope itself gives a value to, each with its line, without those of scopes inside."""
    for node in _within(scope):
        for name in _bound_by(node):
            yield name, getattr(node, "lineno", 0)


def _within(scope: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(scope):
        yield child
        if not isinstance(child, Scope):
            yield from _within(child)


def functions(tree: ast.AST) -> list[ast.FunctionDef]:
    """Every function with a name, also inside of others, in the order of the text."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return sorted(found, key=lambda node: node.lineno)


def definition(tree: ast.Module, name: str) -> ast.stmt | None:
    """The last statement at the outermost level that gives the name a value."""
    found = [node for node in tree.body if name in _assigned_by(node)]
    return found[-1] if found else None


def _assigned_by(statement: ast.stmt) -> Sequence[str]:
    nodes: list[ast.AST] = [statement]
    if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
        nodes += _within(statement)
    return [name for node in nodes for name in _bound_by(node)]


def returns(function: ast.AST) -> list[ast.Return]:
    """The lines with `return` of a function, without those of functions inside."""
    return [node for node in _within(function) if isinstance(node, ast.Return)]


def prints(function: ast.AST) -> bool:
    """Return whether a function calls `print`."""
    calls = [node.func for node in _within(function) if isinstance(node, ast.Call)]
    return any(isinstance(called, ast.Name) and called.id == "print" for called in calls)


def around(tree: ast.AST, name: str) -> str | None:
    """The name of the function or class inside of which another one with that name is defined."""
    for outer in ast.walk(tree):
        inside = _within(outer) if isinstance(outer, ast.FunctionDef | ast.ClassDef) else ()
        if any(isinstance(inner, ast.FunctionDef) and inner.name == name for inner in inside):
            return getattr(outer, "name", None)
    return None


def at_line(tree: ast.AST, line: int) -> ast.FunctionDef | None:
    """The innermost function that a line belongs to."""
    holding = [node for node in functions(tree) if node.lineno <= line <= (node.end_lineno or 0)]
    return holding[-1] if holding else None
