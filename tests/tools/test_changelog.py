"""The changelog, and the version in the page's foot."""

import re
import tomllib
from pathlib import Path

from downhill.text.format import PAGE, fill
from tools.common import paths
from tools.release import changelog

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
