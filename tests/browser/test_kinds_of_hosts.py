"""Every kind of host of the table (`tests/support/kinds_of_hosts.py`): visits, days without a network, newer versions,
and the one file.

A usual run plays first visits to two of them, thorough ones all that the table says.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Error, expect

from downhill.text.format import PAGE
from tests.browser.conftest import OpenEssay
from tests.support.essay import PATIENCE, Essay, until
from tests.support.faults import LOGIN, FaultyServer, faulty
from tests.support.kinds_of_hosts import KINDS, First, Kind
from tests.support.light import KEEP, WORKERS
from tests.support.often import thorough

SENTENCES = {
    First.MISSING: ("fail.missing", r"\w[\w.-]+\.\w+"),
    First.PAGE: ("fail.page", r"\w[\w.-]+\.\w+"),
    First.POLICY: ("fail.policy", "script-src"),
}
"""What is told: the sentence, and what is named in it."""
AT_ONCE = ("unknown types", "strict policy")
SAVE = """name => {
    const link = Object.assign(document.createElement("a"), { href: name, download: "downhill.html" });
    document.body.append(link);
    link.click();
}"""
"""What a click on the link to the one file does."""
KEEP_OR_NOT = f"() => ({KEEP})().catch(() => {{}})"
"""Has the page keep itself where the host may not let it."""


def kinds(among: Callable[[Kind], bool]) -> pytest.MarkDecorator:
    """Try a test with each of these kinds of hosts."""
    return pytest.mark.parametrize("kind", [pytest.param(one, id=one.name) for one in KINDS if among(one)])


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


def visit(open_essay: OpenEssay, kind: Kind, server: FaultyServer) -> Essay:
    """Open the page, patient where it shall become live."""
    patience = 60 if kind.first is First.LIVE else 4
    return open_essay(f"?patience={patience}&embed=1#line", at=address(kind, server), later=True, keeps=True)


def is_kept(essay: Essay) -> bool:
    """Have the page keep itself, or look for a newer version of itself; whether a version is kept then."""
    essay.page.evaluate(KEEP_OR_NOT)
    if not essay.page.evaluate("isSecureContext"):
        return False
    until(essay.page, lambda: "installing" not in essay.page.evaluate(WORKERS), "it is kept or given up")
    return bool(essay.page.evaluate(WORKERS) == ["active"])


@kinds(lambda kind: kind.name in AT_ONCE)
def test_a_first_visit_is_what_the_table_says(open_essay: OpenEssay, site: Path, kind: Kind) -> None:
    with faulty(site) as server:
        server.play(kind.does)
        meets(visit(open_essay, kind, server), kind)


@thorough
@kinds(lambda kind: True)
def test_later_visits_and_days_without_a_network_are_what_the_table_says(
    open_essay: OpenEssay, site: Path, kind: Kind
) -> None:
    with faulty(site) as server:
        server.play(kind.does)
        essay = visit(open_essay, kind, server)
        meets(essay, kind)
        if kind.first is First.LIVE:
            assert is_kept(essay) == kind.kept
        else:
            assert essay.page.evaluate(WORKERS) == []
        essay.page.reload(wait_until="commit")
        meets(essay, kind)
    if kind.kept:
        essay.page.reload(wait_until="commit")
        meets(essay, kind)
    else:
        with pytest.raises(Error, match=r"net::ERR_"):
            essay.page.reload()


@thorough
@kinds(lambda kind: True)
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
