"""Hosts that send files under other types than they should."""

from pathlib import Path

import pytest

from tests.browser.conftest import OpenEssay
from tests.browser.hosts import hosted


@pytest.mark.parametrize(
    ("kind", "unknown", "start"),
    [
        ("application/javascript", "application/octet-stream", "packed"),
        ("application/x-javascript", "text/plain", "snapshot"),
    ],
)
def test_on_a_host_that_knows_only_scripts_and_pages_every_lesson_answers(
    open_essay: OpenEssay, site: Path, kind: str, unknown: str, start: str
) -> None:
    endings = {
        file.suffix for file in site.rglob("*") if file.suffix not in ("", ".html", ".css", ".svg", ".wasm")
    }
    types: dict[str, str | None] = {**dict.fromkeys(endings, unknown), ".js": kind}
    with hosted(site, types=types) as host:
        essay = open_essay(f"?start={start}", at=host.address).ready()
        essay.lesson("line").press("step")
        assert essay.complaints == []
