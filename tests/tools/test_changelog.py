"""The changelog, and the version in the page's foot."""

import re
import tomllib
from datetime import date
from pathlib import Path

from downhill.text.format import PAGE, fill
from tools.common import paths
from tools.languages.language import all_languages
from tools.release import changelog

TEXT = changelog.FILE.read_text(encoding="utf-8")
VERSIONS = changelog.versions(TEXT)
LINES = {key: text for key, text in PAGE.items() if key.startswith("version.newer.")}


def test_versions_come_the_newest_first_with_falling_numbers_and_days() -> None:
    numbers = [tuple(map(int, version.number.split("."))) for version in VERSIONS]
    days = [date.fromisoformat(version.day) for version in VERSIONS]
    assert numbers == sorted(set(numbers), reverse=True)
    assert days == sorted(days, reverse=True)


def test_every_heading_is_a_version_or_a_kind_of_change_and_has_sentences() -> None:
    headings = re.findall(r"^##+ .+$", TEXT, flags=re.MULTILINE)
    kinds = {"### Added", "### Changed", "### Deprecated", "### Removed", "### Fixed", "### Security"}
    assert len([line for line in headings if changelog.HEADING.fullmatch(line)]) == len(VERSIONS)
    assert {line for line in headings if not changelog.HEADING.fullmatch(line)} <= kinds
    assert all(version.sentences for version in VERSIONS)
    sentences = [sentence for version in VERSIONS for sentence in version.sentences]
    assert all(sentence.endswith((".", ")")) for sentence in sentences)


def test_it_is_the_version_of_the_project() -> None:
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == changelog.newest().number


def test_what_the_foot_says_is_newer_are_sentences_of_the_newest_version() -> None:
    assert len(LINES) >= 2
    assert [line for line in LINES.values() if line not in changelog.newest().sentences] == []


def test_every_language_says_as_much() -> None:
    for language in all_languages()[1:]:
        words = language.catalogue["page"]
        assert all(words[key] != text for key, text in LINES.items()), language.code
        assert "{version}" in words["version.title"]


def test_the_foot_tells_the_changelogs_version_and_asks_nobody(built: Path) -> None:
    text = (built / "index.html").read_text(encoding="utf-8")
    (told,) = re.findall(r'(?s)<details class="fold version">.*?</details>', text)
    assert f"<summary>{fill(PAGE['version.title'], {'version': changelog.newest().number})}</summary>" in told
    assert re.findall("<li>(.+?)</li>", told) == list(LINES.values())
    assert not re.search("src=|href=", told)
