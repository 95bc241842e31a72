"""Every kind of host of the table (`tests/support/kinds_of_hosts.py`): visits, days without a network, newer versions,
and the one file.

A usual run plays two of them, thorough ones all that the table says.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Error, expect

from downhill.text.format import PAGE
from tests.browser.conftest import OpenEssay
from tests.support.essay import PATIENCE, Essay, until
from tests.support.faults import LOGIN, FaultyServer, faulty
from tests.support.kinds_of_hosts import KINDS, First, Kind
from tests.support.light import KEEP, WORKERS
from tests.support.often import a_few, thorough

SENTENCES = {
    First.MISSING: ("fail.missing", r"\w[\w.-]+\.\w+"),
    First.PAGE: ("fail.page", r"\w[\w.-]+\.\w+"),
    First.POLICY: ("fail.policy", "script-src(-elem)?"),
}
"""What is told: the sentence, and what is named in it."""
SAVE = """name => {
    const link = Object.assign(document.createElement("a"), { href: name, download: "downhill.html" });
    document.body.append(link);
    link.click();
}"""
"""What a click on the link to the one file does."""
kinds = pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in KINDS])


def meets(essay: Essay, kind: Kind) -> None:
    """A reader meets on the page that opens what the table says."""
    page = essay.page
    if kind.first is First.LIVE:
        essay.ready().lesson("line").press("step")
        expect(page.locator("#failure")).to_be_hidden()
        return
    key, named = SENTENCES[kind.first]
    sentence = re.sub(r"\\\{\w+\\\}", lambda _: named, re.escape(PAGE[key]))
    expect(page.locator("#failure-what")).to_have_text(re.compile(f"^{sentence}$"), timeout=2 * PATIENCE)
    expect(page.locator("#retry")).to_be_visible()


def address(kind: Kind, server: FaultyServer) -> str:
    """The address under which a reader finds this host."""
    return server.address.replace("127.0.0.1", kind.address or "127.0.0.1")


@a_few(2)
@kinds
def test_visits_and_days_without_a_network_are_what_the_table_says(
    open_essay: OpenEssay, site: Path, kind: Kind
) -> None:
    with faulty(site) as server:
        server.play(kind.does)
        rest = f"?patience={60 if kind.first is First.LIVE else 4}&embed=1#line"
        essay = open_essay(rest, at=address(kind, server), later=True, keeps=True)
        meets(essay, kind)
        if kind.first is First.LIVE and not kind.address:  # elsewhere there is no worker to ask
            essay.page.evaluate(f"({KEEP})().catch(() => {{}})")
            until(essay.page, lambda: "installing" not in essay.page.evaluate(WORKERS), "kept or given up")
        if not kind.address:
            assert essay.page.evaluate(WORKERS) == ["active"] * kind.kept
        essay.page.reload(wait_until="commit")
        meets(essay, kind)
    if kind.kept:
        essay.page.reload(wait_until="commit")
        meets(essay, kind)
    else:
        with pytest.raises(Error, match=r"net::ERR_"):
            essay.page.reload()


@thorough
@kinds
def test_the_one_file_is_what_the_table_says(
    open_essay: OpenEssay, site: Path, tmp_path: Path, kind: Kind
) -> None:
    (built,) = site.glob("single-*/downhill.html")
    saved = tmp_path / "downhill.html"
    with faulty(site) as server:
        server.play(kind.does)
        page = open_essay("README.txt", at=address(kind, server), asleep=True).loaded().page
        with page.expect_download() as waiting:
            page.evaluate(SAVE, built.relative_to(site).as_posix())
        waiting.value.save_as(saved)
    if not kind.whole:
        assert saved.read_bytes() == LOGIN
    elif "put_in" in kind.does:
        assert saved.read_bytes() != built.read_bytes()
        open_essay("?embed=1#line", at=saved.as_uri(), offline=True).ready().lesson("line").press("step")
    else:  # `test_single.py` plays it
        assert saved.read_bytes() == built.read_bytes()
