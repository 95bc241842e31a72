"""The rooms of the house and what each may import, held against every file's syntax tree."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tools.common.paths import ROOT

PY = ROOT / "py"
FILES = sorted(PY.rglob("*.py"))
STANDARD = sys.stdlib_module_names
MICROPYTHON = frozenset({"__future__", "asyncio", "json", "math", "os", "random", "re", "sys", "time"})
PYPLOT = "matplotlib.pyplot"


class Room(NamedTuple):
    """What a room may import: other rooms and packages, by the beginnings of their names, and a library.

    Imports inside functions count, and so do types, except those in `types`. Every room may import itself.
    """

    allowed: str = ""
    library: frozenset[str] = STANDARD
    types: str = ""


# The lowest first. The first that a module lies in is its room.
ROOMS = {
    "downhill.text": Room(),
    "downhill.evidence": Room("downhill.text"),
    "downhill.maths": Room("downhill.text numpy"),
    "downhill.points": Room("downhill.text numpy"),
    "downhill.lesson": Room("downhill.text downhill.points numpy", types="downhill.drawing"),
    "downhill.source": Room("downhill.text downhill.maths downhill.lesson numpy"),
    "downhill.drawing": Room("downhill.text downhill.lesson numpy matplotlib"),
    "downhill.play": Room("downhill.text downhill.maths downhill.lesson numpy"),
    "downhill.training": Room(
        "downhill.text downhill.maths downhill.source downhill.lesson downhill.drawing downhill.play numpy "
        "typing_extensions"
    ),
    "downhill.together": Room("downhill.text downhill.lesson downhill.source downhill.training numpy"),
    "downhill.pictures": Room("downhill.text downhill.lesson downhill.drawing downhill.play numpy"),
    "downhill.lessons": Room(
        "downhill.text downhill.maths downhill.points downhill.source downhill.lesson downhill.training "
        "downhill.together numpy"
    ),
    "downhill.session": Room(
        "downhill.text downhill.evidence downhill.maths downhill.points downhill.source downhill.lesson "
        "downhill.play downhill.training downhill.together numpy"
    ),
    "downhill.studio": Room(
        "downhill.text downhill.evidence downhill.points downhill.source downhill.lesson downhill.drawing "
        "downhill.play downhill.training downhill.pictures downhill.session numpy"
    ),
    "downhill": Room("downhill"),
    "page.browser.numbers": Room(library=frozenset()),
    "page": Room("js jsffi polyscript", MICROPYTHON),
    "worker.main": Room("js polyscript pyodide worker"),
    "worker.requests": Room("downhill worker"),
    "worker.late_colours": Room("matplotlib worker"),
    "worker": Room("js"),
}


def module_of(file: Path) -> str:
    """The dotted name of a file below py/."""
    return ".".join(file.relative_to(PY).with_suffix("").parts).removesuffix(".__init__")


def lies_in(module: str, packages: str) -> bool:
    """Whether a module is one of these packages, or lies in one."""
    return any(module == package or module.startswith(package + ".") for package in packages.split())


def room_of(module: str) -> str:
    """The room of a module. Raises `LookupError` for one that lies in no room."""
    for name in ROOMS:
        if lies_in(module, name):
            return name
    raise LookupError(f"{module} is in no room")


def imports(source: str, types: bool = True) -> Iterator[str]:
    """Every module that a source imports, inside functions too: `from a import b` gives `a.b`.

    Without `types`, what is imported for type checkers alone is left out.
    """
    tree = ast.parse(source)
    blocks = [
        each for each in tree.body if isinstance(each, ast.If) and "TYPE_CHECKING" in ast.unparse(each.test)
    ]
    left_out = set() if types else {node for block in blocks for node in ast.walk(block)}
    for node in ast.walk(tree):
        if node in left_out:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import on line {node.lineno}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def forbidden(source: str, module: str) -> list[str]:
    """The imports of a source that the room of its module does not allow.

    A lesson may not import another one; nobody may import pyplot.
    """
    name = room_of(module)
    room = ROOMS[name]
    own = ".".join(module.split(".")[:3]) if lies_in(module, "downhill.lessons") else name
    run = {*imports(source, types=False)}

    def may(each: str) -> bool:
        return lies_in(each, f"{room.allowed} {own}") or (each not in run and lies_in(each, room.types))

    found = [each for each in imports(source) if each.partition(".")[0] not in {*room.library, "__future__"}]
    return [each for each in found if not may(each) or lies_in(each, PYPLOT)]


def test_a_file_imports_only_what_its_room_may() -> None:
    found = {file: forbidden(file.read_text(encoding="utf-8"), module_of(file)) for file in FILES}
    assert len(found) > 300
    assert {str(file.relative_to(PY)): names for file, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("downhill.lessons.lesson_10_valley.curve", "if TYPE_CHECKING:\n    import matplotlib"),
        ("downhill.lessons.lesson_10_valley", "from downhill.session.session import Session"),
        ("downhill.lessons.lesson_20_line.fit", "from downhill.lessons.lesson_10_valley import lesson"),
        ("downhill.lesson.look", "from downhill.drawing.look import Look"),
        ("downhill.drawing.easel", "from matplotlib import pyplot"),
        ("downhill.session.session", "from downhill.lessons.lesson_10_valley import lesson"),
        ("downhill.session.view", "def late():\n    import tools.pages"),
        ("worker.requests", "import js"),
        ("page.main", "import dataclasses"),
        ("page.browser.numbers", "import math"),
    ],
)
def test_an_import_across_the_rooms_is_seen(module: str, line: str) -> None:
    assert forbidden(line, module)


def test_no_room_needs_itself_by_way_of_others() -> None:
    """The table is one of layers, too: a room may import those above it in the table alone."""
    names = [name for name in ROOMS if name.startswith("downhill.")]
    for at, name in enumerate(names):
        below = [each for each in ROOMS[name].allowed.split() if each.startswith("downhill.")]
        assert set(below) <= set(names[:at]), name


def test_modules_import_each_other_downwards_only() -> None:
    modules = {module_of(file): file for file in FILES if module_of(file).startswith("downhill.")}
    needs = {
        name: {
            other
            for each in imports(file.read_text(encoding="utf-8"), types=False)
            for other in [each if each in modules else each.rpartition(".")[0]]
            if other in modules and other != name
        }
        for name, file in modules.items()
    }
    assert len(needs) > 50
    while needs:
        free = {name for name, needed in needs.items() if not needed & needs.keys()}
        assert free, f"a circle among {sorted(needs)}"
        needs = {name: needed for name, needed in needs.items() if name not in free}


def test_every_room_has_modules_and_says_what_it_is_for() -> None:
    for name in ROOMS:
        assert any(lies_in(module_of(file), name) for file in FILES), name
    for folder in {file.parent for file in FILES if file.parent != PY}:
        assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))), folder


def test_only_one_place_asks_for_the_class_of_a_lesson() -> None:
    asking = [
        file.relative_to(ROOT).as_posix()
        for folder in (PY, ROOT / "tools")
        for file in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "isinstance"
        and "Lesson" in ast.unparse(node.args[1])
    ]
    assert asking == ["py/downhill/training/model_lesson.py"]
