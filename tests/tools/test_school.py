"""Papers for schools: what their tables are made from, and that nothing in them is told twice."""

import csv
import re
from pathlib import Path

import pytest

from downhill.lessons import every_lesson
from tools.languages.language import FIRST, Language, all_languages
from tools.options import parse
from tools.pages import papers
from tools.pages.papers import Paper
from tools.school import fills, standards
from tools.school.places import place

TERMS = ("Supports", "Partially Supports", "Does Not Support", "Not Applicable")
SCHOOLS = [
    paper for language in all_languages() for paper in papers.written(language) if paper.name == "schools"
]


def rows(text: str) -> list[list[str]]:
    """The cells of every row of Markdown tables, heads and rules included."""
    lines = (line for line in text.splitlines() if line.startswith("| "))
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_the_map_names_beats_that_are_there_and_says_what_was_not_read() -> None:
    known = standards.read()
    assert {beat.partition("/")[0] for each in known.standards for beat in each.beats} == {
        lesson.id for lesson in every_lesson()
    }
    text = papers.read(Paper("standards")).body
    assert known.checked in text
    assert text.count(f"<td>{standards.UNREAD}</td>") == sum(not each.read for each in known.standards) > 0
    for each in known.standards:
        for spot in map(place, each.beats):
            assert f'<a href="./index.html{spot.query}">{spot.number}</a>' in text
    assert all(each in text for each in known.missing)


def test_the_file_for_spreadsheets_has_the_same_rows(tmp_path: Path) -> None:
    standards.write(tmp_path)
    with (tmp_path / standards.CSV).open(encoding="utf-8-sig", newline="") as file:
        head, *found = csv.reader(file)
    assert tuple(head) == standards.HEAD
    assert [row[1] for row in found] == [each.name for each in standards.read().standards]
    assert all(re.fullmatch(r"[1-6]\.[1-6]( [1-6]\.[1-6])*", row[3]) for row in found)


def test_the_accessibility_report_has_every_criterion_of_its_source_once_and_the_terms_of_its_form() -> None:
    text = fills.filled(papers.text_of(Paper("conformance")), FIRST, Path())
    levels = [row for row in rows(text) if len(row) == 3 and row[0][:1].isdigit()]
    ours = [row for level in ("A", "AA") for row in map(list, fills.criteria(level))]
    assert len(ours) == 55
    assert [row for row in levels if row in ours] == ours
    assert {row[1] for row in levels} <= {*TERMS}
    known = {row[0].split()[0] for row in levels}
    for name, _, remarks in levels:
        assert set(re.findall(r"\bsee (\d[\d.]*\d)", remarks)) <= known, name


@pytest.mark.parametrize("paper", SCHOOLS, ids=lambda paper: paper.page)
def test_the_page_for_schools_answers_twelve_questions_with_measured_numbers(paper: Paper) -> None:
    text = papers.text_of(paper)
    assert set(re.findall(r"\{(\w+)\}", text)) <= fills.KNOWN.keys()
    assert len([row for row in rows(text.rpartition("## ")[2]) if len(row) == 2]) == 12 + 2  # head and rule
    told = fills.filled(text, paper.language, Path())
    assert not re.search(r"\{\w+\}", told)
    scaling = (fills.DOCS / "scaling.md").read_text(encoding="utf-8")
    for value, unit in re.findall(r"([\d.,]+)\u202f(MB|kB|s|min)\b", told):
        assert f"| {value.replace(',', '.')} {unit} |" in scaling
    assert len(re.findall(r"\u202f(?:MB|kB|s|min)\b", told)) == 4


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_a_download_is_a_link_with_its_size_or_a_command_that_makes_it(
    tmp_path: Path, language: Language
) -> None:
    commands = re.findall(r"`python3 serve.py (.*?)`", fills.downloads(language, tmp_path))
    assert [parse(command.split()).lang for command in commands] == [language.code, language.code]
    name = f"downhill-{language.code}.imscc"
    (tmp_path / name).write_bytes(b"0" * 250_000)
    text = fills.downloads(language, tmp_path)
    assert f"]({name})" in text
    assert re.search(r"\| 0[.,]3\u202fMB \|", text)
    assert papers.address(name, language) == {"href": f"./{name}", "download": ""}
