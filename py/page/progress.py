"""What the reader has done: kept on this device alone; where it keeps nothing, until the page is closed."""

import json

from pyscript import window

KEY = "downhill.challenges"
MOST, LONGEST = 1000, 100  # what is kept at most: more, or longer ones, nobody has done here


class Progress:
    """The challenges that were done, as `lesson/challenge`. Storage that is forbidden or full is no alarm."""

    def __init__(self):
        self.known = None
        self.kept = True

    @property
    def done(self):
        """All that were done; read when first asked for."""
        if self.known is None:
            self.known = self.read()
        return self.known

    def storage(self):
        """The device's storage. A call, because an error of the bare attribute would not be an exception."""
        return window.Reflect.get(window, "localStorage")

    def read(self):
        """What the device has kept; of what is mangled, nothing."""
        try:
            text = self.storage().getItem(KEY)
        except Exception:
            self.kept = False
            return []
        try:
            names = json.loads(text or "[]")
        except Exception:
            return []
        names = names if isinstance(names, list) else []
        return [name for name in names if isinstance(name, str) and len(name) <= LONGEST][:MOST]

    def add(self, name):
        """One more was done. True when it is the first time."""
        if name in self.done:
            return False
        self.done.append(name)
        self.write()
        return True

    def forget(self):
        """Nothing was done, here and on the device."""
        self.known = []
        self.write()

    def write(self):
        """Keep what was done, if the device lets us."""
        try:
            if self.known:
                self.storage().setItem(KEY, json.dumps(self.known))
            else:
                self.storage().removeItem(KEY)
            self.kept = True
        except Exception:
            self.kept = False
