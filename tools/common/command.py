"""Runs other programs: watches them while they work, and explains in one sentence why they failed."""

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tools.common.console import Problem

NETWORK = (
    "econnrefused",
    "econnreset",
    "enotfound",
    "etimedout",
    "eai_again",
    "enetunreach",
    "connection refused",
    "connection error",
    "failed to establish a new connection",
    "max retries exceeded",
    "name resolution",
    "network is unreachable",
    "newconnectionerror",
    "proxyerror",
    "timed out",
)
DISK = ("no space left", "enospc", "not enough space", "disk full")
HASHES = "do not match the hashes"


class Run(NamedTuple):
    """A program to run: its purpose (in words, for messages), its arguments, folder and environment."""

    purpose: str
    arguments: Sequence[str]
    folder: Path
    environment: Mapping[str, str]


def watched(run: Run, log: Path, tick: Callable[[], None]) -> str:
    """Run a program to its end, calling `tick` five times a second; return all that it printed.

    Raises `Problem` if it can't be started or exits with a code other than 0. Whatever ends this function
    early ends the program too.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            run.arguments, cwd=run.folder, env=run.environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            while not _ended(process):
                tick()
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
    text = log.read_text(encoding="utf-8", errors="replace")
    if process.returncode:
        raise Problem(explain(run.purpose, text))
    return text


def _ended(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(0.2)
    except subprocess.TimeoutExpired:
        return False
    return True


def explain(purpose: str, text: str) -> str:
    """Say in one sentence why a program failed that printed `text`."""
    small = text.lower()
    if any(word in small for word in DISK):
        return f"could not {purpose}: the disk is full. Free some space and try again."
    if HASHES in small:
        return f"could not {purpose}: {_wrong_hash(text)}"
    if any(word in small for word in NETWORK):
        return (
            f"could not {purpose}: the package registry can't be reached. "
            "Go online (only the first start needs a network) and try again."
        )
    return f"could not {purpose}: {_last_words(text)}"


def _wrong_hash(text: str) -> str:
    lines = [line.strip() for line in text.splitlines()]
    named = [line for line in lines if "==" in line or line.startswith(("Expected", "Got"))]
    return "a package's hash isn't the one in the lock: " + " ".join(named[-3:])


def _last_words(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    return (errors or lines or ["it ended without a message"])[-1]


def size(folder: Path) -> int:
    """Return how many bytes are in a folder right now; files that vanish meanwhile don't count."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.path.getsize(os.path.join(parent, name))
            except OSError:
                continue
    return total
