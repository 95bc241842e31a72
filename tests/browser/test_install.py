"""The page as something that can be installed."""

import json

import pytest
from playwright.sync_api import expect

from downhill.drawing.themes import COLOURS
from tests.browser.conftest import Kept, OpenEssay
from tests.support.often import thorough


@thorough
def test_the_browser_finds_nothing_that_keeps_the_page_from_being_installed(kept: Kept) -> None:
    essay = kept.essay.open().ready()
    session = essay.page.context.new_cdp_session(essay.page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"].endswith("/downhill.webmanifest")
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert json.loads(found["data"])["start_url"] == "../"
    app = session.send("Page.getAppId")
    assert app["appId"] == essay.address
    assert essay.complaints == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_browsers_own_bar_has_the_colour_of_the_paper(open_essay: OpenEssay, theme: str) -> None:
    page = open_essay(asleep=True).page
    meta = page.locator(f'meta[name=theme-color][media*="{theme}"]')
    expect(meta).to_have_attribute("content", str(COLOURS[theme]["paper"]))
