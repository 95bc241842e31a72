"""The version in the page's foot, and what is newer in it."""

import re

from playwright.sync_api import expect

from downhill.text.format import PAGE, fill
from tests.support.essay import Essay
from tools.release import changelog


def test_the_foot_tells_the_version_and_opened_what_is_newer_without_fetching_a_list(essay: Essay) -> None:
    asked: list[str] = []
    essay.page.on("request", lambda request: asked.append(request.url))
    version = essay.page.locator("footer .version")
    told = fill(PAGE["version.title"], {"version": changelog.newest().number})
    expect(version.locator("summary")).to_have_text(told)
    expect(version.locator("li").first).to_be_hidden()
    version.locator("summary").press("Enter")
    expect(version.locator("li").first).to_be_visible()
    lines = [text for key, text in PAGE.items() if key.startswith("version.newer.")]
    expect(version.locator("li")).to_have_text(lines)
    version.locator("summary").press("Enter")
    expect(version.locator("li").first).to_be_hidden()
    assert [url for url in asked if re.search("LICENSES|CHANGELOG", url)] == []
