"""Links that are followed, Back and Forward: what runs is stopped, and what the address names is restored."""

import js as window

from page.browser.dom import listen
from page.transport.bridge import breath


class Arrival:
    """Hears of every other address of the page. `sections` are all lessons, `machine` plays some of them."""

    def __init__(self, sections, bridge, location, machine):
        self.sections, self.bridge = sections, bridge
        self.location, self.machine = location, machine
        self.open = self.asked = self.busy = False
        listen(window, "hashchange", self.arrived)

    async def begin(self):
        """The page has restored the address that it found; from now on others are followed."""
        self.open = True
        if self.location.is_elsewhere():
            await self.arrived(None)

    async def arrived(self, event):
        """The address is another one; a place alone takes the state of the page along."""
        self.location.leave()
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
        """Wait until no lesson waits for an answer, nor for what somebody asks for after that."""
        busy = True
        while busy:
            busy = [id for id in self.sections if not self.bridge.is_free(id)]
            for id in busy:
                await self.bridge.still(id)
                await breath()

    async def restore(self):
        """Let everything come to rest, then put it where the address says."""
        self.machine.leave()
        for section in self.sections.values():
            section.leave()
        await self.rest()
        await self.location.restore()
        for id, section in self.sections.items():
            section.recall()
            await self.bridge.send(id, "look")
            section.go_on()
