"""What a reader's own code may import though no lesson does: archives that wait on the site until asked for.

They hold sources, so that errors show lines: the whole standard library that Pyodide brings, and what else is
in the packages that the lessons use. What only an SVG takes is an archive of its own, small enough to be kept
for when there is no network: `svg.json` lists its files, by their paths where Pyodide has them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Container, Iterable
from pathlib import Path

from tools.startup.snapshot.container import Files, container

LIBRARY = "/lib/python3.14/"
PACKAGES = LIBRARY + "site-packages/"
NAMES = ("library", "packages", "svg")
COLD, READER = "cold", "reader"
"""Further archives: of functions, and of what runs a reader's code and takes it home."""
GUIDE = "downhill/text/english/guide.py"  # for the build alone
LATE = (
    "downhill/source/running/",
    "downhill/source/home/",
    "downhill/text/english/code_",
    GUIDE,
    "downhill/text/english/take_home",
    "downhill/training/take_home",
    "downhill/training/own_text",
    "downhill/together/",
    "downhill/text/english/together",
    "downhill/text/english/experiments",
    "downhill/text/english/evidence",
    "downhill/evidence/",
    "downhill/session/experiments/",
    "downhill/studio/making/",
)
HOME = (
    "take_home.py",
    "home_world.py",
    "/experiments.py",
    "/facts.py",
    "/answers.py",
    "/changed_text.py",
    "/learned_text.py",
)  # of a lesson
ALONE = (
    *(f"downhill/session/{name}.py" for name in ("run_code", "own_code", "unchanged")),
    *(f"downhill/session/evidence{name}.py" for name in ("", "_told", "_rows")),
    "downhill/lesson/experiment.py",
)
ENDING = ".cpython-314-wasm32-emscripten.so"
WANTED = (".py", ENDING, ".mplstyle", "matplotlibrc", "fontlist.json")
ZIPPED = "/lib/python314.zip/"  # where Pyodide has the standard library
# Tests, building of extensions, files of fonts, time zones, installing: nothing for a page that draws.
LEFT_OUT = {"tests", "f2py", "fontTools", "pytz", "micropip", "_pyinstaller", "_pyrepl", "site-packages"}


def modules(pyodide: Path) -> dict[str, list[str]]:
    """The names of all modules and of the packages around them, by the archive that holds them.

    What only an SVG takes is listed with the others here: whoever finds out what that is moves it.
    """
    found = {name: filter(None, (module(path) for path, _ in files(pyodide, name))) for name in NAMES}
    return {
        name: sorted({name for module in modules for name in _around(module)})
        for name, modules in found.items()
    }


def archives(pyodide: Path, without: Container[str], for_svg: Iterable[str] = ()) -> dict[str, bytes]:
    """The archives by name, not compressed.

    `without` are the paths of libraries that Python always has, `for_svg` those of what only an SVG takes.
    """
    apart = {path.replace(ZIPPED, LIBRARY) for path in for_svg}
    return {
        name: container((path, data) for path, data in files(pyodide, name, apart) if path not in without)
        for name in NAMES
    }


def files(pyodide: Path, name: str, for_svg: Container[str] = ()) -> Files:
    """All files of an archive, as pairs of path and bytes; `for_svg` are the paths of those in `svg`."""
    library, wheels = (
        [(LIBRARY, pyodide / "python_stdlib.zip")],
        [(PACKAGES, each) for each in sorted(pyodide.glob("*.whl"))],
    )
    for home, source in {"library": library, "packages": wheels}.get(name, library + wheels):
        with zipfile.ZipFile(source) as archive:
            for member in sorted(archive.namelist()):
                if ((home + member) in for_svg) != (name == "svg") or not member.endswith(WANTED):
                    continue
                if not LEFT_OUT & set(member.split("/")):
                    yield home + member, archive.read(member)


def is_late(path: str) -> bool:
    """Whether a module of our own, by its path below `py/`, doesn't come when Python starts."""
    of_lesson = path.startswith("downhill/lessons/") and path.endswith(HOME)
    return of_lesson or path.startswith(LATE) or path in ALONE


def reader(sources: Path) -> bytes:
    """An archive of those modules, as sources, not compressed; the worker asks for it by its name."""
    files = (
        (file.relative_to(sources).as_posix(), file) for file in sorted(sources.glob("downhill/**/*.py"))
    )
    return container(
        (f"{PACKAGES}{path}", file.read_bytes()) for path, file in files if is_late(path) and path != GUIDE
    )


def is_standard(path: str) -> bool:
    """Whether a file is of the standard library."""
    return path.startswith((LIBRARY, ZIPPED)) and not path.startswith(PACKAGES)


def _around(module: str) -> list[str]:
    """`a.b.c` and the packages that it lies in: `a.b`, `a`."""
    parts = module.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts) + 1)]


def module(path: str) -> str | None:
    """Return the name that a file is imported by; None for a file that is no module."""
    stem = path.removeprefix(PACKAGES).removeprefix(LIBRARY).removesuffix(".py").removesuffix(ENDING)
    return None if path.endswith(stem) else stem.removesuffix("/__init__").replace("/", ".")
