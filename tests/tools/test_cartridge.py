"""The course as a Common Cartridge: its structure, its questions, its links, and what isn't in it."""

import re
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from downhill.lessons import every_lesson
from downhill.session.beat_texts import BEATS
from downhill.text.english.evidence import EVIDENCE
from tools import cli
from tools.common.console import Problem
from tools.languages.language import FIRST, Language, all_languages
from tools.options import Options
from tools.school import cartridge, questions
from tools.school.words import school
from tools.scorm.scorm_file import NAME

MOST_ALIKE = 14  # letters of a sentence that may also be in a question of ours
SITE = "https://school.example/downhill/"
EACH = pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
# What may be inside what, for the parts that we use, by the file's namespace and the element: what the
# schemas of version 1.1 and the rules in them ask for.
MANIFEST = {
    "manifest": "metadata organizations resources",
    "metadata": "(schema schemaversion )?lom",
    "lom": "general|educational",
    "general": "title language description",
    "title": "(string)?",
    "description": "string",
    "educational": "intendedEndUserRole",
    "intendedEndUserRole": "source value",
    "organizations": "organization",
    "organization": "item",
    "item": "(title)?( ?item)*",
    "resources": "resource( resource)*",
    "resource": "(metadata )?file( file)*",
}
QTI = {
    "questestinterop": "assessment|objectbank",
    "assessment": "qtimetadata section",
    "section": "item( item)*",
    "objectbank": "item( item)*",
    "item": "itemmetadata presentation resprocessing itemfeedback",
    "itemmetadata": "qtimetadata",
    "qtimetadata": "qtimetadatafield( qtimetadatafield)*",
    "qtimetadatafield": "fieldlabel fieldentry",
    "presentation": "material response_(lid|str)",
    "response_lid": "render_choice",
    "response_str": "render_fib",
    "render_choice": "response_label( response_label)+",
    "response_label": "material",
    "material": "mattext",
    "resprocessing": "outcomes respcondition( respcondition)?",
    "outcomes": "decvar",
    "respcondition": "conditionvar (setvar|displayfeedback)",
    "conditionvar": "other|varequal",
    "itemfeedback": "flow_mat",
    "flow_mat": "material",
}
STRUCTURES = {
    f"{cartridge.IMS}/imscp_v1p1": MANIFEST,
    questions.QTI: QTI,
    f"{cartridge.IMS}/imswl_v1p1": {"webLink": "title url"},
    f"{cartridge.IMS}/imsdt_v1p1": {"topic": "title text"},
}


