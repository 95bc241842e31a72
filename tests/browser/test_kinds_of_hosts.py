"""Every kind of host of the table (`tests/support/kinds_of_hosts.py`): first and later visits, days without a network,
newer versions, and the one file.

A usual run plays first visits to a few of them, thorough ones all that the table says.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Error, expect

from downhill.text.format import PAGE
from tests.browser.conftest import AS_IT_IS, OpenEssay
from tests.browser.test_hosts import try_again
from tests.browser.test_offline import KEPT, has
from tests.support.essay import PATIENCE, Essay, until
from tests.support.faults import LOGIN
from tests.support.kinds_of_hosts import KINDS, First, Kind, Later, Newer, Offline, OneFile
from tests.support.light import KEEP, NEWER, SECOND, WORKERS, settled
from tests.support.odd_hosts import OddServer, odd
from tests.support.often import thorough
from tests.support.worker_list import rows

LIVE = (First.LIVE, First.BROKEN, First.COUNTING, First.ANEW)
SENTENCES = {
    First.MISSING: ("fail.missing", r"\w[\w.-]+\.\w+"),
    First.SPOILT: ("fail.spoilt", r"\w+\.bin"),
    First.STALLED: ("fail.stalled", r"core\.bin"),
    First.PAGE: ("fail.page", r"\w[\w.-]+\.\w+"),
    First.POLICY: ("fail.policy", "script-src"),
}
"""What is told: the sentence, and what is named in it."""
AT_ONCE = ("redirects", "some files fail", "strict policy")
SAVE = """name => {
    const link = Object.assign(document.createElement("a"), { href: name, download: "downhill.html" });
    document.body.append(link);
    link.click();
}"""
"""What a click on the link to the one file does."""
KEEP_OR_NOT = f"() => ({KEEP})().catch(() => {{}})"
"""Has the page keep itself where the host may not let it."""
VISITS = 3
"""After so many visits everything is kept, whatever the line does."""


def kinds(among: Callable[[Kind], bool]) -> pytest.MarkDecorator:
    """Try a test with each of these kinds of hosts."""
    return pytest.mark.parametrize("kind", [pytest.param(one, id=one.name) for one in KINDS if among(one)])


def clock(year: int) -> str:
    """A script that sets the device's clock to a year; none for the year 0."""
    return (
        f"""{{
            const wrong = new Date({year}, 0, 2).getTime() - Date.now();
            const now = Date.now.bind(Date);
            globalThis.Date = class extends Date {{
                constructor(...given) {{ super(...(given.length ? given : [now() + wrong])); }}
                static now() {{ return now() + wrong; }}
            }};
        }}"""
        if year
        else ""
    )


def meets(essay: Essay, kind: Kind, server: OddServer) -> None:
    """A reader meets on the page that opens what the table says."""
    page = essay.page
    if kind.first is First.ELSEWHERE:
        expect(page).to_have_title("Sign in")
    elif kind.first in LIVE:
        if kind.first is First.COUNTING:
            drips(essay)
            server.release.set()
        if kind.first is First.ANEW:
            try_again_if_need_be(essay)
        essay.ready().lesson("line").press("step")
        expect(page.locator("#failure")).to_be_hidden()
        assert server.broken == []
    else:
        key, named = SENTENCES[kind.first]
        sentence = re.sub(r"\\\{\w+\\\}", lambda _: named, re.escape(PAGE[key]))
        expect(page.locator("#failure-what")).to_have_text(re.compile(f"^{sentence}$"), timeout=2 * PATIENCE)
        expect(page.locator("#retry")).to_be_visible()


def try_again_if_need_be(essay: Essay) -> None:
    """Wait until the page is live or has failed; then press its button."""
    page = essay.page
    page.wait_for_selector("html:is([data-python=ready], [data-python=failed])", timeout=2 * PATIENCE)
    if page.locator("html").get_attribute("data-python") == "failed":
        try_again(page)
        page.wait_for_function("document.documentElement.dataset.python !== 'failed'")


def drips(essay: Essay) -> None:
    """The page counts what comes, and takes a slow line for no failure."""
    shown = essay.page.locator("#stage")
    until(essay.page, lambda: "MB" in shown.inner_text(), "it counts")
    essay.page.wait_for_timeout(6000)  # longer than its patience
    expect(essay.page.locator("html")).to_have_attribute("data-python", "loading")


def address(kind: Kind, server: OddServer) -> str:
    """The address under which a reader finds this host."""
    return server.address.replace("127.0.0.1", kind.address or "127.0.0.1")


def visit(open_essay: OpenEssay, kind: Kind, server: OddServer) -> Essay:
    """Open the page, patient where it shall become live."""
    patience = 60 if kind.first in LIVE and kind.first is not First.COUNTING else 4
    rest = f"?patience={patience}{kind.query}&embed=1#line"
    return open_essay(rest, at=address(kind, server), later=True, keeps=True, script=clock(kind.device))


