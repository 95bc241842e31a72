"""What the reader has done: kept on this device alone; where it keeps nothing, until the page is closed."""

import json

from pyscript import window

KEY = "downhill.challenges"
MOST, LONGEST = 1000, 100  # what is kept at most: more, or longer ones, nobody has done here


class Progress:
    """The challenges that were done, as `lesson/challenge`. Storage that is forbidden or full is no alarm."""

    def __init__(self):
        self.done = []
        self.kept = True
        self.storage = None
        self.loaded = False

    async def load(self):
        """Add what the device has kept; the first call does it."""
        if self.loaded:
            return
        self.loaded = True
        try:
            self.storage = await attempt(window.Reflect.get, None, window, "localStorage", window)
            text = await attempt(self.storage.getItem, self.storage, KEY)
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
        storage = self.storage
        try:
            if self.done:
                await attempt(storage.setItem, storage, KEY, json.dumps(self.done))
            else:
                await attempt(storage.removeItem, storage, KEY)
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


async def attempt(function, this, *arguments):
    """Call a function of the browser that may throw: within a promise, where its error is an exception.

    An error of a plain call would not be one: it ends everything that MicroPython is just doing.
    """
    return await window.Promise.resolve(None).then(function.bind(this, *arguments))
