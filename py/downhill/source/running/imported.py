"""Which modules a reader's code may import, and what is told of the others."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.doors import FILES, MODULES, OUTWARD, WITHIN
from downhill.source.running.nearest import nearest

Offered = Mapping[str, Iterable[str]]
"""Further modules by their names, each with the names that may be imported from it."""


def import_mistake(node: ast.AST, offered: Offered = MappingProxyType({})) -> CodeMistake | None:
    """What is wrong with an import, if this is one and anything is."""
    if isinstance(node, ast.Import):
        return next(filter(None, (module_mistake(alias.name) for alias in node.names)), None)
    if not isinstance(node, ast.ImportFrom):
        return None
    if node.level or node.module is None:
        return module_mistake("." * node.level + (node.module or ""))
    if node.module in offered:
        return _beyond(node, [*offered[node.module]])
    if mistake := module_mistake(node.module):
        return mistake
    for name in (alias.name for alias in node.names):
        if name in FILES:
            return CodeMistake("refused_file", name=name)
        if f"{node.module}.{name}" in OUTWARD:
            return module_mistake(f"{node.module}.{name}")
    return None


def _beyond(node: ast.ImportFrom, names: Sequence[str]) -> CodeMistake | None:
    """What is wrong with importing names from a module that offers just these."""
    for name in (alias.name for alias in node.names):
        if name not in names:
            return CodeMistake("made_import", name=name, allowed=", ".join(names))
    return None


def module_mistake(name: str) -> CodeMistake | None:
    """What is wrong with importing the module of that name, if anything is."""
    if name in MODULES or name in WITHIN:
        return None
    allowed = ", ".join(MODULES)
    if OUTWARD & {name, name.partition(".")[0]}:
        return CodeMistake("refused_module", name=name, allowed=allowed)
    if near := nearest(name, MODULES):
        return CodeMistake("module_near", name=name, near=near)
    return CodeMistake("unknown_module", name=name, allowed=allowed)
