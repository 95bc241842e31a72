"""What axe, a checker of accessibility, finds on a page as it stands."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ONLY_BROKEN = {"resultTypes": ["violations"]}
"""Tells axe to list no elements of rules that hold: of these a page has thousands."""


def violations(page: Page, inside: str | None = None) -> list[str]:
    """A line for each rule that is broken, with the first place; `inside` of what a selector names, if given."""
    broken = Axe().run(page, inside, ONLY_BROKEN).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in broken]
