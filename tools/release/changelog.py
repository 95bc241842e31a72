"""Reads the project's versions from CHANGELOG.md: the first one is what is built."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.common import paths
from tools.common.console import Problem

FILE = paths.ROOT / "CHANGELOG.md"
HEADING = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", re.MULTILINE)
LINE = re.compile(r"^- (.+)$", re.MULTILINE)


class Version(NamedTuple):
    """A version: its number, its date as in 2026-11-29, and its sentences without markup."""

    number: str
    day: str
    sentences: tuple[str, ...]


def versions(text: str) -> list[Version]:
    """Return all versions of a changelog, newest first. Raises `Problem` if there is none."""
    _, *parts = HEADING.split(text)
    if not parts:
        raise Problem("CHANGELOG.md has no version: one starts with a line such as ## [1.2.3] - 2026-11-29")
    rows = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return [Version(number, day, tuple(LINE.findall(body))) for number, day, body in rows]


def newest() -> Version:
    """Return the version that is built."""
    return versions(FILE.read_text(encoding="utf-8"))[0]
