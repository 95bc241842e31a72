"""The next step in numbers, put in its place."""

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
