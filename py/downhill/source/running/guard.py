"""What a reader's code may not do, found in its syntax tree before it runs.

What this is worth: it keeps a lesson from being broken by accident, by curiosity, or by code that was copied
without being understood, and it says so in a sentence. It is no wall. The code runs inside the same Python as
the page's, and no check of this kind has ever held against somebody who knows CPython well and wants through.
What then still holds is the browser: the page's policy lets nothing leave its origin, and that origin has no
accounts, no cookies and nothing of anybody else's. A reader's code is the reader's own in any case; where it
comes from a link, it may at worst spoil the very page that it is looked at in.

Three layers share the work: this check; the names that code runs with (`own_names`), which look once more at
what a text asks for; and modules without what leads to files, a network or bare memory (`own_modules`).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import MappingProxyType

from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.definitions import names_bound
from downhill.source.running.doors import CLOSED, FILES, METHODS, READABLE, is_closed, is_dunder
from downhill.source.running.imported import Offered, import_mistake
from downhill.source.running.place import Lines

WAYS = (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await)
BY_NAME = frozenset({"getattr", "setattr", "delattr", "hasattr"})


def check(tree: ast.Module, lines: Lines, offered: Offered = MappingProxyType({})) -> None:
    """Raise a `CodeMistake` for the first thing in the tree that is not run here.

    `offered` are further modules, with the names that may be imported from each.
    """
    bound = names_bound(tree)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    placed = [node for node in ast.walk(tree) if isinstance(node, ast.expr | ast.stmt)]
    for node in sorted(placed, key=lambda node: (node.lineno, node.col_offset)):
        if mistake := import_mistake(node, offered):
            raise lines.locate(mistake, node)
        for mistake in _refusals(node, bound, id(node) in called):
            raise lines.locate(mistake, node)


def check_attribute(name: str) -> None:
    """Raise a `CodeMistake`, with no place, for an attribute that is refused wherever it stands."""
    if name in FILES:
        raise CodeMistake("refused_file", name=name)
    if is_closed(name):
        raise CodeMistake("refused_inside", name=name)


def _refusals(node: ast.expr | ast.stmt, bound: frozenset[str], called: bool) -> Iterator[CodeMistake]:
    """What is refused of one part of the tree, its smaller parts without a place of their own included."""
    if way := _way(node):
        yield CodeMistake("refused_way", name=way)
    for name in _identifiers(node):
        if is_dunder(name) and not (isinstance(node, ast.FunctionDef) and name == node.name in METHODS):
            yield CodeMistake("refused_inside", name=name)
    yield from _attribute(node, called)
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in bound:
        yield from _builtin(node.id)


def _way(node: ast.AST) -> str | None:
    """The name of a way of writing that is refused: most would hand out attributes that no check sees."""
    if isinstance(node, WAYS) or any(part.is_async for part in getattr(node, "generators", ())):
        return "async"
    if isinstance(node, ast.ClassDef) and node.keywords:
        return "metaclass"
    if isinstance(node, ast.Match):
        patterns = (each for case in node.cases for each in ast.walk(case.pattern))
        if any(isinstance(each, ast.MatchClass) and (each.patterns or each.kwd_attrs) for each in patterns):
            return "case"
    return None


def _attribute(node: ast.AST, called: bool) -> Iterator[CodeMistake]:
    names: list[str] = []
    if isinstance(node, ast.Attribute):
        names = [node.attr]
        if not isinstance(node.ctx, ast.Load) and node.attr in READABLE:
            yield CodeMistake("refused_inside", name=node.attr)
        if node.attr == "format" and not called:
            yield CodeMistake("refused_format")
    elif isinstance(node, ast.Call):
        names = [keyword.arg for keyword in node.keywords if keyword.arg]
        if isinstance(node.func, ast.Name) and node.func.id in BY_NAME:
            names += [text for each in node.args if (text := _text(each))]
    for name in names:
        try:
            check_attribute(name)
        except CodeMistake as mistake:
            yield mistake


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _builtin(name: str) -> Iterator[CodeMistake]:
    """What is refused of Python's own names."""
    if name == "input":
        yield CodeMistake("refused_input")
    elif name in ("exit", "quit"):
        yield CodeMistake("leaving")
    elif name in FILES & CLOSED:
        yield CodeMistake("refused_file", name=name)
    elif name in CLOSED:
        yield CodeMistake("refused_builtin", name=name)


def _identifiers(node: ast.AST) -> Iterator[str]:
    """The names in a node, in its parts that have no place of their own (parameters, patterns), too."""
    for field, value in ast.iter_fields(node):
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str) and not isinstance(node, ast.Constant) and field != "type_comment":
                yield each
            elif isinstance(each, ast.AST) and not isinstance(each, ast.expr | ast.stmt):
                yield from _identifiers(each)
