"""Challenges or experiments done, stored on this device only; without storage, until the page is closed."""

import json

from page.browser import storage

CHALLENGES, EXPERIMENTS = "downhill.challenges", "downhill.experiments"
MOST, LONGEST = 1000, 100  # names, and characters of one, that are read from storage at most


class Progress:
    """What is done, as `lesson/name`, stored under a key. Forbidden or full storage is no error."""

    def __init__(self, key=CHALLENGES):
        self.key, self.done = key, []
        self.kept = True
        self.loaded = False

    async def load(self):
        """Load what is stored; only the first call does."""
        if self.loaded:
            return
        self.loaded = True
        try:
            text = await storage.read(self.key)
        except Exception:
            self.kept = False
        else:
            self.done += [name for name in names(text) if name not in self.done]

    async def add(self, name):
        """Add one and store it; drop anything that isn't a name, or is one too many."""
        await self.load()
        if name not in self.done and names(json.dumps([name])) and len(self.done) < MOST:
            self.done.append(name)
            await self.keep()

    async def forget(self):
        """Forget all, in storage too."""
        self.done = []
        await self.keep()

    async def keep(self):
        """Store what was done; `kept` tells whether that worked."""
        self.kept = await storage.keep_or_drop(self.key, self.done)


def names(text):
    """Return the names in a stored text; [] if it isn't a list of names."""
    try:
        found = json.loads(text or "[]")
    except Exception:
        return []
    found = found if isinstance(found, list) else []
    return [name for name in found if isinstance(name, str) and len(name) <= LONGEST][:MOST]
