"""What the reader has done: kept on this device alone; where it keeps nothing, until the page is closed."""

import json

from page.browser import storage

KEY = "downhill.challenges"
MOST, LONGEST = 1000, 100  # what is kept at most: more, or longer ones, nobody has done here


class Progress:
    """The challenges that were done, as `lesson/challenge`. Storage that is forbidden or full is no alarm."""

    def __init__(self):
        self.done = []
        self.kept = True
        self.loaded = False

    async def load(self):
        """Add what the device has kept; the first call does it."""
        if self.loaded:
            return
        self.loaded = True
        try:
            text = await storage.read(KEY)
        except Exception:
            self.kept = False
        else:
            self.done += [name for name in names(text) if name not in self.done]

    async def add(self, name):
        """One more was done."""
        await self.load()
        if name not in self.done:
            self.done.append(name)
            await self.keep()

    async def forget(self):
        """Nothing was done, here and on the device."""
        self.done = []
        await self.keep()

    async def keep(self):
        """Let the device keep what was done, if it is willing to."""
        try:
            if self.done:
                await storage.keep(KEY, json.dumps(self.done))
            else:
                await storage.drop(KEY)
            self.kept = True
        except Exception:
            self.kept = False


def names(text):
    """The challenges that a text of the storage names; of what is mangled, nothing."""
    try:
        found = json.loads(text or "[]")
    except Exception:
        return []
    found = found if isinstance(found, list) else []
    return [name for name in found if isinstance(name, str) and len(name) <= LONGEST][:MOST]
