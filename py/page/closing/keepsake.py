"""The essay's end: the card, which the worker counts and draws, and the reader's answers."""

from page.browser import storage
from page.browser.dom import document, every, guarded, listen, to_js, window
from page.controls.take import page_address, take

KEY = "downhill.answers"


class Keepsake:
    """The card: updated whenever it comes into view, and while it is in view, when a lesson rests.

    `progress` are the challenges that the device remembers.
    """

    def __init__(self, part, bridge, progress):
        self.part, self.bridge, self.progress = part, bridge, progress
        self.is_seen = False
        self.observer = window.IntersectionObserver.new(guarded(self.seen), to_js({}))
        self.observer.observe(part)

    async def seen(self, entries, observer=None):
        """Note that the card has come into view or left it."""
        for entry in entries:
            self.is_seen = entry.isIntersecting
        await self.refresh()

    async def refresh(self):
        """Fill the card in, if it is in view."""
        if self.is_seen:
            found = await self.bridge.ask(None, "keepsake", await self.marks(), guesses())
            for cell in every("[data-kept]", self.part):
                told = found[cell.dataset.kept]
                cell.querySelector(".value").textContent = told["value"]
                cell.querySelector(".hint").textContent = told["hint"]
                cell.hidden = not (told["value"] or told["hint"])

    async def marks(self):
        """The challenges that the device remembers."""
        await self.progress.load()
        return self.progress.done

    async def save(self, kind, place):
        """Save the card as a file; `place` shows the outcome."""
        await self.refresh()
        marks = await self.marks()
        await take(place, self.bridge.ask(None, "save_keepsake", kind, marks, page_address(), guesses()))


def guesses():
    """Return how many guesses in the film came true, out of how many (`web/boot/page/film-words.js`)."""
    return [int(count) for count in (document.body.getAttribute("data-guesses") or "0 0").split(" ")]


class Answers:
    """The answers, stored on this device; else kept until the page is closed.

    `changed` counts how often something was written since the page was opened.
    """

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
