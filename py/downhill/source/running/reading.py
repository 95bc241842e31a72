"""A reader's text as a syntax tree, and as code to run."""

from __future__ import annotations

import ast
import warnings
from types import CodeType

from downhill.source.running.code_mistake import CodeMistake
from downhill.source.running.explain.signs import of_sign
from downhill.source.running.explain.syntax import of_syntax
from downhill.source.running.place import Lines
from downhill.source.running.rewritten import rewritten

LONGEST = 20_000  # signs of a text


def read(lines: Lines) -> ast.Module:
    """The tree of a text. Raises `CodeMistake`, and nothing else, for one that Python can't compile."""
    if len(lines.text) > LONGEST:
        raise CodeMistake("long", 1, most=LONGEST)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it warns of is told when it goes wrong
            tree = ast.parse(lines.text)
            compile(lines.text, "<text>", "exec", dont_inherit=True)
    except SyntaxError as error:
        mistake = of_syntax(error, lines)
    except UnicodeEncodeError:
        mistake = _surrogate(lines)
    except ValueError:
        found = of_sign("\0")
        mistake = CodeMistake(found.key, 1, **found.numbers)
    except (RecursionError, MemoryError):
        mistake = CodeMistake("nested", 1)
    else:
        if not tree.body:
            raise CodeMistake("empty", 1)
        return tree
    raise mistake


def _surrogate(lines: Lines) -> CodeMistake:
    """The mistake of half a character, which some ways of pasting leave behind."""
    for line, text in enumerate(lines.lines, 1):
        for column, sign in enumerate(text):
            if "\ud800" <= sign <= "\udfff":
                found = of_sign(sign)
                return CodeMistake(found.key, line, column, column + 1, **found.numbers)
    return CodeMistake("nested", 1)


def compiled(text: str, filename: str) -> CodeType:
    """The code of a text that has been read, with its questions (`rewritten`)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return compile(rewritten(ast.parse(text)), filename, "exec", dont_inherit=True)
