"""What readers have written, stored on this device only; without storage, until the page is closed."""

from page.browser import storage
from page.browser.dom import soon

KEY = "downhill.code"
LONGEST = 20000  # characters of a text that are read from storage at most


class Drafts:
    """Texts by lesson and variant. Forbidden or full storage is no error."""

    def __init__(self):
        self.texts = {}
        self.loaded = False

    async def read(self, lesson, variant):
        """What was written there last, or None."""
        if not self.loaded:
            self.loaded = True
            stored = await storage.read_texts(KEY)
            self.texts.update({key: text for key, text in stored.items() if len(text) <= LONGEST})
        return self.texts.get(lesson + "/" + variant)

    def keep(self, lesson, variant, text):
        """Keep a text; None forgets it."""
        key = lesson + "/" + variant
        if text is None:
            self.texts.pop(key, None)
        else:
            self.texts[key] = text
        soon(self.store)

    async def store(self):
        """Store all of them; where that fails, they stay until the page is closed."""
        await storage.keep_or_drop(KEY, self.texts)
