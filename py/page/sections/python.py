"""The Python of a lesson: what each line works out, put beside it."""

from page.browser.dom import every, put


class WorkedOut:
    """The places of a section's values, by their lines; several variants have the same lines."""

    def __init__(self, element):
        self.element = element
        self.look()

    def look(self):
        """Find the places: there may be more of them than before."""
        self.places, self.texts = every("[data-worked-out]", self.element), {}

    def show(self, texts):
        """Put what is new in its place; nothing beside a line that was not reached."""
        for place in self.places:
            key = place.dataset.workedOut
            text = texts.get(key, "")
            if self.texts.get(key) != text:
                put(place, text)
        self.texts = texts
