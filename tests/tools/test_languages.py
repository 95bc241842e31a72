"""Translations: what a checker finds, how one is begun, and the pseudo-locales that tests use."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from downhill.lessons import every_lesson
from downhill.text.language import sentences
from tests.support.often import slow
from tools.common import paths
from tools.languages import language_file, translations
from tools.languages.language import FIRST, Language, all_languages, write_words
from tools.pages import papers

SOURCE = {"page": {"hello": "Hello, {name}", "rule": "**x** is [yours]{.hand}, $x_{\\text{new}}$"}}
GOOD = {"page": {"hello": "Hallo {name}", "rule": "[deins]{.hand} ist **x**, $x_{\\text{neu}}$"}}


def found(**page: str) -> list[str]:
    return list(translations.complaints({"page": {**GOOD["page"], **page}}, SOURCE))


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for translations of `SOURCE`."""
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    monkeypatch.setattr(translations, "english", lambda: SOURCE)
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    return tmp_path


def test_what_is_missing_unknown_or_empty_is_named_with_its_room() -> None:
    lacking = {"page": {"hello": "Hallo {name}"}}
    assert list(translations.missing(lacking, SOURCE)) == ["page: rule is missing"]
    assert list(translations.missing({}, SOURCE)) == ["page: hello is missing", "page: rule is missing"]
    assert list(translations.complaints(lacking, SOURCE)) == []
    assert found(bye="Tschüss") == ["page: bye is not used"]
    assert found(hello="  ") == ["page: hello is empty"]
    assert "cellar: there is no such table" in list(translations.complaints({**GOOD, "cellar": {}}, SOURCE))


def test_a_sentence_with_other_gaps_or_marks_is_named() -> None:
    assert found(hello="Hallo {nom}") == ["page: hello has different gaps: missing {name}, extra {nom}"]
    assert found(rule="[deins] ist x, $x$") == [
        "page: rule has different marks: missing ]{.hand}, extra nothing"
    ]


@slow
@pytest.mark.parametrize("code", translations.codes())
def test_every_translation_fits_the_english_sentences_and_what_it_lacks_is_listed(code: str) -> None:
    there, source = translations.catalogue(code), translations.english()
    assert list(translations.complaints(there, source)) == []
    wanted = {(room, key) for room in source for key in source[room].keys() - set(translations.UNSPOKEN)}
    lacking = wanted - {(room, key) for room in there for key in there[room]}
    listed = [line for line in translations.untranslated(code) if line.endswith("is missing")]
    assert sorted(listed) == sorted(f"{room}: {key} is missing" for room, key in lacking)


def test_only_a_release_fails_where_a_sentence_is_missing_or_still_in_english(
    made_up: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (made_up / "de.toml").write_text('[page]\nhello = "Hallo {name}"\n', encoding="utf-8")
    assert [translations.main([]), translations.main(["--release"])] == [0, 1]
    assert capsys.readouterr().out == "de: page: rule is missing\n" * 2
    translations.update("de")
    assert [translations.main(["de"]), translations.main(["de", "--release"])] == [0, 1]
    assert capsys.readouterr().out.endswith("de: page: rule is not translated yet\n" * 2)
    (made_up / "de.toml").write_text(language_file.begun(GOOD, ()), encoding="utf-8")
    assert translations.main(["--release"]) == 0
    (made_up / "de.toml").write_text('[page]\nhello = "Hallo"\n', encoding="utf-8")
    assert translations.main([]) == 1


OLD = """
# Deutsch, von Hand.

[page]
"bye" = "Tschüss"
# wie am Telefon
hello = 'Hallo {name}'
[cellar]
"x" = "y"
"""


def test_an_update_keeps_what_is_translated_adds_what_is_new_and_drops_what_is_gone() -> None:
    source = {"page": {"rule": 'one\n"two" \\\\ {a:1}\n', **SOURCE["page"]}, "line": {"title": "Line"}}
    text = language_file.updated(OLD, source, ())
    assert text.startswith("\n# Deutsch, von Hand.\n\n[page]\n")
    assert "# wie am Telefon\nhello = 'Hallo {name}'\n" in text
    assert tomllib.loads(text) == {
        "page": {**source["page"], "hello": "Hallo {name}"},
        "line": source["line"],
    }
    assert language_file.still_english(text) == [("page", "rule"), ("line", "title")]
    assert language_file.updated(text, source, ()) == text


def test_sentences_that_come_late_are_checked_and_are_not_there_when_python_starts(tmp_path: Path) -> None:
    assert translations.english().keys() - sentences(every_lesson()).keys() == {*translations.LATE}
    (german,) = [language for language in all_languages() if language.code == "de"]
    write_words(tmp_path / "words.json", german, [])
    told = json.loads((tmp_path / "words.json").read_text(encoding="utf-8"))["catalogue"]
    assert german.catalogue.keys() - told.keys() == {*translations.LATE}
    program = (
        "import sys, downhill.text.language; print([*filter(lambda name: 'code_' in name, sys.modules)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONPATH": "py"}
    )
    assert done.stdout == "[]\n"


ENGLISH = ",", "."  # between thousands, before decimals
SIGNS = ",.\u202f\u00a0 \u2009'’"
GROUPED = re.compile(rf"(?<![\w.,\u202f])[0-9]{{1,3}}([{SIGNS}])[0-9]{{3}}(?![0-9])")
PLAIN = re.compile(r"(?<![\w.,#-])[0-9]{4,}(?![\w])")
YEAR = re.compile(r"(18|19|20)[0-9]{2}")
ASIDE = re.compile(
    r"```.*?```|`[^`]*`|\$[^$]*\$|\{[^}]*\}|<!--.*?-->|EN 301 549", re.DOTALL
)  # code, formulas, gaps


def texts(language: Language) -> Iterator[tuple[str, str]]:
    """Everything that is written in a language, with where it stands."""
    rooms = translations.english() if language.code == FIRST.code else language.catalogue
    for room, words in rooms.items():
        yield from ((f"{room}: {key}", text) for key, text in words.items() if room != "language")
    for paper in papers.written(language):
        yield paper.page, papers.text_of(paper)


def odd(text: str, group: str, decimal: str) -> list[str]:
    """The numbers in a text that are not written in that way; what is a year has no sign at all."""
    text = ASIDE.sub(" ", text)
    found = [m[0] for m in GROUPED.finditer(text) if m[1] != group and m[1] != decimal]
    return found + [m[0] for m in PLAIN.finditer(text) if not YEAR.fullmatch(m[0])]


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_thousands_are_parted_by_one_sign_in_one_language(language: Language) -> None:
    about = language.about
    signs = ENGLISH if language.code == FIRST.code else (about["group"], about["decimal"])
    assert {where: found for where, text in texts(language) if (found := odd(text, *signs))} == {}
