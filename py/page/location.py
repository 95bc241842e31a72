"""The address: read once when the page opens, kept up to date while the reader plays."""

import json

from pyscript import window

from page.dom import document, words


class Location:
    """Keeps the fragment of the address equal to the state of the page."""

    def __init__(self, bridge):
        self.bridge = bridge

    def has_state(self):
        """Whether the address says more than a place."""
        return "&" in window.location.hash

    async def restore(self):
        """Put everything where the address says, and tell of the parts that could not be read."""
        ignored = json.loads(await self.bridge.ask("restore", window.location.hash))
        note = document.getElementById("address-note")
        note.hidden = not ignored
        note.textContent = words("address.ignored", parts=", ".join(ignored)) if ignored else ""

    def keep(self, fragment):
        """Write the state into the address, without a new entry in the history."""
        if "#" + fragment != window.location.hash:
            window.history.replaceState(None, "", "#" + fragment)
