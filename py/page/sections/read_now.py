"""The place in the text that a model's last step has read, with the word that was covered."""

from page.browser.dom import every, put


class ReadNow:
    """The line of a section that shows it; before the first step a sentence stands there instead."""

    def __init__(self, element):
        self.line = element.querySelector(".reading-now")
        self.parts = (
            {part.dataset.read: part for part in every("[data-read]", self.line)} if self.line else {}
        )

    def show(self, seen):
        """Show a place, or that there is none yet."""
        if not self.line:
            return
        self.line.toggleAttribute("data-none", not seen)
        for name in ("before", "covered", "guessed"):
            put(self.parts[name], seen.get(name, ""))
        self.parts["none"].hidden = bool(seen)
        self.parts["some"].hidden = not seen
