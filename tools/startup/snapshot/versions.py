"""What has to agree before Python is made ready: versions here, in the browser, and in the pack's paths."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tools.common.console import Problem

PYTHON = "3.14"  # of the paths that modules and libraries get: lib/python3.14, cp314
SHARED = ("numpy", "matplotlib")  # they draw the first pictures here and all later ones in the browser


def agree(pyodide: Path) -> None:
    """Raise `Problem`, one sentence, naming what is of another version than it must be, or is missing."""
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    python = lock["info"]["python"]
    if not python.startswith(PYTHON + "."):
        raise Problem(f"Pyodide has Python {python}, and the build lays out modules for Python {PYTHON}.")
    for name in SHARED:
        there, here = _of_wheel(pyodide, name), version(name)
        if there != here:
            raise Problem(
                f"{name} is {here} here and {there} in the browser: the pictures would differ. "
                "Pin the same version in pyproject.toml and in tools/setup/update_locks.py."
            )
    for name, file in _needed(lock["packages"], SHARED).items():
        if not (pyodide / file).exists():
            raise _missing(name, pyodide)


def _needed(packages: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """The files of these packages of Pyodide's lock, and of all that they need themselves, by package."""
    found: dict[str, str] = {}
    left = [*names]
    while left:
        package = packages[name := left.pop()]
        found[name] = package["file_name"]
        left += [each for each in package["depends"] if each not in found]
    return found


def _of_wheel(pyodide: Path, name: str) -> str:
    found = next(pyodide.glob(f"{name}-*.whl"), None)
    if not found:
        raise _missing(name, pyodide)
    return found.name.split("-")[1]


def _missing(name: str, pyodide: Path) -> Problem:
    return Problem(f"there is no wheel of {name} for the browser in {pyodide}.")
