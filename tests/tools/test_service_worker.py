"""What the service worker knows of the site."""

import base64
import hashlib
import re
from pathlib import Path

from tests.support.worker_list import rows
from tools.common import paths
from tools.pages.template import MARK


def test_every_file_is_listed_with_its_size_and_sum(built: Path) -> None:
    assert len(rows(built)) > 30
    for row in rows(built):
        data = (built / row["url"] / ("index.html" if row["url"] == "./" else "")).read_bytes()
        assert len(data) == row["bytes"]
        assert base64.b64encode(hashlib.sha256(data).digest()).decode() == row["integrity"][7:]


def test_only_pages_have_a_revision_and_all_else_an_address_that_names_its_content(built: Path) -> None:
    for row in rows(built):
        assert (row["revision"] is None) == bool(re.match(r"\./[a-z]+-[0-9a-f]{12}/", row["url"])), row["url"]
    pages = {f"./{file.name}".removesuffix("index.html") for file in built.glob("*.html")}
    assert {row["url"] for row in rows(built) if row["revision"]} == pages


def test_every_page_begins_with_the_mark_and_has_the_sentence_for_standing_in(built: Path) -> None:
    text = (built / "sw.js").read_text(encoding="utf-8")
    assert f"const MARK = '{MARK}';" in text
    for page in built.glob("*.html"):
        found = page.read_text(encoding="utf-8")
        assert MARK in found[:1000], page.name
        assert found.count("<html") == found.count(' id="instead" hidden') == 1, page.name


def test_the_worker_begins_with_what_the_reset_looks_for(built: Path) -> None:
    (reset,) = (paths.ROOT / "web" / "boot" / "page").glob("next-pupil.*")
    (first,) = re.findall(r'const FIRST = "(.+?)";', reset.read_text(encoding="utf-8"))
    assert (built / "sw.js").read_text(encoding="utf-8").startswith(first)