@pytest.fixture(scope="module")
def course(built_page: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the English cartridge, by their names."""
    file = tmp_path_factory.mktemp("course") / "downhill.imscc"
    assert cartridge.write(built_page, file, FIRST, SITE) == file.stat().st_size < 1_000_000
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def misfits(element: Element, structure: dict[str, str]) -> list[str]:
    """What is wrong inside an element: a line for each element whose content doesn't fit."""
    inside = " ".join(map(local, element))
    wrong = [] if re.fullmatch(structure.get(local(element), ""), inside) else [f"{local(element)}: {inside}"]
    return wrong + [line for each in element for line in misfits(each, structure)]


def items(course: dict[str, bytes], *names: str) -> list[Element]:
    """The questions in some files."""
    return [
        item
        for name in names
        for item in ElementTree.fromstring(course[name]).iter(f"{{{questions.QTI}}}item")
    ]


def inside(item: Element, tag: str) -> list[Element]:
    return list(item.iter(f"{{{questions.QTI}}}{tag}"))


def test_every_file_of_it_has_the_structure_that_version_1_1_asks_for(course: dict[str, bytes]) -> None:
    for name, data in course.items():
        if name.endswith(".xml"):
            root = ElementTree.fromstring(data)
            assert misfits(root, STRUCTURES[root.tag[1:].partition("}")[0]]) == [], name


def test_the_manifest_lists_every_file_once_and_shows_everything_but_the_bank(
    course: dict[str, bytes],
) -> None:
    root = ElementTree.fromstring(course[NAME])
    resources = {
        each.get("identifier"): each for each in root.iter(f"{{{cartridge.IMS}/imscp_v1p1}}resource")
    }
    files = [file.get("href") for file in root.iter(f"{{{cartridge.IMS}/imscp_v1p1}}file")]
    assert sorted([NAME, *filter(None, files)]) == sorted(course)
    ids = [each.get("identifier", "") for each in root.iter() if each.get("identifier")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", id) for id in ids)
    shown = {item.get("identifierref") for item in root.iter() if item.get("identifierref")}
    (hidden,) = resources.keys() - shown
    assert resources[hidden].get("type", "").endswith("/question-bank")
    (top,) = root.iter(f"{{{cartridge.IMS}/imscp_v1p1}}organization")
    assert len(top[0]) == 6


def test_eighteen_questions_carry_their_profiles_and_name_their_right_answers(
    course: dict[str, bytes],
) -> None:
    quizzes = items(course, "quiz-1.xml", "quiz-2.xml", "quiz-3.xml")
    assert [item.get("ident") for item in quizzes] == [
        item.get("ident") for item in items(course, "bank.xml")
    ]
    profiles, places = [], set()
    for item in quizzes:
        told = {a.text: b.text for a, b in inside(item, "qtimetadatafield")}
        profiles.append(told["cc_profile"])
        labels = [label.get("ident") for label in inside(item, "response_label")]
        right = [each.text for each in inside(item, "varequal")]
        assert len(right) == bool(labels)
        assert set(right) <= set(labels)
        places |= {labels.index(each) for each in right if len(labels) == 4}
        if not labels:
            assert told["qmd_computerscored"] == "No"
    assert places == {0, 1, 2, 3}
    assert {
        kind: profiles.count(f"cc.{kind}.v0p1") for kind in ("multiple_choice", "true_false", "essay")
    } == {
        "multiple_choice": 12,
        "true_false": 3,
        "essay": 3,
    }


def test_its_links_are_absolute_name_a_page_or_a_beat_and_say_nothing_about_a_pupil(
    course: dict[str, bytes],
) -> None:
    told = "\n".join(data.decode() for name, data in course.items() if not name.endswith((".svg", NAME)))
    links = set(re.findall(r'href="(https?://[^"]+)"', told.replace("&quot;", '"').replace("&amp;", "&")))
    assert len([name for name in course if name.startswith("links/")]) in range(24, 36)
    lessons = {lesson.id for lesson in every_lesson()}
    for link in links:
        assert link.startswith(SITE), link
        split = urlsplit(link)
        assert parse_qs(split.query).keys() <= {"beat", "challenge"}, link
        assert split.fragment in {"", *lessons}, link
        for beat in parse_qs(split.query).get("beat", []):
            assert int(beat) <= len(BEATS)


def test_its_worksheets_have_their_pictures_and_no_scripts(course: dict[str, bytes]) -> None:
    sheets = {name: data.decode() for name, data in course.items() if name.endswith(".html")}
    assert sheets
    for text in sheets.values():
        assert "<script" not in text
        assert not re.search(r'(?:src|href)="\./', text)
        assert {f"sheets/{name}" for name in re.findall(r'<img src="([^"]+)"', text)} <= course.keys()


def test_the_same_site_gives_the_same_bytes(
    built_page: Path, course: dict[str, bytes], tmp_path: Path
) -> None:
    one, two = tmp_path / "one.imscc", tmp_path / "two.imscc"
    for file in (one, two):
        cartridge.write(built_page, file, FIRST, SITE)
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert archive.namelist() == list(course)


@EACH
def test_where_a_step_goes_is_what_its_numbers_say(language: Language) -> None:
    words = school(language.catalogue)
    slope, rate = re.findall(r"[−-]?\d+(?:[.,]\d+)?", words["next.ask"])
    step = abs(float(slope.replace("−", "-")) * float(rate.replace(",", ".")))
    assert f"{step:.1f}" in words["next.right"].replace(",", ".")
    assert words["next.right"] != words["next.wrong.1"]


@EACH
def test_no_item_of_the_questionnaire_is_in_it(language: Language) -> None:
    told = " ".join(school(language.catalogue).values())
    items = {key: text for key, text in EVIDENCE.items() if re.match("[DLW][0-9]?[.]", key)}
    assert items
    asked = {key: language.catalogue.get("evidence", {}).get(key, text) for key, text in items.items()}
    parts = [part.strip() for text in asked.values() for part in re.split(r"\{.*?\}", text)]
    assert [part for part in parts if len(part) > MOST_ALIKE and part in told] == []


def test_without_the_address_of_the_page_one_sentence_says_what_to_add(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DOWNHILL_ADDRESS", raising=False)
    with pytest.raises(Problem, match="say where the page is, as with --site https://"):
        cli._address(Options("build", cartridge=Path("a.imscc")))
    with pytest.raises(Problem, match="--site must be the page's address, https://…, not school"):
        cli._address(Options("build", cartridge=Path("a.imscc"), site="school"))
