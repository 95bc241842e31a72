"""The reader's answers at the essay's end, stored on this device; else kept until the page is closed."""

from page.browser import storage
from page.browser.dom import every, listen

KEY = "downhill.answers"


class Answers:
    """The text areas. `changed` counts how often something was written in them since the page was opened."""

    def __init__(self, part):
        self.areas = every("[data-answer]", part)
        self.told = part.querySelector(".told")
        self.changed = 0
        for area in self.areas:
            listen(area, "input", self.written)

    async def load(self):
        """Fill empty fields with stored answers; store what was written before this was loaded."""
        early = [area for area in self.areas if area.value]
        stored = await storage.read_texts(KEY)  # none if that is forbidden: writing tells so
        for area in self.areas:
            if not area.value:
                area.value = stored.get(area.dataset.answer, "")[: area.maxLength]
        if early:
            await self.written()

    async def written(self, event=None):
        """Store all answers after a change; if that fails, a sentence says so once."""
        self.changed += 1
        found = {area.dataset.answer: area.value for area in self.areas if area.value}
        kept = await storage.keep_or_drop(KEY, found)
        said = "" if kept else self.told.dataset.unkept
        if self.told.textContent != said:
            self.told.textContent = said
