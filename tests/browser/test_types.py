"""Hosts that send files under other types than they should."""

from pathlib import Path

import pytest

from tests.browser.conftest import OpenEssay
from tests.support.faults import COMPRESSING, PLAIN, faulty
from tests.support.often import a_few, thorough
from tools.server import handler
from tools.server.server import Settings


@thorough
@a_few(1)
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
    endings = {file.suffix for file in site.rglob("*") if file.suffix not in ("", ".html", ".css", ".svg")}
    types: dict[str, str | None] = {**dict.fromkeys(endings, unknown), ".js": kind}
    with faulty(site, COMPRESSING) as host:
        host.types = types
        essay = open_essay(f"?start={start}&patience=60&embed=1#line", at=host.address).ready()
        essay.lesson("line").press("step")
        assert essay.complaints == []


@thorough
@a_few(1)
@pytest.mark.parametrize(
    ("kind", "more", "start"),
    [
        pytest.param(None, {}, "snapshot", id="none"),
        pytest.param("text/plain", {"X-Content-Type-Options": "nosniff"}, "packed", id="text with nosniff"),
        pytest.param("application/wasm; charset=utf-8", {}, "snapshot", id="with a charset", marks=thorough),
    ],
)
def test_under_any_type_of_wasm_the_page_starts_without_a_word(
    open_essay: OpenEssay, site: Path, kind: str | None, more: dict[str, str], start: str
) -> None:
    with faulty(site, COMPRESSING) as host:
        host.types = {".wasm": kind}
        host.more = more
        essay = open_essay(f"?start={start}&patience=60&embed=1#line", at=host.address).ready()
        essay.lesson("line").press("step")
        assert essay.complaints == []
    assert [name.rpartition("/")[2] for name in host.asked if name.endswith(".wasm")] == ["micropython.wasm"]


@thorough
@a_few(1)
@pytest.mark.parametrize(
    ("settings", "more", "start"),
    [(PLAIN, (), "packed"), (PLAIN, (), "snapshot"), (COMPRESSING, (".bin",), "packed")],
    ids=["nothing, packed", "nothing, snapshot", "all once more"],
)
def test_whatever_a_host_compresses_every_lesson_answers(
    open_essay: OpenEssay,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    more: tuple[str, ...],
    start: str,
) -> None:
    monkeypatch.setattr(handler, "COMPRESSIBLE", handler.COMPRESSIBLE | {*more})
    with faulty(site, settings) as host:
        essay = open_essay(f"?start={start}&patience=60&embed=1#line", at=host.address).ready()
        essay.lesson("line").press("step")
        assert essay.complaints == []


@thorough
def test_a_decoder_is_fetched_once_where_the_browser_has_none(open_essay: OpenEssay) -> None:
    essay = open_essay("?start=packed").ready()
    has = essay.page.evaluate("(() => { try { return new DecompressionStream('brotli') } catch {} })()")
    asked = [url for url in essay.requests if url.endswith("decoder.bin")]
    assert len(asked) == (0 if has else 1)
