"""Requests what takes time to compute only while its part of the page is open."""

from page.browser.dom import every, listen


class Watching:
    """Tells the worker, by a verb, in which lessons the part with a selector is open."""

    def __init__(self, sections, bridge, selector, verb):
        self.bridge, self.verb = bridge, verb
        for section in sections.values():
            for details in every(selector, section.element):
                listen(details, "toggle", self.toggled)
                if details.open:  # opened before this script was there
                    bridge.tell(section.id, verb, True)

    def toggled(self, event):
        """It was opened or closed."""
        details = event.target
        self.bridge.tell(details.closest("section.lesson").id, self.verb, bool(details.open))
