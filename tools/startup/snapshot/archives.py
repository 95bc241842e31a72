"""What a reader's own code may import though no lesson does: archives that wait on the site until asked for.

They hold sources, so that errors show lines: the whole standard library that Pyodide brings, and what else is
in the packages that the lessons use. What an SVG takes is an archive of its own, small enough to be kept for
when there is no network.
"""

from __future__ import annotations

import zipfile
from collections.abc import Container
from pathlib import Path

from tools.startup.snapshot.container import Files, container

LIBRARY = "/lib/python3.14/"
PACKAGES = LIBRARY + "site-packages/"
NAMES = ("library", "packages", "svg")
CODES = "codes"
ENDING = ".cpython-314-wasm32-emscripten.so"
WANTED = (".py", ENDING, ".mplstyle", "matplotlibrc", "fontlist.json")
FOR_SVG = tuple(f"matplotlib/backends/backend_{name}.py" for name in ("mixed", "svg"))
# Tests, building of extensions, files of fonts, time zones, installing: nothing for a page that draws.
LEFT_OUT = {"tests", "f2py", "fontTools", "pytz", "micropip", "_pyinstaller", "_pyrepl", "site-packages"}


def modules(pyodide: Path) -> dict[str, list[str]]:
    """The names of all modules and of the packages around them, by the archive that holds them."""
    found = {name: filter(None, (module(path) for path, _ in files(pyodide, name))) for name in NAMES}
    return {
        name: sorted({name for module in modules for name in _around(module)})
        for name, modules in found.items()
    }


def archives(pyodide: Path, without: Container[str]) -> dict[str, bytes]:
    """The archives by name, not compressed. `without` are the paths of libraries that Python always has."""
    return {
        name: container((path, data) for path, data in files(pyodide, name) if path not in without)
        for name in NAMES
    }


def files(pyodide: Path, name: str) -> Files:
    """All files of an archive, as pairs of path and bytes."""
    sources = [pyodide / "python_stdlib.zip"] if name == "library" else sorted(pyodide.glob("*.whl"))
    for source in sources:
        with zipfile.ZipFile(source) as archive:
            for member in sorted(archive.namelist()):
                if (member in FOR_SVG) != (name == "svg") or not member.endswith(WANTED):
                    continue
                if not LEFT_OUT & set(member.split("/")):
                    yield (LIBRARY if name == "library" else PACKAGES) + member, archive.read(member)


def codes(segno: Path) -> bytes:
    """An archive of what makes QR codes, not compressed; the worker asks for it by its name."""
    files = [*sorted(segno.glob("segno/*.py")), segno / "LICENSE"]
    return container((f"{PACKAGES}segno/{file.name}", file.read_bytes()) for file in files)


def _around(module: str) -> list[str]:
    """`a.b.c` and the packages that it lies in: `a.b`, `a`."""
    parts = module.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts) + 1)]


def module(path: str) -> str | None:
    """Return the name that a file is imported by; None for a file that is no module."""
    stem = path.removeprefix(PACKAGES).removeprefix(LIBRARY).removesuffix(".py").removesuffix(ENDING)
    return None if path.endswith(stem) else stem.removesuffix("/__init__").replace("/", ".")
