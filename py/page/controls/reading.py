"""Reading a picture: the numbers under the pointer, or under the arrow keys, in the line below it."""

from page.browser.dom import every, listen, say

FAR = 1000000  # strides: as far as there is anything
KEYS = {
    "ArrowLeft": (-1, 0),
    "ArrowRight": (1, 0),
    "ArrowUp": (0, 1),
    "ArrowDown": (0, -1),
    "Home": (-FAR, 0),
    "End": (FAR, 0),
}


class Reading:
    """Asks the worker what lies under a point, one question at a time: the newest point wins.

    What keys have found is spoken, too; what a pointer has found would be too much to listen to.
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
        """The pointer is over a picture; a finger is only passing by."""
        if event.pointerType != "touch":
            await self.clicked(event)

    async def clicked(self, event):
        """Read what is under the pointer, or under a finger that has tapped."""
        await self.find(event.target, False, "read", event.offsetX, event.offsetY)

    async def pressed(self, event):
        """Arrow keys walk from point to point, Escape ends that."""
        if event.key == "Escape":
            await self.left(event)
        elif event.key in KEYS and not (event.altKey or event.ctrlKey or event.metaKey):
            event.preventDefault()
            await self.find(event.target, True, "walk", *KEYS[event.key])

    async def left(self, event):
        """Nobody reads that picture any more."""
        if self.over == event.target:
            self.wanted = self.over = None
        self.put(event.target, "")
        if self.bridge.answers(key(event.target)[0]):  # else nothing was read yet
            lesson, picture = key(event.target)
            await self.bridge.ask(lesson, "forget", picture)

    async def find(self, canvas, aloud, verb, *where):
        """Show what the worker finds, unless the reader is elsewhere by then."""
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
        """Write what was found under the picture, or else what there is to do."""
        line = canvas.closest("figure").querySelector(".reading")
        line.textContent = text or line.dataset.hint


def key(canvas):
    """The lesson and the picture that a canvas shows."""
    return canvas.closest("section.lesson").id, canvas.dataset.picture
