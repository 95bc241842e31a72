"""Strips our own modules of their words: those that differ only in sentences or comments become equal.

A build plays such modules to find out which functions a visit calls, so changed words don't repeat that.
"""

from __future__ import annotations

import ast
import io
import re
import zipfile
from functools import cache
from pathlib import Path

ENGLISH = ("downhill/text/english/", "downhill/text/essay.py")
NAMES = ("WORDS", "SENTENCES")
DATA = ("world.", "formula", "kinds.", "lie")  # keys of data for calculations
SIGNS = r"""[A-Za-z0-9 .,:;!?*()"'’“”–\n-]"""
WORDS = re.compile(f"{SIGNS}*[A-Za-z]{SIGNS}*")
GAP = re.compile(r"(\{[^{}]*\}|\$\$.*?\$\$|\$[^$]*\$)", re.DOTALL)  # a value, or math


def plain_kit(kit: Path) -> bytes:
    """Return the archive of our modules with the same word everywhere."""
    made = io.BytesIO()
    with zipfile.ZipFile(kit) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith(".py"):
                data = plain(data.decode(), name).encode()
            new.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


@cache
def plain(source: str, name: str) -> str:
    """Return a module without comments and docstrings, its sentences replaced by one word.

    `name` is its path in `py/`. Sentences are those in a module's `WORDS` and `SENTENCES`, and in every
    dictionary of the folder of English.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and ast.get_docstring(node) is not None
        ):
            node.body[0] = ast.Expr(ast.Constant(""))
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            if name.startswith(ENGLISH) or (isinstance(target, ast.Name) and target.id in NAMES):
                _make_plain(statement.value)
    return ast.unparse(tree) + "\n"


def _make_plain(value: ast.expr) -> None:
    """Replace the sentences of a dictionary, or of several that are joined."""
    if isinstance(value, ast.BinOp):
        _make_plain(value.left)
        _make_plain(value.right)
    if not isinstance(value, ast.Dict):
        return
    for key, told in zip(value.keys, value.values, strict=True):
        name = key.value if isinstance(key, ast.Constant) else ""
        if isinstance(told, ast.Constant) and isinstance(told.value, str) and not str(name).startswith(DATA):
            told.value = _plain_sentence(told.value)


def _plain_sentence(text: str) -> str:
    """Return a sentence of one word, with the same gaps, math, and rarer characters."""
    parts = GAP.split(text)
    parts[::2] = [WORDS.sub("word", part) for part in parts[::2]]
    return "".join(parts)
