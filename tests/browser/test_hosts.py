"""What hosts and networks do wrong, in one table: what the page says of it, or that it goes live all the same."""

import re
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, expect

from downhill.text.format import PAGE, fill
from tests.browser.conftest import OpenEssay
from tests.browser.test_failures import FIGURES_SHOWN
from tests.support.axe import violations_light_and_dark
from tests.support.essay import PATIENCE
from tests.support.faults import COMPRESSING, PLAIN, Portal, faulty
from tests.support.often import a_few
from tools.server import handler
from tools.server.server import Settings

DAY = "public, max-age=86400"
FOREVER = "public, max-age=31536000, immutable"
SOON = "?patience=4"  # for what stays silent; a busy machine may need longer for a start, which then still succeeds
PACKED = "?start=packed&patience=6"
LATE = "?patience=60"
WATCH = "app-*/boot/page/watch.js"
CORE = "pyscript-*/core.js"


class Told(NamedTuple):
    """What a host does, in attributes of a server; the sentence's key and a pattern of what it names."""

    does: dict[str, Any]
    key: str
    named: str
    rest: str = SOON


def portal(takes: Any, named: str, *more: Any, **sent: Any) -> Told:
    """A page of the network in the place of files."""
    return Told({"portal": Portal(takes, *more, **sent)}, "fail.page", named)


def missing(pattern: str, named: str) -> Told:
    return Told({"missing": (pattern,)}, "fail.missing", named, PACKED)


def policy(header: str, directive: str) -> Told:
    return Told({"more": {"Content-Security-Policy": header}}, "fail.policy", directive)


TOLD = {
    "a page for all files": portal(lambda name: name not in ("", "index.html"), r"watch\.js"),
    "a page for all scripts": portal((".js",), r"watch\.js", caching=FOREVER),
    "a page for a module": portal(("boot/worker/restore.js",), r"restore\.js", HTTPStatus.FORBIDDEN),
    "a page for a plugin": portal(lambda name: "error-" in name, r"error-\w+\.js", HTTPStatus(511)),
    "a page for wasm": portal((".wasm",), r"\w+\.wasm", kind="application/wasm"),
    "a page for the core": portal(("core.bin",), r"core\.bin", kind="text/plain", caching=DAY),
    "a page for bins": portal((".bin",), r"\w+\.bin", HTTPStatus.SERVICE_UNAVAILABLE),
    "a page for Python": portal(("worker/main.py",), r"main\.py", caching=DAY),
    "a redirect": portal(("page.bin",), r"page\.bin", HTTPStatus.FOUND, location="http://localhost:9/"),
    "html for a missing file": Told(
        {"portal": Portal(("page.bin",), HTTPStatus.NOT_FOUND)}, "fail.missing", r"page\.bin"
    ),
    "no core": missing("start-*/core.bin", r"core\.bin"),
    "no PyScript": missing(CORE, r"core\.js"),
    "no MicroPython": missing("micropython-*/micropython.wasm", r"micropython\.wasm"),
    "no Python of the page": missing("app-*/page/main.py", r"main\.py"),
    "no module of the worker": missing("app-*/boot/**/load.js", r"load\.js"),
    "no decoder": missing("brotli-*/decoder.bin", r"decoder\.bin"),
    "no library": missing("start-*/libs.bin", r"libs\.bin"),
    "a core that hangs": Told({"hanging": ("start-*/core.bin",)}, "fail.stalled", r"core\.bin", PACKED),
    "a pack that hangs": Told({"hanging": ("start-*/pack.bin",)}, "fail.stalled", r"pack\.bin", PACKED),
    "half a module": Told({"truncated": ("app-*/boot/worker/restore.js",)}, "fail.spoilt", r"restore\.js"),
    "other bytes": Told({"corrupt": ("app-*/page.bin",)}, "fail.spoilt", r"page\.bin"),
    "a line that breaks": Told(
        {"broken": ("start-*/core.bin",) * 9}, "fail.missing", r"core\.bin", "?start=packed"
    ),
    "no watch": Told({"missing": (CORE, WATCH)}, "fail.missing", r"watch\.js"),
    "half a watch": Told({"missing": (CORE,), "truncated": (WATCH,)}, "fail.spoilt", r"watch\.js"),
    "a watch that hangs": Told({"missing": (CORE,), "hanging": (WATCH,)}, "fail.late", ""),
    "itself alone": policy("default-src 'self'", "script-src"),
    "no code from text": policy("script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:", "script-src"),
    "no worker": policy("script-src 'self' 'unsafe-inline' 'unsafe-eval'", "worker-src"),
    "no connection": policy("connect-src 'none'", "connect-src"),
}


