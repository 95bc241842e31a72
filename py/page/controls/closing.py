"""The essay's end: its modules are fetched when it comes near, or when a result is requested."""

from page.browser.dom import document, every, guarded, listen, root, soon, to_js, window, words
from page.browser.late import Once, bring

PACKAGE = ("__init__", "keepsake")
NEAR = "100%"  # heights of the window from which the end counts as near


class Closing:
    """The card to keep, and the questions."""

    def __init__(self, bridge, progress):
        self.bridge, self.progress = bridge, progress
        self.section = None if root.hasAttribute("data-embed") else document.querySelector(".closing")
        self.answers = self.keepsake = None
        self.modules = Once(self.bring)
        if self.section:  # else nobody could see answers of an earlier visit, so they aren't included
            self.late = self.section.querySelector(".questions .told").dataset.late
            listen(self.section, "click", self.clicked)
            self.observer = window.IntersectionObserver.new(guarded(self.near), to_js({"rootMargin": NEAR}))
            self.observer.observe(self.section)

    async def near(self, entries, observer=None):
        """Note that the end has come near or is gone."""
        if any(entry.isIntersecting for entry in entries):
            self.observer.disconnect()
            await self.ready()

    async def ready(self):
        """Fetch the modules; return whether they are there. If fetching fails, say so once."""
        if not self.section:
            return False
        try:
            return await self.modules.get()
        except Exception as error:
            window.console.error(str(error))
            self.section.querySelector(".questions .told").textContent = self.late
            return False

    async def bring(self):
        """Fetch the modules, and start them; return True. Raises `RuntimeError`."""
        await bring("closing", PACKAGE)
        from page.closing.keepsake import Answers, Keepsake

        self.answers = Answers(self.section.querySelector(".questions"))
        await self.answers.load()
        self.keepsake = Keepsake(self.section.querySelector("[data-keepsake]"), self.bridge, self.progress)
        return True

    def written(self):
        """Return the current answers, by question, and how often they were changed."""
        texts = {area.dataset.answer: area.value for area in every("[data-answer]")}
        return texts, self.answers.changed if self.answers else 0

    def rested(self):
        """Update the card after a lesson has come to rest."""
        if self.keepsake:
            soon(self.keepsake.refresh)

    async def clicked(self, event):
        """A button that saves something was pressed."""
        button = event.target.closest("[data-take]")
        if not button:
            return
        place, kind = button.closest(".take"), button.dataset.take
        place.querySelector(".told").textContent = words("take.making")
        if not await self.ready():
            place.querySelector(".told").textContent = self.late
        else:
            await self.keepsake.save(kind, place)
