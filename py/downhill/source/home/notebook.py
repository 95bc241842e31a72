"""A notebook: format 4.5 (https://nbformat.readthedocs.io/en/latest/format_description.html)."""

from __future__ import annotations

import json
from typing import Any

from downhill.source.home.parts import Home
from downhill.source.home.python_file import imports, parts_of
from downhill.source.home.said import Said, plain

SHOW = "plt.show()\n"
MARKS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#$|~"})


def notebook(home: Home, text: str) -> str:
    """A lesson's notebook, with the text of the functions that the reader sees, as JSON."""
    say = Said()
    head = [f"# {_escaped(home.title)}", *map(_escaped, (*home.told, say("intro"), say("needs")))]
    cells = [_prose("\n\n".join(head)), _code(imports(home))]
    parts = parts_of(home, text, say)
    for part in parts:
        if part.words:
            cells.append(_prose(f"## {_escaped(part.words)}"))
        cells.append(_code(f"{part.code}\n{SHOW}" if part is parts[-1] else part.code))
    numbered = [{"id": f"cell-{i}", **cell} for i, cell in enumerate(cells, start=1)]
    made = {"cells": numbered, "metadata": _METADATA, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def _escaped(sentence: str) -> str:
    """A sentence as Markdown in which no sign means anything."""
    return plain(sentence).translate(MARKS)


def _prose(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text.splitlines(keepends=True)}


def _code(code: str) -> dict[str, Any]:
    lines = code.rstrip("\n").split("\n")
    source = [*(f"{line}\n" for line in lines[:-1]), lines[-1]]
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source,
    }
