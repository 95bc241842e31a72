"""The conformance report: every test that it names is there, and what no browser has to be asked for."""

import re
from collections import Counter
from pathlib import Path

import html5lib
import numpy as np
import pytest

from downhill.lesson import Lesson
from downhill.studio.picture import OWN
from downhill.studio.studio import Studio
from tests.support.player import Player
from tests.support.states import LESSONS
from tools.common import paths
from tools.languages.language import all_languages
from tools.pages import papers

REPORT = (papers.DOCS / "accessibility.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d\.\d\.\d+) .*? \| (A{1,2}) \| (.*?) \| (.*) \|$", REPORT, flags=re.MULTILINE)
KNOWN = {
    name
    for file in (paths.ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
}
A, AA = 31, 24  # success criteria of WCAG 2.2 on these levels
FLASH = 0.1  # of the brightest: a change that may be part of a flash (WCAG 2.2)


def named(text: str) -> list[str]:
    """The tests that a cell names: what is set in italics is a test's name with blanks."""
    return [f"test_{re.sub(r'[^a-z0-9]+', '_', name)}" for name in re.findall(r"\*(.+?)\*", text)]


def test_every_criterion_of_both_levels_is_in_the_report_once() -> None:
    assert Counter(level for _, level, _, _ in ROWS) == {"A": A, "AA": AA}
    numbers = [number for number, *_ in ROWS]
    assert len(set(numbers)) == A + AA


def test_whatever_is_supported_names_a_test_and_every_named_test_is_there() -> None:
    for number, _, conformance, how in ROWS:
        assert conformance in ("Supports", "Partially Supports", "Not Applicable"), number
        if conformance != "Not Applicable":
            assert named(how), number
        assert set(named(how)) <= KNOWN, number


def test_a_gap_is_named_wherever_support_is_partial() -> None:
    gaps = REPORT.partition("## Known gaps")[2]
    for number, _, conformance, _ in ROWS:
        if conformance == "Partially Supports":
            assert number in gaps


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_no_picture_flashes_while_the_machine_plays(lesson: Lesson, typefaces: Path) -> None:
    session = Player(LESSONS)
    stand = Studio(session).easels[lesson.id, OWN]
    session.preset(lesson.id, "big")
    seen = []
    for _ in range(12):
        session.step(lesson.id)
        seen.append(np.array(stand.paint(session.state(lesson.id).scene()))[:, :, :3].mean() / 255)
    assert np.abs(np.diff(seen)).max() < FLASH


def test_what_is_written_in_another_language_says_so(built_page: Path) -> None:
    tree = html5lib.parse((built_page / "index.html").read_bytes(), namespaceHTMLElements=False)
    links = tree.findall(".//nav[@class='languages']//a")
    assert [(link.get("lang"), link.text) for link in links] == [
        (each.code, each.about["name"]) for each in all_languages()
    ]


def test_nothing_that_makes_a_sound_is_on_the_page_before_it_is_asked_for(built_page: Path) -> None:
    text = (built_page / "index.html").read_text(encoding="utf-8")
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    assert [tag for tag in ("audio", "video", "embed", "object") if tree.find(f".//{tag}") is not None] == []
