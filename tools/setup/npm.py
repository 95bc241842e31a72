"""Finds npm: the machine's own if there is one, else one that is installed into the project's venv."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.common import command, paths
from tools.common.console import Problem, Say
from tools.common.file_lock import one_at_a_time
from tools.setup import environment

TOOLS = "javascript"  # a folder in tools/requirements with what npm installs from, and one in build/
FILES = ("package.json", "package-lock.json")


def client(say: Say) -> list[str]:
    """Return the command that runs npm; install the pinned one into .venv if the machine has none.

    Raises `Problem` if it isn't there after that.
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
    """Return the path of Node.js, the machine's or the venv's; None if `client` has yet to install it."""
    return _working("node") or _in_venv("node")


def tools(say: Say) -> Path:
    """Return the folder of the programs that check our JavaScript, installed from their lock with hashes.

    Raises `Problem` if they can't be installed.
    """
    folder = paths.BUILD / TOOLS
    wanted = "".join((paths.REQUIREMENTS / TOOLS / name).read_text(encoding="utf-8") for name in FILES)
    done = folder / "done"
    with one_at_a_time(paths.BUILD / f"{TOOLS}.lock", say):
        if not done.exists() or done.read_text(encoding="utf-8") != wanted:
            say("Installing the JavaScript checker")
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(paths.REQUIREMENTS / TOOLS, folder)
            install = [*client(say), "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
            run = command.Run("install the JavaScript checker", install, folder, os.environ)
            command.watched(run, paths.BUILD / "npm.log", lambda: None)
            done.write_text(wanted, encoding="utf-8")
    return folder / "node_modules" / ".bin"


def _working(name: str) -> str | None:
    path = shutil.which(name)
    if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
        return path
    return None


def _in_venv(name: str) -> str | None:
    return shutil.which(name, path=str(Path(sys.executable).parent))
