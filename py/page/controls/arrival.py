"""Navigation within the page: links, Back and Forward stop what runs and restore the state of the address."""

import js as window

from page.browser.dom import listen
from page.transport.bridge import breath


class Arrival:
    """Handles changes of the fragment. `sections` are all lessons; `machine` plays those with sliders."""

    def __init__(self, sections, bridge, location, machine):
        self.sections, self.bridge = sections, bridge
        self.location, self.machine = location, machine
        self.open = self.asked = self.busy = False
        listen(window, "hashchange", self.arrived)

    async def begin(self):
        """Start following changes; called once the opening address is restored."""
        self.open = True
        if self.location.is_elsewhere():
            await self.arrived(None)

    async def arrived(self, event):
        """Handle a change of the fragment; one that only names a place keeps the page's state."""
        self.location.leave()
        if self.location.has_result():
            self.location.take_result()
            self.location.tell()
            return
        if not (self.location.has_state() or self.location.is_ours()):
            self.location.adopt()
            return
        self.asked = True
        if not self.open or self.busy:
            return
        self.busy = True
        try:
            while self.asked:
                self.asked = False
                await self.restore()
        finally:
            self.busy = False

    async def rest(self):
        """Wait until no lesson has open requests, including those sent after earlier answers."""
        busy = True
        while busy:
            busy = [id for id in self.sections if not self.bridge.is_free(id)]
            for id in busy:
                await self.bridge.still(id)
                await breath()

    async def restore(self):
        """Stop everything, then restore the state of the address, in a new Python if necessary."""
        self.machine.leave()
        for section in self.sections.values():
            section.leave()
        await self.rest()
        if not self.location.is_plain():
            window.location.reload()
            return
        await self.location.restore()
        for id, section in self.sections.items():
            section.recall()
            await self.bridge.send(id, "look")
            section.go_on()
