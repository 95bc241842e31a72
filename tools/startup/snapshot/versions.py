"""What has to agree before Python is made ready: versions here, in the browser, and in the pack's paths."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

from tools.common.console import Problem

PYTHON = "3.14"  # of the paths that modules and libraries get: lib/python3.14, cp314
SHARED = ("numpy", "matplotlib")  # they draw the first pictures here and all later ones in the browser


def agree(pyodide: Path) -> None:
    """Raise `Problem`, one sentence, naming what is of another version than it must be, or is missing."""
    python = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]["python"]
    if not python.startswith(PYTHON + "."):
        raise Problem(f"Pyodide brings Python {python}, and the build lays out modules for Python {PYTHON}.")
    for name in SHARED:
        there, here = _of_wheel(pyodide, name), version(name)
        if there != here:
            raise Problem(
                f"{name} is {here} here and {there} in the browser: the pictures would differ. "
                "Pin the same version in pyproject.toml and in tools/setup/update_locks.py."
            )


def _of_wheel(pyodide: Path, name: str) -> str:
    found = next(pyodide.glob(f"{name}-*.whl"), None)
    if not found:
        raise Problem(f"there is no wheel of {name} for the browser in {pyodide}.")
    return found.name.split("-")[1]
