"""The project's own virtual environment: creates it, fills it from a lock with hashes, and enters it."""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.common import command, paths
from tools.common.console import Bar, Problem, Say, say
from tools.common.file_lock import one_at_a_time

# Everything that the first set needs is in the second, with the same versions.
INCLUDED = {"build": ["build"], "test": ["test", "build"], "node": ["node"], "mpy": ["mpy"]}
PURPOSE = {"build": "the build", "test": "the tests", "node": "npm", "mpy": "MicroPython"}
COUNTED = ("Collecting ", "Ignoring ", "Requirement already satisfied")


def enter(kind: str, again: Sequence[str], venv: Path = paths.VENV) -> None:
    """Continue inside the venv that has the requirements `kind`: this returns only there.

    `again` is how to start Python inside: a script or `-m module`, and its arguments.
    """
    inside = Path(sys.prefix).resolve() == venv.resolve()
    if not fresh(kind, venv):
        with one_at_a_time(paths.BUILD / "environment.lock", say):
            if not fresh(kind, venv):
                _renew(kind, venv, inside)
    if not inside:
        _restart(python(venv), again)


def python(venv: Path) -> Path:
    """Return the venv's interpreter."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fresh(kind: str, venv: Path) -> bool:
    """Return whether the venv was filled from the current requirements, and its Python is still the same."""
    stamp = _stamp(venv)
    return stamp.get("python") == _identity(venv) and stamp.get(kind) == _sum(kind)


def install(kind: str, interpreter: Path, tell: Say) -> None:
    """Install one of the locks in tools/requirements into the interpreter's venv, checking every hash."""
    lock = paths.REQUIREMENTS / f"{kind}.txt"
    count = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    tell(f"Installing {count} packages for {PURPOSE[kind]}")
    bar = Bar("packages", count, unit="")
    options = (
        "--require-hashes --no-deps --no-input --progress-bar off --disable-pip-version-check --retries 2"
    )
    arguments = [str(interpreter), "-m", "pip", "install", *options.split(), "-r", str(lock)]
    run = command.Run(f"install what is needed for {PURPOSE[kind]}", arguments, paths.ROOT, os.environ)
    log = paths.BUILD / "pip.log"
    command.watched(run, log, lambda: bar.show(_reached(log)))
    bar.close()


def _reached(log: Path) -> int:
    return sum(line.startswith(COUNTED) for line in log.read_text(errors="replace").splitlines())


def _renew(kind: str, venv: Path, inside: bool) -> None:
    stamp = _stamp(venv)
    if not inside and (not stamp or stamp.get("python") != _identity(venv)):
        say("Making the virtual environment .venv")
        _make(venv)
        stamp = {}
    install(kind, python(venv), say)
    stamp |= {"python": _identity(venv)} | {name: _sum(name) for name in INCLUDED[kind]}
    _stamp_file(venv).write_text(json.dumps(stamp), encoding="utf-8")


def _make(venv: Path) -> None:
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise Problem(
            "this Python has no venv module to make a virtual environment with: install it "
            "(on Debian and Ubuntu the package is python3-venv) and try again."
        )
    made = [sys.executable, "-m", "venv", "--clear", str(venv)]
    run = command.Run("make the virtual environment .venv", made, paths.ROOT, os.environ)
    command.watched(run, paths.BUILD / "venv.log", lambda: None)


def _stamp_file(venv: Path) -> Path:
    return venv / "downhill.json"


def _stamp(venv: Path) -> dict[str, str]:
    try:
        found = json.loads(_stamp_file(venv).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _identity(venv: Path) -> str:
    """Name the real interpreter behind the venv's: an upgrade replaces it, which makes the venv stale."""
    interpreter = python(venv)
    return str(interpreter.resolve()) if interpreter.exists() else "missing"


def _sum(kind: str) -> str:
    return hashlib.sha256((paths.REQUIREMENTS / f"{kind}.txt").read_bytes()).hexdigest()


def _restart(interpreter: Path, again: Sequence[str]) -> None:
    arguments = [str(interpreter), *again]
    if os.name == "nt":  # a replaced process would lose its terminal there
        sys.exit(subprocess.run(arguments, check=False).returncode)
    sys.stdout.flush()
    os.execv(arguments[0], arguments)
