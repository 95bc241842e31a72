"""The page's language: sets it in the worker, and switches it by links."""

import js as window

from page.browser.dom import every, listen, root


class Language:
    """Fetches the catalog that the worker needs; none for English.

    A link to another language takes the state along; `web/boot/inline/language.js` remembers the choice.
    """

    def __init__(self, bridge, location):
        self.bridge = bridge
        self.location = location
        self.file = root.getAttribute("data-words")
        self.fetching = window.fetch(self.file) if self.file else None
        for link in every("nav.languages a"):
            listen(link, "click", self.left)

    async def speak(self):
        """Set the worker's language. Raises `RuntimeError`, with the name of a missing or damaged file."""
        if not self.file:
            return
        name = self.file.split("/")[-1]
        response = await self.fetching
        if not response.ok:
            raise RuntimeError("404 " + name)
        try:
            await self.bridge.ask_now(None, "set_language", await response.text())
        except Exception as error:  # truncated, or replaced on the way
            window.console.error(str(error))
            raise RuntimeError("fetch of " + name) from error

    async def left(self, event):
        """Add the state to a link to another language."""
        link = event.target.closest("a")
        self.location.write()
        link.hash = self.location.newest()
