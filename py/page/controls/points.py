"""Editable points of a picture: moved by pointer, touch or keys, or edited as a table of numbers."""

from page.browser.dom import cancel, every, listen, say, soon
from page.controls.point_keys import Keys

REACH = 22  # CSS pixels around a point that still grab it: a target of 44


class Points:
    """All pictures with editable points. Touch and keys edit only while the part below is open."""

    def __init__(self, sections, bridge, machine):
        self.plots = {}
        for canvas in every("canvas[data-plots]"):
            section = sections[canvas.closest("section.lesson").id]
            self.plots[section.id] = Plot(section, canvas, bridge, machine)

    def changed(self, view):
        """Handle a new view, which may have other points."""
        if view["lesson"] in self.plots and ("choices" in view or "entries" in view):
            self.plots[view["lesson"]].changed()


class Plot:
    """One picture with editable points; their positions are requested when needed.

    `chosen` is the point with the ring; `held` the one under the pointer, and how far from its middle;
    `carried` means that keys move the chosen one.
    """

    def __init__(self, section, canvas, bridge, machine):
        self.section, self.canvas, self.bridge, self.machine = section, canvas, bridge, machine
        self.part = section.element.querySelector("details.own")
        self.ring = canvas.parentElement.querySelector(".ring")
        self.area = self.part.querySelector("textarea")
        self.told = self.part.querySelector(".told")
        self.note = self.part.querySelector(".note")
        self.buttons = {button.dataset.edit: button for button in every("[data-edit]", self.part)}
        self.spots, self.size, self.written = [], (0, 0), ""  # CSS pixels
        self.chosen = self.held = None
        self.carried = self.moved = self.missed = False
        self.keys = Keys(self)
        for kind in ("pointerdown", "pointermove", "pointerup", "touchstart", "click"):
            listen(canvas, kind, getattr(self, kind))
        listen(canvas, "pointercancel", self.pointerup)
        listen(canvas, "pointerenter", self.refresh)
        listen(self.part, "toggle", self.toggled)
        for button in self.buttons.values():
            listen(button, "click", self.pressed)
        if self.part.open:  # opened before this script was there
            self.keys.offer()

    async def send(self, *what):
        """Send a change and refresh the points. Returns False if it was refused."""
        self.machine.pause()
        await self.bridge.send(self.section.id, *what)
        mistake = self.section.last["mistake"]
        self.complain(mistake)
        if mistake:
            return False
        await self.bridge.send(self.section.id, "settle")
        await self.refresh()
        return True

    async def toggled(self, event):
        """The part below was opened or closed: enable or disable keys over the picture."""
        self.keys.offer()
        await self.refresh()

    def changed(self):
        """Refresh the points, unless one is being moved."""
        if self.part.open and self.held is None and not self.carried:
            soon(self.refresh, self.canvas)

    async def refresh(self, event=None):
        """Ask for the points' positions, their table, and whether there is something to undo."""
        state = await self.bridge.ask(self.section.id, "points")
        if self.held is not None:  # the pointer knows its newer position
            return
        self.spots, self.size = state["spots"], state["size"]
        self.choose(self.chosen if self.chosen is not None and self.chosen < len(self.spots) else None)
        self.buttons["undo"].ariaDisabled = "false" if state["undo"] else "true"
        if self.area.value == self.written:  # else the reader is editing it
            self.area.value = self.written = state["text"]
        if state["remark"]:
            self.remark(state["remark"])

    def is_resized(self):
        """Return whether the canvas has another size than that for which positions are known."""
        width, height = self.size
        return abs(width - self.canvas.clientWidth) > 1 or abs(height - self.canvas.clientHeight) > 1

    def complain(self, mistake):
        """Show a mistake in the table, or clear it."""
        self.remark(mistake["sentence"] if mistake else "")
        self.area.ariaInvalid = "true" if mistake else "false"

    def remark(self, text):
        """Show a sentence below the table."""
        self.note.textContent = text
        self.note.hidden = not text

    def choose(self, index):
        """Put the ring around a point, or around none."""
        self.chosen = index
        self.buttons["remove"].ariaDisabled = "true" if index is None else "false"
        self.ring.hidden = index is None
        if index is not None:
            x, y = self.spots[index]
            width, height = self.size
            # In shares of the picture, which a resized window scales before it is drawn again.
            self.ring.style.left = f"calc({100 * x / width:.2f}% - 15px)"
            self.ring.style.top = f"calc({100 * y / height:.2f}% - 15px)"

    def near(self, x, y):
        """The index of the point nearest to a position, or None if none is within reach. In CSS pixels."""
        found, nearest = None, REACH * REACH
        for index, (left, top) in enumerate(self.spots):
            far = (left - x) * (left - x) + (top - y) * (top - y)
            if far <= nearest:
                found, nearest = index, far
        return found

    def pointerdown(self, event):
        """Grab a point where it is touched, so that it doesn't jump."""
        self.missed = False
        if event.button or not event.isPrimary or (event.pointerType == "touch" and not self.part.open):
            return
        if self.is_resized():  # positions aren't known yet
            soon(self.refresh, self.canvas)
            return
        x, y = event.offsetX, event.offsetY
        index = self.near(x, y)
        self.missed = index is None
        if self.part.open or index is not None:
            self.choose(index)
        if index is not None:
            self.machine.pause()
            self.canvas.setPointerCapture(event.pointerId)
            self.held = index, self.spots[index][0] - x, self.spots[index][1] - y
            self.moved = False

    def touchstart(self, event):
        """Keep the page from scrolling under a finger that holds a point."""
        if self.held is not None:
            cancel(event)

    def pointermove(self, event):
        """Move the held point with the pointer; without one, show by the cursor what could be grabbed."""
        x, y = event.offsetX, event.offsetY
        if self.held is None:
            if event.pointerType != "touch":
                over = self.near(x, y) is not None
                self.canvas.style.cursor = "grab" if over else ("copy" if self.is_adding() else "")
            return
        index, dx, dy = self.held
        if not self.moved:
            self.moved, self.told.textContent = True, ""
        self.canvas.style.cursor = "grabbing"
        self.spots[index] = [x + dx, y + dy]
        self.choose(index)
        self.bridge.tell(self.section.id, "drag", index, self.spots[index])

    async def pointerup(self, event):
        """Drop the held point."""
        if self.held is not None:
            self.held = None
            self.canvas.style.cursor = "grab"
            if self.moved:
                await self.send("drop")
            if not self.part.open:
                self.choose(None)
            await self.tell()

    def is_adding(self):
        """Return whether a click away from all points adds one."""
        return self.part.open and self.buttons["place"].ariaPressed == "true"

    async def click(self, event):
        """Add a point at a click or tap away from all points, in the mode for adding."""
        if self.missed and self.is_adding():
            await self.add([event.offsetX, event.offsetY])

    async def add(self, *where):
        """Add a point and choose it. Returns False if there is no room for more."""
        if not await self.send("add", *where):
            return False
        self.choose(len(self.spots) - 1)
        await self.tell()
        return True

    async def remove(self):
        """Remove the chosen point and choose the next one."""
        index, self.carried = self.chosen, False
        if index is not None:
            await self.send("remove", index)
            self.choose(min(index, len(self.spots) - 1) if self.spots else None)
            await self.tell()

    async def tell(self, aloud=False):
        """Show which point is chosen, and where it is; with `aloud`, announce it to screen readers."""
        if self.chosen is None and self.spots:
            self.told.textContent = ""
            return
        self.told.textContent = await self.bridge.ask(self.section.id, "tell", self.chosen or 0)
        if aloud:
            say(self.told.textContent)

    async def pressed(self, event):
        """Handle the buttons below the picture."""
        button = event.target.closest("[data-edit]")
        what = button.dataset.edit
        if button.ariaDisabled == "true":
            return
        if what == "focus":
            self.keys.offer()  # the part may have been opened just now
            self.canvas.focus()
        elif what == "place":
            button.ariaPressed = "false" if button.ariaPressed == "true" else "true"
        elif what == "remove":
            await self.remove()
        elif what == "undo":
            await self.send("undo")
            await self.tell()
        elif what == "home":
            self.written = self.area.value  # discards edits of the table
            await self.send("choose", self.part.dataset.choiceOf, self.part.dataset.home)
        elif what == "paste":
            await self.paste()

    async def paste(self):
        """Apply the edited table, or select the place in it that is wrong."""
        self.written = written = self.area.value
        if not await self.send("paste", written):
            self.area.value, self.written = written, None  # keep the text for correction
            mistake = self.section.last["mistake"]
            self.area.focus()
            self.area.setSelectionRange(mistake["start"], mistake["end"])
