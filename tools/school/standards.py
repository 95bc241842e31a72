"""Which lessons cover which standards: one data file, as tables for a paper and for a spreadsheet."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from tools.school.places import place

FILE = Path(__file__).with_name("standards.toml")
CSV = "standards.csv"
HEAD = ("Framework", "Standard", "What it asks for", "Where", "Wording")
READ, UNREAD = "read", "to be verified"
"""Whether we have read the wording of a standard, in itself or quoted, or know it from memory or a draft."""


class Standard(NamedTuple):
    """A standard in our words, and the beats that cover it, as `lesson/beat`."""

    framework: str
    name: str
    asks: str
    beats: tuple[str, ...]
    read: bool


class Map(NamedTuple):
    """All standards, the day they were last looked at, and what frameworks ask for that is not covered."""

    checked: str
    standards: tuple[Standard, ...]
    missing: tuple[str, ...]


@cache
def read() -> Map:
    """Read the data file."""
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))
    standards = (
        Standard(framework, name, row["asks"], tuple(row["beats"].split()), row["read"])
        for framework, rows in found["standards"].items()
        for name, row in rows.items()
    )
    return Map(found["checked"], tuple(standards), tuple(found["missing"]))


def tables() -> str:
    """Return a Markdown table for each framework, under its name; beats are links into the essay.

    Raises `Problem` for a beat that doesn't exist.
    """
    parts = []
    for framework, rows in groupby(read().standards, key=lambda each: each.framework):
        lines = [f"## {framework}\n", f"| {' | '.join(HEAD[1:])} |", "| --- " * len(HEAD[1:]) + "|"]
        for each in rows:
            spots = [place(beat) for beat in each.beats]
            where = ", ".join(f"[{spot.number}](index.html{spot.query})" for spot in spots)
            lines.append(f"| {each.name} | {each.asks} | {where} | {_wording(each)} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def missing() -> str:
    """Return what isn't covered, as a Markdown list."""
    return "\n".join(f"- {each}" for each in read().missing)


def write(out: Path) -> None:
    """Write the map as a file for spreadsheets into the site `out`."""
    with (out / CSV).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        for each in read().standards:
            spots = " ".join(place(beat).number for beat in each.beats)
            writer.writerow((each.framework, each.name, each.asks, spots, _wording(each)))


def _wording(standard: Standard) -> str:
    return READ if standard.read else UNREAD
