"""The folder that a browser gets, and what it says of its version."""

import re
import tomllib
from pathlib import Path

import pytest

from downhill.text.format import PAGE, fill
from tests.conftest import as_good_as_awake
from tests.support.often import thorough
from tools import site
from tools.common import paths
from tools.languages.language import FIRST
from tools.release import changelog
from tools.setup.runtime import Runtime
from tools.startup.download_size import weights


def names(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def app(built: Path) -> Path:
    (found,) = built.glob("app-*")
    return found


@thorough
def test_building_again_gives_the_same_bytes(built: Path, tiny: Runtime, tmp_path: Path) -> None:
    site.build(tmp_path, tiny, print, as_good_as_awake, lambda: [FIRST])
    assert names(tmp_path) == names(built)
    differing = [
        name for name in names(built) if (tmp_path / name).read_bytes() != (built / name).read_bytes()
    ]
    assert differing == []


@pytest.mark.parametrize(
    "kind", ["*.html", "app-*/*.css", "app-*/boot/*/*", "app-*/**/*.py", "app-*/figures/*.svg"]
)
def test_nothing_that_ships_knows_where_it_was_built_or_asks_another_origin(built: Path, kind: str) -> None:
    found = list(built.glob(kind))
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


def test_the_foot_tells_the_changelogs_version_and_asks_nobody(built: Path) -> None:
    text = (built / "index.html").read_text(encoding="utf-8")
    (told,) = re.findall(r'(?s)<details class="fold version">.*?</details>', text)
    assert f"<summary>{fill(PAGE['version.title'], {'version': changelog.newest().number})}</summary>" in told
    assert re.findall("<li>(.+?)</li>", told) == list(LINES.values())
    assert not re.search("src=|href=", told)
