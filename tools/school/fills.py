"""Fills the gaps of papers with what is said elsewhere: tables, measured numbers, and what a site offers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from downhill.text.format import NARROW, fill, number
from tools.common import paths
from tools.common.console import MEGABYTE, Problem
from tools.languages import language as languages
from tools.languages.language import Language
from tools.release import changelog
from tools.school import standards
from tools.school.words import school

DOCS = paths.ROOT / "docs"
CRITERION = re.compile(r"^\| (\d\.\d\.\d+ .*?) \| (A+) \| (.*?) \| (.*) \|$", re.MULTILINE)
"""A row of `docs/accessibility.md`: criterion, level, conformance, remarks."""
FIRST_VISIT, CLASS = "first visit, from the pack", "first visit, from the pack, each over the line"


def filled(text: str, language: Language, site: Path) -> str:
    """Return a paper's text with its gaps filled, in the current language."""
    return re.sub(rf"\{{({'|'.join(KNOWN)})\}}", lambda gap: KNOWN[gap[1]](language, site), text)


def criteria(level: str) -> Iterator[tuple[str, str, str]]:
    """Yield the criteria of WCAG 2.2 on a level, each with its conformance and remarks."""
    for name, on, conformance, remarks in CRITERION.findall(
        (DOCS / "accessibility.md").read_text(encoding="utf-8")
    ):
        if on == level:
            yield name, conformance, remarks


def measured(row: str, column: int) -> str:
    """Return a number with its unit from the first such row of `docs/scaling.md`; `column` counts from 0.

    Raises `Problem` if there is no such row.
    """
    text = (DOCS / "scaling.md").read_text(encoding="utf-8")
    for line in text.splitlines():
        name, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        if name == row:
            value, unit = cells[column].split()
            return f"{number(float(value), len(value.partition('.')[2]))}{NARROW}{unit}"
    raise Problem(f"docs/scaling.md has no row {row!r}, which a paper for schools tells.")


def table(*rows: tuple[str, ...]) -> str:
    """Return a Markdown table; the first row is its head."""
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    return "\n".join([lines[0], "| --- " * len(rows[0]) + "|", *lines[1:]])


def downloads(language: Language, site: Path) -> str:
    """Return the table of what a platform can import: files with their sizes, or how to make them."""
    words, rows = school(language.catalogue), []
    for kind, file in (("cartridge", f"downhill-{language.code}.imscc"), ("scorm", "")):
        made = site / file
        if made.is_file():
            what = f"[{words[f'download.{kind}']}]({file})"
            size = f"{number(made.stat().st_size / MEGABYTE, 1)}{NARROW}MB"
        else:
            lang = "" if language.first else f" --lang {language.code}"
            where = " --site ADDRESS" if kind == "cartridge" else ""
            what = words[f"download.{kind}"]
            command = f"`python3 serve.py build --{kind} FILE{lang}{where}`"
            size = fill(words["download.command"], {"command": command})
        rows.append((what, size))
    return table((words["download.what"], words["download.size"]), *rows)


def _criteria(level: str) -> str:
    return table(("Criteria", "Conformance Level", "Remarks and Explanations"), *criteria(level))


KNOWN: dict[str, Callable[[Language, Path], str]] = {
    "criteria_a": lambda language, site: _criteria("A"),
    "criteria_aa": lambda language, site: _criteria("AA"),
    "standards": lambda language, site: standards.tables(),
    "missing": lambda language, site: standards.missing(),
    "checked": lambda language, site: standards.read().checked,
    "downloads": downloads,
    "version": lambda language, site: changelog.newest().number,
    "day": lambda language, site: changelog.newest().day,
    "first_visit": lambda language, site: measured(FIRST_VISIT, 0),
    "whole_visit": lambda language, site: measured(FIRST_VISIT, 2),
    "later_visit": lambda language, site: measured("later visit", 0),
    "class_time": lambda language, site: measured(CLASS, 1),
    "languages": lambda language, site: ", ".join(each.about["name"] for each in languages.all_languages()),
}
