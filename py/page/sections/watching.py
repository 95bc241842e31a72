"""What costs time to work out is asked for only while its part of the page is open."""

from page.browser.dom import every, listen


class Watching:
    """Lets the worker know, by a verb, in which lessons a part is open that is found by a selector."""

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