def tries_to_keep(essay: Essay) -> bool:
    """Have the page keep itself, or look for a newer version of itself; whether a version is kept then."""
    essay.page.evaluate(KEEP_OR_NOT)
    if not essay.page.evaluate("isSecureContext"):
        return False
    until(essay.page, lambda: "installing" not in essay.page.evaluate(WORKERS), "it is kept or given up")
    return bool(essay.page.evaluate(WORKERS) == ["active"])


def keep_at_last(essay: Essay) -> None:
    """Have the page keep itself, in as many visits as that may take."""
    for _ in range(VISITS):
        if tries_to_keep(essay):
            return
        essay.page.reload()
    raise AssertionError(f"after {VISITS} visits the page is not kept")


def has_whole(essay: Essay, site: Path) -> bool:
    """Whether all files in a site's folders are kept that a reader of English in a light theme needs."""
    mine = [row["url"] for row in rows(site) if "dark" not in row and "en" in row.get("readers", ["en"])]
    return {essay.address + url.removeprefix("./") for url in mine if url.count("/") > 1} <= set(
        essay.page.evaluate(KEPT)
    )


def plays_again(essay: Essay) -> None:
    """Load the page anew: it goes live and plays."""
    essay.page.reload(wait_until="commit")
    essay.ready().lesson("line").press("step")


@kinds(lambda kind: kind.name in AT_ONCE)
def test_a_first_visit_is_what_the_table_says(open_essay: OpenEssay, site: Path, kind: Kind) -> None:
    with odd(site, kind.settings) as server:
        server.does(kind.does)
        meets(visit(open_essay, kind, server), kind, server)


@thorough
@kinds(lambda kind: kind.first in LIVE)
def test_later_visits_and_days_without_a_network_are_what_the_table_says(
    open_essay: OpenEssay, site: Path, kind: Kind
) -> None:
    with odd(site, kind.settings) as server:
        server.does(kind.does)
        essay = visit(open_essay, kind, server)
        meets(essay, kind, server)
        assert essay.page.evaluate("isSecureContext") == (not kind.address)
        if kind.offline is Offline.LIVE:
            keep_at_last(essay)
        server.does(kind.then)
        plays_again(essay)
        if kind.offline is Offline.NOTHING:
            assert not tries_to_keep(essay)
    if kind.offline is Offline.LIVE:
        plays_again(essay)
    else:
        with pytest.raises(Error, match=r"net::ERR_"):
            essay.page.reload()


@thorough
@kinds(lambda kind: kind.first not in LIVE)
def test_where_python_can_not_start_a_later_visit_is_told_the_same_and_nothing_is_kept(
    open_essay: OpenEssay, site: Path, kind: Kind
) -> None:
    assert (kind.later, kind.offline, kind.newer) == (Later.SAME, Offline.NOTHING, Newer.NONE)
    with odd(site, kind.settings) as server:
        server.does(kind.does)
        essay = visit(open_essay, kind, server)
        meets(essay, kind, server)
        essay.page.reload(wait_until="commit")
        meets(essay, kind, server)
        assert essay.page.evaluate(WORKERS) == []
    with pytest.raises(Error, match=r"net::ERR_"):
        essay.page.reload()


@thorough
@kinds(lambda kind: kind.first in LIVE)
def test_a_newer_version_comes_when_the_table_says(
    open_essay: OpenEssay, light: Path, second: Path, kind: Kind
) -> None:
    with odd(light, kind.settings) as server:
        server.does(kind.does)
        server.release.set()  # nothing waits here
        essay = open_essay(
            "?patience=120", at=address(kind, server), script=clock(kind.device), **AS_IT_IS
        ).loaded()
        if kind.offline is Offline.LIVE:
            keep_at_last(essay)
        server.does(kind.then)
        server.folder = second
        if kind.newer is Newer.AFTER:
            essay.page.reload()
            tries_to_keep(essay)
            assert not has(essay, NEWER)
            server.front = ""
        if kind.newer is not Newer.ONCE:
            essay.page.reload()
            assert essay.page.title() != SECOND
            tries_to_keep(essay)
            until(essay.page, lambda: has_whole(essay, second), "the second edition comes in")
            settled(essay.page, ["active"], "it is whole")
        essay.page.reload()
        assert essay.page.title() == SECOND


@thorough
@kinds(lambda kind: not kind.device)
def test_the_one_file_is_what_the_table_says(
    open_essay: OpenEssay, site: Path, tmp_path: Path, kind: Kind
) -> None:
    (built,) = site.glob("single-*/downhill.html")
    saved = tmp_path / "downhill.html"
    with odd(site, kind.settings) as server:
        server.does(kind.does)
        page = open_essay("README.txt", at=address(kind, server), asleep=True).loaded().page
        with page.expect_download() as waiting:
            page.evaluate(SAVE, built.relative_to(site).as_posix())
        waiting.value.save_as(saved)
    if kind.one_file is OneFile.NONE:
        assert saved.read_bytes() == LOGIN
    elif "put_in" in kind.does:
        assert saved.read_bytes() != built.read_bytes()
        open_essay("?embed=1#line", at=saved.as_uri(), offline=True).ready().lesson("line").press("step")
    else:  # `test_single.py` plays it
        assert saved.read_bytes() == built.read_bytes()
