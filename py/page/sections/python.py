"""The Python of a lesson: what each line works out, put beside it."""

from page.browser.dom import every


class WorkedOut:
    """The places of a section's values, by their lines; several variants have the same lines."""

    def __init__(self, element):
        self.places = every("[data-worked-out]", element)
        self.texts = {}

    def show(self, texts):
        """Put what is new in its place; nothing beside a line that was not reached."""
        for place in self.places:
            key = place.dataset.workedOut
            text = texts.get(key, "")
            if self.texts.get(key) != text:
                place.textContent = text
        self.texts = texts
