"""The address: read once when the page opens, kept up to date while the reader plays."""

import json

from pyscript import window
from pyscript.ffi import create_proxy

from page.dom import document, enumerated, listen, words

NAMED = 12  # parts of a link that are named as left out: the note stays a note
QUIET = 300  # ms without news, until the address is written: it costs the browser some 5 ms each time


class Location:
    """Keeps the fragment of the address equal to the state of the page."""

    def __init__(self, bridge):
        self.bridge = bridge
        self.fragment = None
        self.timer = 0
        self.write_later = create_proxy(self.write)
        listen(window, "pagehide", self.write)

    def has_state(self):
        """Whether the address says more than a place."""
        return "&" in window.location.hash

    def place(self):
        """The part of the page that the address names, or ''."""
        return window.location.hash[1:].split("&")[0]

    async def restore(self):
        """Put everything where the address says, and tell of the parts that could not be read."""
        found = json.loads(await self.bridge.ask("restore", window.location.hash))
        told = [words("address.newer")] if found["newer"] else []
        if found["ignored"]:
            told.append(words("address.ignored", parts=enumerated(found["ignored"][:NAMED])))
        note = document.getElementById("address-note")
        note.hidden = not told
        note.textContent = " ".join(told)

    def keep(self, fragment):
        """Write the state into the address as soon as the reader pauses."""
        self.fragment = fragment
        window.clearTimeout(self.timer)
        self.timer = window.setTimeout(self.write_later, QUIET)

    def write(self, event=None):
        """Write what is to be kept into the address, without a new entry in the history."""
        if self.fragment is not None and "#" + self.fragment != window.location.hash:
            window.history.replaceState(None, "", "#" + self.fragment)
        self.fragment = None

    def leave(self):
        """The reader goes elsewhere on the page: what was to be kept is the last place's, and is dropped."""
        self.fragment = None
