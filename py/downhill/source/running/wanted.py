"""The functions that the page looks for in a reader's code, and what is told where they are amiss."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from types import FunctionType
from typing import Any

from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.definitions import around, definition, functions, prints, returns
from downhill.source.running.nearest import nearest
from downhill.source.running.place import Lines


def find(
    name: str, parameters: tuple[str, ...], names: Mapping[str, Any], tree: ast.Module, lines: Lines
) -> Any:
    """The function with that name. Raises `CodeMistake` where there is none, or one for other parameters."""
    written = f"{name}({', '.join(parameters)})"
    if name not in names:
        raise _missing(name, written, names, tree, lines)
    function = names[name]
    if not callable(function):
        raise _at(CodeMistake("not_function", function=name, wanted=written), definition(tree, name), lines)
    if type(function) is FunctionType and (key := _misfit(function, parameters)):
        raise _at(CodeMistake(key, function=name, wanted=written), definition(tree, name), lines)
    return function


def _missing(
    name: str, written: str, names: Mapping[str, Any], tree: ast.Module, lines: Lines
) -> CodeMistake:
    if outer := around(tree, name):
        inner = next(node for node in functions(tree) if node.name == name)
        return lines.locate(CodeMistake("inner_function", function=name, outer=outer), inner)
    near = nearest(name, (node.name for node in tree.body if isinstance(node, ast.FunctionDef)))
    if near and near in names:
        return _at(CodeMistake("renamed", function=name, near=near), definition(tree, near), lines)
    return CodeMistake("missing", function=name, wanted=written)


def _misfit(function: FunctionType, parameters: tuple[str, ...]) -> str | None:
    """The key of what is wrong with a function's parameters. Other names are fine, another order isn't."""
    code = function.__code__
    own = code.co_varnames[: code.co_argcount]
    least = len(own) - len(function.__defaults__ or ())
    takes_any = bool(code.co_flags & 0x04)
    required = code.co_kwonlyargcount - len(function.__kwdefaults__ or {})
    if required > 0 or len(parameters) < least or (len(parameters) > len(own) and not takes_any):
        return "parameters"
    if sorted(own) == sorted(parameters) and own != parameters:
        return "parameters_swapped"
    return None


def _at(mistake: CodeMistake, node: ast.stmt | None, lines: Lines) -> CodeMistake:
    return lines.locate(mistake, node) if node is not None else mistake


def told_result(mistake: CodeMistake, name: str, tree: ast.Module, lines: Lines) -> CodeMistake:
    """A mistake about what the function with that name gave back, with the place from where it did.

    That is its one line with `return`; where there are several, or none, the line that it begins with.
    """
    node = definition(tree, name)
    key = mistake.key
    lasts = returns(node) if node is not None else []
    valued = [each for each in lasts if each.value is not None]
    if key == "result_none" and node is not None:
        if valued and not all(isinstance(each.value, ast.Constant) for each in valued):
            key = "result_branch"
        elif not valued and prints(node):
            key = "result_print"
    told = CodeMistake(key, **{**mistake.numbers, "function": name})
    only = lasts[0] if len(lasts) == 1 and key != "result_branch" else node
    return _at(told, only, lines)
