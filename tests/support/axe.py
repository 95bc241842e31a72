"""What axe, a checker of accessibility, finds on a page as it stands."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ONLY_BROKEN = {"resultTypes": ["violations"]}
"""Tells axe to list no elements of rules that hold: of these a page has thousands."""
OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules whose outcome colours decide; all others find the same in every theme."""


def violations(page: Page, inside: str | None = None, again: bool = False) -> list[str]:
    """A line for each rule that is broken, with the first place; `inside` of what a selector names, if given.

    Where the page was looked at in another theme before, it is looked at `again` for its colours alone.
    """
    options: dict[str, Any] = {**ONLY_BROKEN, **(OF_COLOURS if again else {})}
    broken = Axe().run(page, inside, options).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in broken]
