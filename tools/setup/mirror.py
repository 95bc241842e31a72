"""Fetches single wheels from a mirror, if there is one: a tenth of the download."""

import urllib.error
import urllib.request
from pathlib import Path

from tools.common.console import Bar, Problem, Say
from tools.setup import fetch, lock

TIMEOUT = 5  # seconds: a mirror that doesn't answer must not hold up a class


def wheels(address: str, files: tuple[lock.File, ...], folder: Path, say: Say) -> tuple[lock.File, ...]:
    """Fetch `files` from under the address; return those still missing after the first that fails."""
    say(f"Fetching {len(files)} wheels from the mirror {address}")
    for number, file in enumerate(files):
        try:
            _one(address.rstrip("/") + "/" + file.name, file, folder)
        except (Problem, OSError, ValueError) as reason:
            say(f"The mirror doesn't help ({reason}): continuing without it.")
            return files[number:]
    return ()


def _one(url: str, file: lock.File, folder: Path) -> None:
    if not url.startswith(("http://", "https://")):
        raise ValueError(f"a mirror's address begins with http:// or https://, this one is {url}")
    with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
        bar = Bar(file.name.partition("-")[0], file.size)
        fetch.keep(answer, file, folder, bar)
        bar.close()
