"""Points of a picture by keyboard: chosen, picked up, moved and dropped, added and taken away."""

from page.browser.dom import document, listen, say, words
from page.transport.in_turn import InTurn

ARROWS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, 1), "ArrowDown": (0, -1)}
FAR = 10  # strides, with the shift key
WALK = {"ArrowLeft": -1, "ArrowUp": -1, "ArrowRight": 1, "ArrowDown": 1, "Home": -1000, "End": 1000}


class Keys:
    """Listens to the keys over a picture; `plot` is the picture with its points."""

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
        """Keys come to the picture while the part below it is open: say of the picture what it is then."""
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
        """A key over the picture."""
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
        """Move the point that is carried, or choose another one."""
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
        """Move the point that is carried."""
        plot, self.moved = self.plot, True
        plot.machine.pause()
        await plot.bridge.send(plot.section.id, "nudge", plot.chosen, way[0] * strides, way[1] * strides)
        await plot.refresh()
        await plot.tell(aloud=True)

    async def carry(self):
        """Pick the chosen point up, or drop it."""
        plot = self.plot
        if plot.carried:
            await self.drop()
            await plot.tell()
        elif plot.chosen is not None:
            plot.carried, self.moved = True, False
            say(words("points.carried"))

    async def drop(self):
        """The point stays where it has been carried to."""
        self.plot.carried = False
        if self.moved:
            self.moved = False
            await self.plot.send("drop")

    async def insert(self):
        """One more point, in the middle, carried at once."""
        await self.drop()
        if await self.plot.add() and document.activeElement == self.plot.canvas:
            self.plot.carried, self.moved = True, False
            say(self.plot.told.textContent + ". " + words("points.carried"))

    async def undo(self):
        """Take the last change back; a point that is carried goes back, too."""
        self.plot.carried = self.moved = False
        await self.plot.send("undo")
        await self.plot.tell(aloud=True)

    async def leave(self):
        """Put a carried point back where it was; else leave the picture for the buttons below."""
        if not self.plot.carried:
            self.plot.buttons["focus"].focus()
        elif self.moved:
            await self.undo()
        else:
            self.plot.carried = False
            await self.plot.tell(aloud=True)

    async def came(self, event):
        """The picture is reached by keys, or by a click: one point is the chosen one."""
        plot = self.plot
        await plot.refresh()
        if plot.part.open and plot.spots and plot.chosen is None and plot.held is None:
            plot.choose(0)
        await plot.tell(aloud=True)

    async def left(self, event):
        """The picture is left: what is carried is dropped."""
        if self.plot.carried:
            await self.drop()
