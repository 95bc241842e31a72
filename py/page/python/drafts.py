"""What readers have written, stored on this device only; without storage, until the page is closed."""

from page.browser import storage
from page.browser.dom import soon
from page.browser.late import Once

KEY = "downhill.code"
FOREIGN = "/foreign"  # follows the key of a text that was not written here, or not all of it
LONGEST = 20000  # characters of a text that are read from storage at most


class Drafts:
    """Texts by lesson and variant. Forbidden or full storage is no error."""

    def __init__(self):
        self.texts, self.stored = {}, Once(self.load)

    async def read(self, lesson, variant):
        """Return what was last written there, or None, and whether some of it comes from elsewhere."""
        await self.stored.get()
        key = lesson + "/" + variant
        return self.texts.get(key), key + FOREIGN in self.texts

    async def load(self):
        """Load what is stored, except what has been rewritten meanwhile; return True."""
        stored = await storage.read_texts(KEY)
        for key, text in stored.items():
            if len(text) <= LONGEST and key not in self.texts:
                self.texts[key] = text
        return True

    def keep(self, lesson, variant, text, foreign=False):
        """Keep a text, and whether it is `foreign`; None forgets it."""
        key = lesson + "/" + variant
        for name, value in ((key, text), (key + FOREIGN, "yes" if foreign and text else None)):
            if value is None:
                self.texts.pop(name, None)
            else:
                self.texts[name] = value
        soon(self.store)

    async def store(self):
        """Store all of them; if that fails, they stay until the page is closed."""
        await storage.keep_or_drop(KEY, self.texts)
