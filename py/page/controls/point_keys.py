"""Editable points by keyboard: choose, pick up, move, drop, add and remove."""

from page.browser.dom import document, listen, say, words
from page.transport.in_turn import InTurn

ARROWS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, 1), "ArrowDown": (0, -1)}
FAR = 10  # strides, with the shift key
WALK = {"ArrowLeft": -1, "ArrowUp": -1, "ArrowRight": 1, "ArrowDown": 1, "Home": -1000, "End": 1000}


class Keys:
    """Handles keys over the picture of a `Plot`."""

    def __init__(self, plot):
        self.plot = plot
        self.moved = False
        self.turns = InTurn()
        listen(plot.canvas, "keydown", self.pressed)
        listen(plot.canvas, "focus", self.came)
        listen(plot.canvas, "blur", self.left)
        self.does = {
            "Enter": self.carry,
            " ": self.carry,
            "Insert": self.insert,
            "+": self.insert,
            "Delete": plot.remove,
            "Backspace": plot.remove,
            "Escape": self.leave,
        }

    def offer(self):
        """Enable keys while the part below the picture is open, with role and description to match."""
        canvas, opened = self.plot.canvas, self.plot.part.open
        canvas.setAttribute("role", "application" if opened else "img")
        described = canvas.getAttribute("aria-describedby").split(" ")[:1]
        if opened:
            canvas.tabIndex = 0
            canvas.setAttribute("aria-roledescription", words("points.role"))
            described.append(self.plot.part.querySelector(".keys").id)
        else:
            canvas.removeAttribute("tabindex")
            canvas.removeAttribute("aria-roledescription")
            self.plot.choose(None)
            self.plot.told.textContent = ""
        canvas.setAttribute("aria-describedby", " ".join(described))

    async def pressed(self, event):
        """Dispatch a key press."""
        key = event.key
        if not self.plot.part.open or event.altKey or event.metaKey:
            return
        if event.ctrlKey:
            if key == "z":
                event.preventDefault()
                await self.turns.do(self.undo)
        elif key in self.does:
            event.preventDefault()
            await self.turns.do(self.does[key])
        elif key in WALK:
            event.preventDefault()
            await self.turns.do(self.go, key, FAR if event.shiftKey else 1)

    async def go(self, key, strides):
        """Move the carried point, or choose another one."""
        if self.plot.carried and key in ARROWS:
            await self.nudge(ARROWS[key], strides)
        else:
            await self.walk(WALK[key])

    async def walk(self, way):
        """Choose another point, in the order of the table."""
        plot = self.plot
        if plot.spots and not plot.carried:
            here = plot.chosen if plot.chosen is not None else (0 if way < 0 else -1)
            plot.choose(max(0, min(here + way, len(plot.spots) - 1)))
        await plot.tell(aloud=True)

    async def nudge(self, way, strides):
        """Move the carried point by strides."""
        plot, self.moved = self.plot, True
        plot.machine.pause()
        await plot.bridge.send(plot.section.id, "nudge", plot.chosen, way[0] * strides, way[1] * strides)
        await plot.refresh()
        await plot.tell(aloud=True)

    async def carry(self):
        """Pick up the chosen point, or drop it."""
        plot = self.plot
        if plot.carried:
            await self.drop()
            await plot.tell()
        elif plot.chosen is not None and self.is_here():
            plot.carried, self.moved = True, False
            say(words("points.carried"))

    async def drop(self):
        """Drop the carried point where it is."""
        self.plot.carried = False
        if self.moved:
            self.moved = False
            await self.plot.send("drop")

    async def insert(self):
        """Add a point in the middle and pick it up."""
        await self.drop()
        if await self.plot.add() and self.is_here():
            self.plot.carried, self.moved = True, False
            say(self.plot.told.textContent + ". " + words("points.carried"))

    async def undo(self):
        """Undo the last change; a carried point is dropped first."""
        self.plot.carried = self.moved = False
        await self.plot.send("undo")
        await self.plot.tell(aloud=True)

    async def leave(self):
        """Put a carried point back; without one, move the focus to the buttons below."""
        if not self.plot.carried:
            self.plot.buttons["focus"].focus()
        elif self.moved:
            await self.undo()
        else:
            self.plot.carried = False
            await self.plot.tell(aloud=True)

    def is_here(self):
        """Return whether the picture still has the focus: it may have lost it while a key was waiting."""
        return document.activeElement == self.plot.canvas

    async def came(self, event):
        """Handle the picture getting the focus."""
        await self.turns.do(self.begin)

    async def begin(self):
        """Choose a point if none is chosen, and say which one it is."""
        plot = self.plot
        await plot.refresh()
        if plot.part.open and plot.spots and plot.chosen is None and plot.held is None:
            plot.choose(0)
        await plot.tell(aloud=True)

    async def left(self, event):
        """The picture lost the focus: drop the carried point."""
        await self.turns.do(self.drop)
