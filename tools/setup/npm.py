"""npm: the machine's own if there is one, else one that the project's venv gets on demand."""

import shutil
import subprocess
import sys
from pathlib import Path

from tools.common.console import Problem, Say
from tools.setup import environment


def client(say: Say) -> list[str]:
    """Return the command that runs npm; installs the pinned one into .venv where the machine has none.

    Raises `Problem` if it is not there after that.
    """
    found = _working("npm") or _in_venv("npm")
    if not found:
        say("This machine has no npm: installing one into .venv")
        environment.install("node", Path(sys.executable), say)
        found = _in_venv("npm")
    if not found:
        raise Problem("npm was installed into .venv but can't be found there: delete .venv and start again.")
    return [found]


def node() -> str | None:
    """Return the path of Node.js, the machine's or the venv's; None when `client` has yet to bring it."""
    return _working("node") or _in_venv("node")


def _working(name: str) -> str | None:
    path = shutil.which(name)
    if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
        return path
    return None


def _in_venv(name: str) -> str | None:
    return shutil.which(name, path=str(Path(sys.executable).parent))
