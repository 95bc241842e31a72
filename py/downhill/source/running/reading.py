"""A reader's text as a syntax tree, and as code to run."""

from __future__ import annotations

import ast
import re
import warnings
from types import CodeType

from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.explain.signs import of_sign
from downhill.source.running.explain.syntax import of_syntax
from downhill.source.running.place import Lines

LONGEST = 20_000  # signs of a text


def read(lines: Lines) -> ast.Module:
    """The tree of a text. Raises `CodeMistake`, and nothing else, for one that Python can't compile."""
    if len(lines.text) > LONGEST:
        raise CodeMistake("long", 1, most=LONGEST)
    _check_signs(lines)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it warns of is told when it goes wrong
            tree = ast.parse(lines.text)
            compile(lines.text, "<text>", "exec", dont_inherit=True)
    except SyntaxError as error:
        mistake = of_syntax(error, lines)
    except (RecursionError, MemoryError, ValueError):
        mistake = CodeMistake("nested", 1)
    else:
        if not tree.body:
            raise CodeMistake("empty", 1)
        return tree
    raise mistake


def _check_signs(lines: Lines) -> None:
    """Raise a `CodeMistake` for signs at which Python stops without saying where."""
    for line, text in enumerate(lines.lines, 1):
        if found := re.search("[\0\ud800-\udfff]", text):
            what = of_sign(found[0])
            raise CodeMistake(what.key, line, *found.span(), **what.numbers)


def compiled(text: str, filename: str) -> CodeType:
    """The code of a text that has been read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return compile(text, filename, "exec", dont_inherit=True)