def told(page: Page, key: str, named: str) -> None:
    """The page tells that it can't start, in this sentence about this file or rule."""
    gaps = dict.fromkeys(re.findall(r"{(\w+)}", PAGE[key]), "GAP")
    sentence = re.escape(fill(PAGE[key], gaps)).replace("GAP", named)
    expect(page.locator("#failure-what")).to_have_text(re.compile(sentence), timeout=2 * PATIENCE)
    expect(page.locator("#failure")).to_be_visible()
    expect(page.locator("#retry")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("data-python", "failed")


@a_few(3)
@pytest.mark.parametrize("name", TOLD)
def test_what_a_host_does_wrong_is_told_by_its_name_and_the_figures_stay(
    open_essay: OpenEssay, site: Path, name: str
) -> None:
    case = TOLD[name]
    with faulty(site, COMPRESSING) as host:
        host.play(case.does)
        page = open_essay(case.rest, at=host.address).page
        told(page, case.key, case.named)
        if case.does.keys().isdisjoint({"portal", "more"}):
            expect(page.locator("#status")).to_be_hidden()
            page.wait_for_function(FIGURES_SHOWN, timeout=PATIENCE)
        if name == "no core":
            assert violations_light_and_dark(page) == []


class Live(NamedTuple):
    """What a host does that keeps no page from its start, and what is compressed besides text."""

    does: dict[str, Any]
    start: str = "packed"
    settings: Settings = COMPRESSING
    compressed: tuple[str, ...] = ()


OTHERS = (".bin", ".json", ".py", ".toml", ".txt", ".wasm", ".webmanifest", ".woff2")
LIVE = {
    "knows scripts and pages alone": Live(
        {"types": {**dict.fromkeys(OTHERS, "application/octet-stream"), ".js": "application/javascript"}}
    ),
    "calls all else text": Live(
        {"types": {**dict.fromkeys(OTHERS, "text/plain"), ".js": "application/x-javascript"}}, "snapshot"
    ),
    "says no type of wasm": Live({"types": {".wasm": None}}, "snapshot"),
    "lets nobody guess a type": Live(
        {"types": {".wasm": "text/plain"}, "more": {"X-Content-Type-Options": "nosniff"}}
    ),
    "says a charset of wasm": Live({"types": {".wasm": "application/wasm; charset=utf-8"}}, "snapshot"),
    "compresses nothing": Live({}, "snapshot", PLAIN),
    "compresses all once more": Live({}, compressed=(".bin",)),
    "has no style, fonts, and figures": Live({"missing": ("**/*.css", "**/*.woff2", "**/*.svg")}),
    "has no spare module": Live({"missing": ("app-*/boot/**/prepare.js",)}),
    "has no watch": Live({"missing": (WATCH,)}),
}


@a_few(1)
@pytest.mark.parametrize("name", LIVE)
def test_where_a_host_does_this_the_page_goes_live_without_a_word(
    open_essay: OpenEssay, site: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    case = LIVE[name]
    monkeypatch.setattr(handler, "COMPRESSIBLE", handler.COMPRESSIBLE | {*case.compressed})
    with faulty(site, case.settings) as host:
        host.play(case.does)
        essay = open_essay(f"?start={case.start}&patience=60&embed=1#line", at=host.address).ready()
        expect(essay.page.locator("#failure")).to_be_hidden()
        essay.lesson("line").press("step")
        assert "missing" in case.does or essay.complaints == []


def test_when_the_network_has_a_page_for_every_address_it_is_told_whatever_the_status(
    open_essay: OpenEssay, site: Path
) -> None:
    with faulty(site, COMPRESSING) as host:
        page = open_essay("missing.html", at=host.address).page
        seen = iter(range(100))
        # All but the document that comes first; the browser may ask for an icon of the page before it.
        host.portal = Portal(lambda name: "favicon" in name or next(seen) > 0, HTTPStatus.NOT_FOUND)
        page.goto(host.address + SOON, wait_until="commit")
        told(page, "fail.page", r"watch\.js")


def test_a_good_first_visit_asks_for_nothing_twice_and_for_no_list(open_essay: OpenEssay, site: Path) -> None:
    with faulty(site, COMPRESSING) as host:
        essay = open_essay(LATE, at=host.address).ready()
        assert essay.complaints == []
        names = [name for name in host.asked if name.endswith((".js", ".wasm", ".bin", ".py"))]
        assert len(names) > 40
        assert len(names) == len(set(names))
        assert not [name for name in host.asked if name.endswith("start.json")]
