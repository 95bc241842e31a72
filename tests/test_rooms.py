"""The rooms of the house and what each may import, held against every file's syntax tree."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tools.places import ROOT

PY = ROOT / "py"
FILES = sorted(PY.rglob("*.py"))
BROWSER = {"js", "jsffi", "pyscript", "pyodide", "polyscript"}
MICROPYTHON = {"asyncio", "json", "math", "os", "random", "re", "sys", "time"}


class Room(NamedTuple):
    """Files, the packages they may import besides the standard library, and what of these they may not."""

    files: str
    allowed: set[str]
    never: set[str] = set()
    library: frozenset[str] = sys.stdlib_module_names


# What the kit knows of lines through points, and the data sets.
LINES = {
    "downhill.best_line",
    "downhill.cloud",
    "downhill.dataset",
    "downhill.datasets",
    "downhill.ends",
    "downhill.line_fit",
    "downhill.line_picture",
    "downhill.line_words",
    "downhill.own_data",
    "downhill.walking",
}
MODELS = {
    "downhill.model",
    "downhill.parts",
    "downhill.tiny",
    "downhill.views.losses",
    "downhill.views.weights",
}
CHANCE = {
    *("downhill.chance", "downhill.choosing", "downhill.contexts", "downhill.next_word_words"),
    *("downhill.wording", "downhill.writing"),
}
PURE = {
    *("downhill.lesson", "downhill.descent", "downhill.points", "downhill.formula", "downhill.challenge"),
    *("downhill.lessons.challenges", "downhill.valley_words"),
    *CHANCE,
}
PYPLOT = {"matplotlib.pyplot"}
# The first room whose pattern matches a file is its room.
ROOMS = [
    Room("downhill/descent.py", {"numpy"}),
    Room("downhill/lessons/__init__.py", {"downhill.lesson", "downhill.model"}),
    Room("downhill/lessons/challenges/*.py", {"downhill.challenge"}),
    Room("downhill/lessons/*.py", {"numpy", *PURE, *LINES, *MODELS}),
    Room("downhill/tiny/*.py", {"numpy", "downhill.tiny"}),
    Room("downhill/box.py", set()),
    Room("downhill/ticks.py", {"downhill.words", "matplotlib"}, PYPLOT),
    Room(
        "downhill/easel.py",
        {
            *("downhill.box", "downhill.lesson", "downhill.model", "downhill.stroke", "downhill.ticks"),
            "matplotlib",
        },
        PYPLOT,
    ),
    Room("downhill/stroke.py", {"downhill.box", "numpy", "matplotlib"}, PYPLOT),
    Room("downhill/squares.py", {"downhill.box", "downhill.stroke", "numpy", "matplotlib"}, PYPLOT),
    Room("downhill/tiles.py", {"downhill.box", "downhill.stroke", "numpy", "matplotlib"}, PYPLOT),
    Room("downhill/strokes.py", {"downhill.box", "downhill.stroke", "numpy", "matplotlib"}, PYPLOT),
    Room("downhill/photo.py", {"downhill", "numpy", "matplotlib"}, {*PYPLOT, "downhill.lessons"}),
    Room("downhill/code.py", {"segno"}),
    Room("downhill/ready.py", {"downhill"}),
    Room("downhill/**/*.py", {"numpy", "downhill"}, {"downhill.lessons"}),
    Room("worker.py", {*BROWSER, "door"}),
    Room(
        "door.py",
        {"downhill", "later", "screen", "turns"},
        {"downhill.descent", "downhill.strokes", "downhill.ink"},
    ),
    Room("screen.py", set()),
    Room("turns.py", set()),
    Room("later.py", {"js"}),
    Room("lazy.py", {"js"}),
    Room("page/numbers.py", set(), library=frozenset()),
    Room("page/teacher/links.py", set(), library=frozenset()),
    Room("page/**/*.py", {"js", "jsffi", "polyscript", "page"}, library=frozenset(MICROPYTHON)),
]


def room_of(file: Path) -> Room:
    """The room of a file below py/. Raises `LookupError` for a file in no room."""
    for room in ROOMS:
        if file in PY.glob(room.files):
            return room
    raise LookupError(f"{file} is in no room")


def imports(source: str, for_types: bool = False) -> Iterator[str]:
    """Every module that a source imports, when it runs or for types too: `from a import b` gives `a.b`."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import on line {node.lineno}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        if not for_types and isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting += node.orelse
        else:
            waiting += ast.iter_child_nodes(node)


def lies_in(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


def forbidden(source: str, room: Room) -> list[str]:
    """The imports of a source that its room does not allow."""
    known = {*room.library, "__future__"}
    names = [name for name in imports(source, for_types=True) if name.partition(".")[0] not in known]
    return [name for name in names if not lies_in(name, room.allowed) or lies_in(name, room.never)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PY)))
def test_a_file_imports_only_what_its_room_may(file: Path) -> None:
    assert forbidden(file.read_text(encoding="utf-8"), room_of(file)) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("downhill/lessons/lesson_10_valley.py", "import js"),
        ("downhill/lessons/lesson_10_valley.py", "from matplotlib.figure import Figure"),
        ("downhill/lessons/lesson_10_valley.py", "if TYPE_CHECKING:\n    import matplotlib"),
        ("downhill/lessons/lesson_10_valley.py", "from downhill.session import Session"),
        ("downhill/lessons/lesson_10_valley.py", "from downhill.lessons import lesson_20_line"),
        ("downhill/descent.py", "from downhill.lesson import Lesson"),
        ("downhill/easel.py", "from matplotlib import pyplot"),
        ("downhill/easel.py", "import matplotlib.pyplot as plt"),
        ("downhill/session.py", "from downhill.lessons.lesson_10_valley import lesson"),
        ("downhill/session.py", "from pyscript import window"),
        ("worker.py", "import numpy as np"),
        ("door.py", "import js"),
        ("page/main.py", "import downhill"),
        ("page/main.py", "import numpy"),
        ("page/main.py", "import dataclasses"),
        ("page/numbers.py", "from pyscript import document"),
        ("downhill/view.py", "def late():\n    import tools.page"),
    ],
)
def test_an_import_across_the_rooms_is_seen(file: str, line: str) -> None:
    assert forbidden(line, room_of(PY / file))


def test_an_import_for_the_type_checker_alone_counts_where_it_is_asked_for() -> None:
    source = "if TYPE_CHECKING:\n    import js\nelse:\n    import json"
    assert list(imports(source)) == ["json"]
    assert sorted(imports(source, for_types=True)) == ["js", "json"]


def test_the_modules_of_the_kit_import_each_other_downwards_only() -> None:
    modules = {
        ".".join(f.relative_to(PY).with_suffix("").parts): f
        for f in FILES
        if f.is_relative_to(PY / "downhill")
    }
    imported = {name: [*imports(file.read_text(encoding="utf-8"))] for name, file in modules.items()}
    needs = {
        name: {other for other in modules if other != name and any(lies_in(i, {other}) for i in names)}
        for name, names in imported.items()
    }
    while needs:
        free = {name for name, needed in needs.items() if not needed & needs.keys()}
        assert free, f"a circle among {sorted(needs)}"
        needs = {name: needed for name, needed in needs.items() if name not in free}


def test_every_file_lies_in_a_room() -> None:
    for file in FILES:
        assert room_of(file)
