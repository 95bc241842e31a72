"""The card at the end: the worker counts and draws, the page shows it, the browser saves it."""

from page.browser.dom import document, every, guarded, to_js, window
from page.controls.take import page_address, take


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
