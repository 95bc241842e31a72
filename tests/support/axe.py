"""What axe, a checker of accessibility, finds on a page as it stands."""

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.support.beats import Seen, beat_by_beat

ONLY_BROKEN = {"resultTypes": ["violations"]}
"""Tells axe to list no elements of rules that hold: of these a page has thousands."""
COLOURS = ["color-contrast", "link-in-text-block"]
OF_COLOURS = {"runOnly": COLOURS}
"""The rules whose outcome colours decide; all others find the same in every theme."""
OF_ALL_ELSE = {"rules": {rule: {"enabled": False} for rule in COLOURS}}
"""All rules but those: colours take axe twice as long as all else."""
FADED = """Promise.all(document.getAnimations().filter(one => one instanceof CSSTransition)
    .map(one => one.finished.catch(() => {})))"""
"""Resolves when no colour is on its way to another."""


def violations(page: Page, inside: str | None = None, again: bool = False, words: bool = False) -> list[str]:
    """A line for each rule that is broken, with the first place; `inside` of what selectors name, if given.

    Where the page was looked at in another theme before, it is looked at `again` for its colours alone; where only
    its `words` or its width differ from those of a page that was looked at, for all but colours.
    """
    options: dict[str, Any] = {**ONLY_BROKEN, **(OF_COLOURS if again else OF_ALL_ELSE if words else {})}
    broken = Axe().run(page, inside, options).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in broken]


def violations_light_and_dark(page: Page, inside: str | None = None) -> list[str]:
    """The same of a page as it stands, light and then dark; it is light again in the end."""
    found = violations(page, inside)
    page.emulate_media(color_scheme="dark")
    page.evaluate(FADED)
    found += [f"dark: {line}" for line in violations(page, inside, again=True)]
    page.emulate_media(color_scheme="light")
    return found


def violations_beat_by_beat(page: Page) -> list[Seen]:
    """The same of the open beat's lesson, beat by beat, for all but colours."""
    page.evaluate(Axe().axe_script)
    options = json.dumps({**ONLY_BROKEN, **OF_ALL_ELSE})
    look = f"async lesson => (await axe.run(lesson, {options})).violations.map(rule => [rule.id, rule.nodes[0].html])"
    return [seen for seen in beat_by_beat(page, look) if seen.found]
