"""What is worked out, put in its places: the next step in numbers, and values beside lines of Python."""

from page.browser.dom import every, put, window


class Formulas:
    """The places of a section's formulas and sentences, by their names."""

    def __init__(self, element):
        self.parts = {part.dataset.maths: part for part in every("[data-maths]", element)}
        self.texts = {}

    def show(self, texts):
        """Put what is new in its place."""
        for name, text in texts.items():
            if self.texts.get(name) == text:
                continue
            self.texts[name] = text
            if name == "rule" or name.endswith(".formula"):
                window.downhillFormulas(self.parts[name], text)
            else:
                put(self.parts[name], text)


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
