"""What is told of names that Python doesn't know."""

from __future__ import annotations

import ast
import builtins
import keyword
import math
import re

import numpy as np

from downhill.source.running.cause import Cause, cause
from downhill.source.running.definitions import at_line, functions, names_bound, own_names
from downhill.source.running.explain.situation import Situation
from downhill.source.running.nearest import nearest

MODULES = ("math", "random", "statistics", "itertools", "functools", "collections", "dataclasses", "numpy")
"""The modules that a mistake offers."""
AT_A_PROMPT = {"copyright", "credits", "exit", "help", "license", "quit"}
BUILTINS = frozenset(name for name in dir(builtins) if not name.startswith("_")) - AT_A_PROMPT
SHORT = {"np": "numpy"} | {name: name for name in MODULES}
BOTH = frozenset(dir(math)) & frozenset(dir(np))
CONSTANTS = {"null": "None", "nil": "None", "undefined": "None"}


def of_name(at: Situation) -> Cause | None:
    """The cause of a `NameError`."""
    quoted = re.search(r"'([^']+)'", at.message)
    name = getattr(at.error, "name", None) or (quoted[1] if quoted else None)
    if type(name) is not str:
        return None
    if isinstance(at.error, UnboundLocalError):
        return _unbound(name, at)
    known = frozenset(at.names) | at.given | BUILTINS
    return _elsewhere(name, at) or _of_module(name, known) or _joined(name, known) or _like(name, at, known)


def _unbound(name: str, at: Situation) -> Cause:
    outside = {*at.names, *at.given, *(each for each, _ in own_names(at.tree))}
    return cause("unbound_outer" if name in outside else "unbound", name=name)


def _elsewhere(name: str, at: Situation) -> Cause | None:
    """A name that gets its value at another place of the text."""
    later = [line for each, line in own_names(at.tree) if each == name and line > at.line]
    if later:
        return cause("name_later", name=name, there=later[0])
    here = at_line(at.tree, at.line)
    for function in functions(at.tree):
        own = {each for each, _ in own_names(function)} if function is not here else set()
        if name in own:
            return cause("name_inner", name=name, function=function.name)
    if here and name in {each for each, _ in own_names(here)}:
        return cause("unbound", name=name)
    return None


def _of_module(name: str, known: frozenset[str]) -> Cause | None:
    """A module that was not imported, or one of its functions without it."""
    if name in SHORT:
        whole = SHORT[name]
        return cause("import_missing", name=whole, near=f"import {whole}" + " as np" * (name == "np"))
    if len(name) < 2 or name.startswith("_"):
        return None
    if name in dir(math) and ("np" not in known or "math" in known):
        return cause("name_math", name=name)
    return cause("name_numpy", name=name) if name in dir(np) and name not in dir(builtins) else None


def _joined(name: str, known: frozenset[str]) -> Cause | None:
    """Two names, or a name and a number, that were meant to be multiplied."""
    if found := re.fullmatch(r"([^\W\d]\w*?)(\d+)", name):
        return cause("name_times", name=name, near=f"{found[1]} * {found[2]}") if found[1] in known else None
    for cut in range(1, len(name)):
        first, second = name[:cut], name[cut:]
        if {first, second} <= known - BUILTINS:
            return cause("name_times", name=name, near=f"{first} * {second}")
    return None


def _like(name: str, at: Situation, known: frozenset[str]) -> Cause:
    if name in CONSTANTS:
        return cause("name_near", name=name, near=CONSTANTS[name])
    here = at_line(at.tree, at.line)
    inside = names_bound(here) if here else frozenset()
    readable = {each for each in known | inside if not each.startswith("_")} - {name}
    near = nearest(name, [*(each for each in readable if not each[0].isupper()), "True", "False", "None"])
    if near:
        return cause("name_case" if near.casefold() == name.casefold() else "name_near", name=name, near=near)
    return cause("name_quotes" if _is_shown(name, at) else "name", name=name)


def _is_shown(name: str, at: Situation) -> bool:
    """Return whether a name is printed by itself or compared, as a text would be."""
    for node in ast.walk(at.tree):
        if getattr(node, "lineno", None) == at.line and not keyword.iskeyword(name):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                return any(isinstance(each, ast.Name) and each.id == name for each in node.args)
            if isinstance(node, ast.Compare):
                return any(isinstance(each, ast.Name) and each.id == name for each in node.comparators)
    return False
