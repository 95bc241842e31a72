"""Translations: what a checker finds, how one is begun, and the stand-ins that tests use."""

import tomllib
from collections.abc import Iterator

import pytest

from downhill.lessons import all_lessons
from downhill.speech import sentences, speak
from downhill.words import PAGE, number
from tools import languages
from tools.console import Problem

SOURCE = {"page": {"hello": "Hello, {name}", "rule": "**x** is [yours]{.hand}, $x_{\\text{new}}$"}}
GOOD = {"page": {"hello": "Hallo {name}", "rule": "[deins]{.hand} ist **x**, $x_{\\text{neu}}$"}}


@pytest.fixture
def english_again() -> Iterator[None]:
    """Whatever is spoken in between, English is spoken in the end."""
    before = sentences(all_lessons())
    yield
    speak(before, all_lessons())


def found(**page: str) -> list[str]:
    return list(languages.complaints({"page": {**GOOD["page"], **page}}, SOURCE))


def test_a_whole_translation_has_no_complaints() -> None:
    assert found() == []


def test_what_is_missing_unknown_or_empty_is_named_with_its_room() -> None:
    assert list(languages.complaints({"page": {"hello": "Hallo {name}"}}, SOURCE)) == [
        "page: rule is missing"
    ]
    assert found(bye="Tschüss") == ["page: bye is not asked for"]
    assert found(hello="  ") == ["page: hello is empty"]
    assert "cellar: there is no such room" in list(languages.complaints({**GOOD, "cellar": {}}, SOURCE))


def test_a_sentence_with_other_gaps_or_marks_is_named() -> None:
    assert found(hello="Hallo {nom}") == ["page: hello has other gaps: lacks {name}, has {nom} too many"]
    assert found(rule="[deins] ist x, $x$") == [
        "page: rule has other marks: lacks ]{.hand}, has nothing too many"
    ]


@pytest.mark.parametrize("code", languages.codes())
def test_every_translation_is_whole(code: str) -> None:
    assert list(languages.complaints(languages.catalogue(code), languages.english())) == []


def test_a_translation_that_is_not_there_is_named() -> None:
    with pytest.raises(Problem, match="there is no translation xx"):
        languages.catalogue("xx")


def test_a_new_translation_begins_with_every_english_sentence() -> None:
    begun = tomllib.loads(languages._begin("xx"))
    assert list(languages.complaints(begun, languages.english())) == []
    assert begun["page"]["action.step"] == PAGE["action.step"]
    assert begun["essay"]["opening"].strip() == languages.english()["essay"]["opening"].strip()


@pytest.mark.parametrize("kind", ["double", "rtl"])
def test_stand_ins_keep_every_gap(kind: str) -> None:
    made = languages.stand_in(kind, languages.english())
    for room, words in languages.english().items():
        for key, text in words.items():
            assert set(languages.GAPS.findall(text)) <= set(languages.GAPS.findall(made[room][key])), (
                room,
                key,
            )


@pytest.mark.usefixtures("english_again")
def test_what_is_spoken_reaches_page_lessons_and_numbers() -> None:
    (valley, *_) = lessons = all_lessons()
    other = {
        "page": {"action.step": "Schritt"},
        "valley": {"slider.x": "Ort"},
        "language": {"decimal": ",", "group": "."},
    }
    assert number(1234.5, 1) == "1\N{NARROW NO-BREAK SPACE}234.5"
    speak(other, lessons)
    assert (PAGE["action.step"], valley.words["slider.x"], number(-1234.5, 1)) == (
        "Schritt",
        "Ort",
        "\N{MINUS SIGN}1.234,5",
    )
    speak({"page": {"unknown": "?"}, "cellar": {"x": "y"}}, lessons)
    assert "unknown" not in PAGE
