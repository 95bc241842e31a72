"""What a change can break: which test files to run for the files that have changed.

Native tests are found by what they import, themselves or by way of others; what no import tells stands in two
tables (`tests/support/played.py`).
"""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from tests.support.played import BUILD, PAGE, READ
from tests.test_rooms import ROOMS, lies_in, module_of
from tools.common.console import Problem
from tools.common.paths import ROOT

LESSON = re.compile(r"py/downhill/lessons/(lesson_\d+_\w+)")
LESSON_NAME = re.compile(r"lesson_\d")
MODELS = {
    file.parent.name
    for file in (ROOT / "py" / "downhill" / "lessons").glob("lesson_*/__init__.py")
    if "ModelLesson(" in file.read_text(encoding="utf-8")
}
"""The lessons with a whole model in them."""
BUILT = re.compile(r"\b(built_page|kit): Path\b")
"""How a test asks for what the build makes of all rooms."""
WHOLE = ("tests/run.py", "tests/selection.py", "tests/conftest.py", "pyproject.toml")
"""Files a change of which can break every native test."""


def since(revision: str) -> list[str]:
    """The paths of all files that differ from a revision of git, with those that git does not know yet.

    None where there is no git. Raises Problem for a revision that it does not know.
    """
    if not ((ROOT / ".git").exists() and shutil.which("git")):
        return []
    found: set[str] = set()
    for command in (["diff", "--name-only", revision], ["ls-files", "--others", "--exclude-standard"]):
        done = subprocess.run(["git", *command, "--"], cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Problem(f"git can't tell what has changed since {revision}: {done.stderr.strip()}")
        found |= {*done.stdout.splitlines()}
    return sorted(found)


def affected(changed: Iterable[str]) -> list[str]:
    """The test files that a change of these paths can break; those of rooms that have changed come first."""
    paths = [*changed]
    found = {test for path in paths for test in _affected_by(path)}
    own = {path.removeprefix("py/downhill/").partition("/")[0] for path in paths}
    return sorted(found, key=lambda test: (test not in paths, test.split("/")[1] not in own, test))


def _affected_by(path: str) -> Iterator[str]:
    if path in WHOLE:
        yield from (test for test in every_test() if not test.startswith("tests/browser/"))
        return
    places = [place for start, named in READ.items() if path.startswith(start) for place in named.split()]
    places += [
        f"tests/browser/test_{name}.py"
        for starts, named in PAGE.items()
        if path.startswith(tuple(starts.split()))
        for name in named.split()
    ]
    unit, is_test = unit_of(path), path.startswith("tests/")
    for test in every_test():
        named = test == path or any(test == place or test.startswith(f"{place}/") for place in places)
        # What a page does, no import tells: only what drives it is imported.
        imports = (is_test or not test.startswith("tests/browser/")) and unit in needs(test)
        if named or (imports and not _of_another_lesson(test, path)):
            yield test


def is_of_the_build(changed: Iterable[str]) -> bool:
    """Whether a draft of the page would not show what these paths can break."""
    return any(path.startswith(BUILD) for path in changed)


def _of_another_lesson(test: str, path: str) -> bool:
    """Whether a path lies in a lesson, and a test plays other ones alone."""
    lesson = LESSON.match(path)
    named = lessons_of(unit_of(test))
    alone = bool(lesson and named and not {lesson[1], "*"} & named)
    return alone and "tools.site" not in needs(test)


@cache
def lessons_of(unit: str) -> frozenset[str]:
    """The lessons that a test imports, itself or by way of other tests; `*` stands for all."""
    found: set[str] = set()
    units = [unit]  # each is looked at once: some import each other
    for module in (module for each in units for module in _imported(each)):
        parts = module.split(".")
        if parts[:2] == ["downhill", "lessons"] and len(parts) > 2:
            found |= (
                MODELS if parts[2] == "all_models" else {parts[2] if LESSON_NAME.match(parts[2]) else "*"}
            )
        elif parts[0] == "tests" and module not in units:
            units.append(module)
        elif parts[0] == "tools" and parts[1:2] != ["languages"] and "downhill.lessons" in _all_below(module):
            found.add("*")
    return frozenset(found)


@cache
def every_test() -> tuple[str, ...]:
    """All test files, by their paths."""
    return tuple(sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "tests").rglob("test_*.py")))


def unit_of(path: str) -> str:
    """The room of a file of the sources, or of another Python file its module; '' for what is no Python."""
    if not path.endswith(".py"):
        return ""
    if path.startswith("py/"):
        return _room(module_of(ROOT / path))
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _room(module: str) -> str:
    return next((name for name in ROOMS if lies_in(module, name)), module)


@cache
def needs(test: str) -> frozenset[str]:
    """All units that a test file needs: what it imports, what that imports, and what lies below a room."""
    made = BUILT.search((ROOT / test).read_text(encoding="utf-8"))
    return _all_below(unit_of(test), *_around(test), *(["tools.site"] if made else []))


@cache
def _all_below(*units: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = [*units]
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found.add(unit)
            waiting += _below(unit)
    return frozenset(found)


def _around(test: str) -> Iterator[str]:
    folders = [parent for parent in (ROOT / test).parents if (parent / "conftest.py").exists()]
    folders = [folder for folder in folders if folder != ROOT / "tests"]  # what all share is in `WHOLE`
    return (unit_of((folder / "conftest.py").relative_to(ROOT).as_posix()) for folder in folders)


@cache
def _below(unit: str) -> tuple[str, ...]:
    """The units that one imports: of a room, all that it may import."""
    if unit in ROOMS:
        return tuple(name for name in ROOMS[unit].allowed.split() if name in ROOMS and name != "downhill")
    return tuple({_room(module) for module in _imported(unit)})


def _imported(unit: str) -> Iterator[str]:
    file = ROOT / unit.replace(".", "/")
    source = file / "__init__.py" if file.is_dir() else file.with_suffix(".py")
    if not source.exists():
        return
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def unplayed(tests: Iterable[str], page: Mapping[str, str]) -> set[str]:
    """The test files of `tests/browser/` that a table does not name."""
    named = {f"tests/browser/test_{name}.py" for names in page.values() for name in names.split()}
    return {test for test in tests if test.startswith("tests/browser/")} - named
