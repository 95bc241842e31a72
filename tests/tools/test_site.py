"""The folder that a browser gets, and what it says of its version."""

import hashlib
import json
import re
import tomllib
from base64 import b64encode
from pathlib import Path

import pytest

from downhill.text.format import PAGE, fill
from tests.support.often import thorough
from tools import site
from tools.common import paths
from tools.release import changelog, manifest, publish
from tools.setup.runtime import Runtime
from tools.startup import parts_file
from tools.startup.download_size import weights


@thorough  # it builds all but what Python starts from, a minute
def test_building_again_gives_the_same_bytes(built_page: Path, cached: Runtime, tmp_path: Path) -> None:
    publish.publish(tmp_path / "site", "", lambda out: site.build(out, cached, print))
    again, known = manifest.read(tmp_path / "site"), manifest.read(built_page)
    assert known
    assert again
    assert again.files == known.files


@pytest.mark.parametrize(
    "kind", ["*.html", "app-*/*.css", "app-*/boot/*/*", "app-*/**/*.py", "app-*/figures/*.svg"]
)
def test_nothing_that_ships_knows_where_it_was_built_or_asks_another_origin(
    built_page: Path, kind: str
) -> None:
    found = list(built_page.glob(kind))
    assert found
    for file in found:
        text = file.read_text(encoding="utf-8")
        assert str(paths.ROOT) not in text, file.name
        assert str(Path.home()) not in text, file.name
        known = (
            "http://www.w3.org/",
            "https://www.w3.org/",
            "http://purl.org/",
            "http://creativecommons.org/",
            "https://example.org/",  # stands for nobody's address: it is reserved for that
            "https://classroom.google.com/share?",  # where a teacher's press opens it, with the link
            "https://teams.microsoft.com/share?",
        )
        for address in re.findall(r"https?://[^\s\"'<>)]+", text):
            assert address.startswith(known), (file.name, address)


def test_a_start_weighs_at_most_4_megabytes_from_the_pack_and_10_from_the_snapshot(built_page: Path) -> None:
    packed, woken = weights(built_page)["together"]
    assert 2e6 < packed <= 4e6
    assert 5e6 < woken <= 10e6


LINES = {key: text for key, text in PAGE.items() if key.startswith("version.newer.")}


def test_it_is_the_version_of_the_project() -> None:
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == changelog.newest().number


def test_what_the_foot_says_is_newer_are_sentences_of_the_newest_version() -> None:
    assert len(LINES) >= 2
    assert [line for line in LINES.values() if line not in changelog.newest().sentences] == []


def test_the_foot_tells_the_changelogs_version_and_asks_nobody(built_page: Path) -> None:
    text = (built_page / "index.html").read_text(encoding="utf-8")
    (told,) = re.findall(r'(?s)<details class="fold version">.*?</details>', text)
    assert f"<summary>{fill(PAGE['version.title'], {'version': changelog.newest().number})}</summary>" in told
    assert re.findall("<li>(.+?)</li>", told) == list(LINES.values())
    assert not re.search("src=|href=", told)


def test_every_file_that_a_start_needs_is_listed_for_a_page_that_looks_for_what_is_missing(
    built_page: Path,
) -> None:
    (app,) = built_page.glob("app-*")
    rows = json.loads((app / "start.json").read_text(encoding="utf-8"))
    listed = {(app / path).resolve(): (size, sha256) for path, size, sha256 in rows}
    assert len(listed) > 45
    for pattern in parts_file.NEEDED:
        shape = re.sub(r"^app\*/", "app-*/", pattern)
        assert {file.resolve() for file in built_page.glob(shape)} & listed.keys(), pattern
    for file, (size, sha256) in listed.items():
        data = file.read_bytes()
        assert (len(data), b64encode(hashlib.sha256(data).digest()).decode()) == (size, sha256), file
