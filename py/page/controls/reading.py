"""Reads pictures: shows the numbers under the pointer, or where arrow keys lead, in the line below."""

from page.browser.dom import every, listen, say

FAR = 1000000  # strides; the worker clamps to the end of the axis
KEYS = {
    "ArrowLeft": (-1, 0),
    "ArrowRight": (1, 0),
    "ArrowUp": (0, 1),
    "ArrowDown": (0, -1),
    "Home": (-FAR, 0),
    "End": (FAR, 0),
}


class Reading:
    """Asks the worker what is under a point, one question at a time; only the newest point is asked for.

    Results of keys are announced to screen readers; those of the pointer aren't.
    """

    def __init__(self, bridge):
        self.bridge = bridge
        self.wanted = self.over = None
        self.busy = False
        for canvas in every("canvas[data-reads]"):
            listen(canvas, "pointermove", self.hovered)
            listen(canvas, "click", self.clicked)
            listen(canvas, "keydown", self.pressed)
            for kind in ("pointerleave", "blur"):
                listen(canvas, kind, self.left)

    async def hovered(self, event):
        """Read under a mouse or pen; a moving finger scrolls."""
        if event.pointerType != "touch":
            await self.clicked(event)

    async def clicked(self, event):
        """Read under a click or tap."""
        await self.find(event.target, False, "read", event.offsetX, event.offsetY)

    async def pressed(self, event):
        """Arrow keys walk from point to point, Escape ends that."""
        if event.key == "Escape":
            await self.left(event)
        elif event.key in KEYS and not (event.altKey or event.ctrlKey or event.metaKey):
            event.preventDefault()
            await self.find(event.target, True, "walk", *KEYS[event.key])

    async def left(self, event):
        """The pointer or the focus left the picture: show the hint again."""
        if self.over == event.target:
            self.wanted = self.over = None
        self.put(event.target, "")
        if self.bridge.answers(key(event.target)[0]):  # else nothing was read yet
            lesson, picture = key(event.target)
            await self.bridge.ask(lesson, "forget", picture)

    async def find(self, canvas, aloud, verb, *where):
        """Ask the worker and show the answer, unless the reader is at another picture by then."""
        self.over, self.wanted = canvas, (canvas, aloud, verb, where)
        if self.busy:
            return
        self.busy = True
        try:
            while self.wanted:
                canvas, aloud, verb, where = self.wanted
                self.wanted = None
                lesson, picture = key(canvas)
                text = await self.bridge.ask(lesson, verb, picture, *where)
                if self.over == canvas:
                    self.put(canvas, text)
                    if aloud:
                        say(text)
        finally:
            self.busy = False

    def put(self, canvas, text):
        """Write a text below the picture; the hint where it is empty."""
        line = canvas.closest("figure").querySelector(".reading")
        line.textContent = text or line.dataset.hint


def key(canvas):
    """The lesson and the picture that a canvas shows."""
    return canvas.closest("section.lesson").id, canvas.dataset.picture
