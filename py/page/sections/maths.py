"""The next step in numbers: asked for while its part of the page is open, so that it costs nothing else."""

from page.browser.dom import every, listen


class Maths:
    """Lets the worker know which lessons' maths somebody looks at."""

    def __init__(self, sections, bridge):
        self.bridge = bridge
        for section in sections.values():
            details = section.element.querySelector("details.maths")
            listen(details, "toggle", self.toggled)
            if details.open:  # opened before this script was there
                bridge.tell(section.id, "watch", True)

    def toggled(self, event):
        """It was opened or closed."""
        details = event.target
        self.bridge.tell(details.closest("section.lesson").id, "watch", bool(details.open))


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
            if name.endswith(".formula"):
                self.parts[name].innerHTML = text  # MathML that is ours, made of numbers alone
            else:
                self.parts[name].textContent = text
