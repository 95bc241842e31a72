"""Code that a reader wrote: read, judged and run once, its functions handed out so that no error escapes."""

from __future__ import annotations

import ast
import builtins
import random
import re
from collections.abc import Iterator, Mapping
from itertools import count
from types import MappingProxyType, ModuleType
from typing import Any, NoReturn

import numpy as np

from downhill.source.running.code_mistake import CodeMistake, is_whole
from downhill.source.running.explain.errors import explained
from downhill.source.running.explain.situation import Situation, message_of
from downhill.source.running.place import Lines
from downhill.source.running.printed import Printed
from downhill.source.running.reader_function import ReaderFunction, copied
from downhill.source.running.reading import compiled, read
from downhill.source.running.results import Number, Result
from downhill.source.running.wanted import find, told_result

NAME = "your_code"
"""`__name__` of a reader's code, and so the module of its classes."""
_counted = count(1)


class ReaderCode:
    """A reader's text, run once when this is made. All that goes wrong, then or later, is a `CodeMistake`.

    `wanted` names the functions that the page looks for, each with its parameters; those in `optional` may be
    missing. `given` are names that the code finds there: numbers, arrays and lists, of which it gets copies,
    functions of the page, modules. `results` says
    what a function has to give back: a `Number`, unless it is named there. What the code prints goes into
    `printed`. `offered` are modules by their dotted names that are imported in the place of the page's own.
    Nothing else is kept from the code, and a loop that never ends isn't ended here.
    """

    def __init__(
        self,
        text: str,
        wanted: Mapping[str, tuple[str, ...]],
        given: Mapping[str, Any] = MappingProxyType({}),
        results: Mapping[str, Result] = MappingProxyType({}),
        optional: frozenset[str] = frozenset(),
        printed: Printed | None = None,
        offered: Mapping[str, ModuleType] = MappingProxyType({}),
    ) -> None:
        self.lines = Lines(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
        self.filename = f"<a reader's code {next(_counted)}>"
        self.printed = printed or Printed()
        self.tree = read(self.lines)
        check_decimals(self.tree, self.lines)
        self._given = frozenset(given)
        self._names = self._namespace(given, offered)
        self._run()
        self._functions = {
            name: self._function(name, parameters, results.get(name, Number()))
            for name, parameters in wanted.items()
            if name not in optional or name in self._names
        }

    @property
    def functions(self) -> Mapping[str, ReaderFunction]:
        """The functions that the page looks for, by their names."""
        return MappingProxyType(self._functions)

    @property
    def names(self) -> Mapping[str, Any]:
        """What the code has given a name, and what it has found."""
        return MappingProxyType(self._names)

    def mistake(self, error: BaseException) -> CodeMistake:
        """What an error means that came out of this code."""
        place = self.lines.raised(error.__traceback__, self.filename) or (0, 0, 0)
        if type(error) is CodeMistake and is_whole(error):  # told by what is looked at while the code runs
            return error.at(*place)
        known = self._names, self._given
        return explained(Situation(error, message_of(error), self.tree, self.lines, *known, *place))

    def _namespace(self, given: Mapping[str, Any], offered: Mapping[str, ModuleType]) -> dict[str, Any]:
        own = {"print": self.printed.print_function(), "input": _input, "exit": _leave, "quit": _leave}
        if offered:
            own["__import__"] = lambda name, *more: offered.get(name) or __import__(name, *more)
        handed = {name: copied(value) for name, value in given.items()}
        return handed | {"__builtins__": vars(builtins) | own, "__name__": NAME}

    def _run(self) -> None:
        mistake = None
        if "random" in self.lines.text:  # a run can be repeated
            random.seed(0)
            np.random.seed(0)
        with np.errstate(all="ignore"):
            try:
                exec(compiled(self.lines.text, self.filename), self._names)
            except BaseException as error:
                mistake = self.mistake(error)
        if mistake is not None:
            raise mistake

    def _function(self, name: str, parameters: tuple[str, ...], result: Result) -> ReaderFunction:
        function = find(name, parameters, self._names, self.tree, self.lines)
        return ReaderFunction(
            name,
            function,
            result,
            self.mistake,
            lambda wrong, of: told_result(wrong, of, self.tree, self.lines),
        )


def _input(*prompt: Any) -> NoReturn:
    raise CodeMistake("refused_input")


def _leave(code: Any = None) -> NoReturn:
    raise SystemExit(code)


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
