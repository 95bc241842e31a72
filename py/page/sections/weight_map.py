"""The map of a model's weights: point at it, touch it, drag, and walk through it with arrow keys."""

from page.browser.dom import listen, say
from page.transport.in_turn import InTurn

VALUE_PER_PIXEL = 0.02  # how far a weight is dragged
STILL = 3  # pixels that a finger may tremble
FAR = 1000  # cells: enough to get to the edge
KEYS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}
KEYS.update({"Home": (-FAR, 0), "End": (FAR, 0), "PageUp": (0, -10), "PageDown": (0, 10)})


class WeightMap:
    """The canvas of the map, and the line under it."""

    def __init__(self, model):
        self.model = model
        self.down = self.held = None  # the pointer that is on the map; the weight that it holds
        self.steps = InTurn()
        self.canvas = model.element.querySelector("canvas[data-weights]")
        self.reading = self.canvas.closest("figure").querySelector(".reading")
        for kind, handler in (
            ("pointerdown", self.taken),
            ("pointermove", self.hovered),
            ("pointerup", self.dropped),
            ("pointercancel", self.dropped),
            ("pointerleave", self.left),
            ("keydown", self.pressed),
        ):
            listen(self.canvas, kind, handler)

    async def found(self, verb, *where):
        """What the worker finds in the map, or nothing."""
        return await self.model.bridge.ask(self.model.id, verb, *where)

    async def taken(self, event):
        """The map was touched: take what is there, and drag it while it is held."""
        x, id = event.offsetX, event.pointerId
        self.held, self.down = None, id
        found = await self.found("find_weight", x, event.offsetY)
        if found:
            self.put(found["told"])
            await self.model.choose(found["index"])
            if self.down == id and self.model.range:  # else it was let go meanwhile, or can't be dragged
                self.held = (x, self.model.last["weight"]["value"], id)

    async def hovered(self, event):
        """The pointer moves over the map: it drags a weight, or reads one."""
        x, y = event.offsetX, event.offsetY
        if self.held and event.buttons:
            start, value, id = self.held
            if abs(x - start) > STILL:
                self.canvas.setPointerCapture(id)
                self.model.ask("move", "weight", round(value + (x - start) * VALUE_PER_PIXEL, 3))
        elif event.pointerType != "touch" and not event.buttons and self.model.last:
            found = await self.found("find_weight", x, y)
            self.put(found.get("told", ""))

    async def dropped(self, event):
        """The weight is let go."""
        self.down = None
        if self.held or not self.model.range:
            self.held = None
            await self.model.settle()

    def left(self, event):
        """The pointer is elsewhere; what a finger has touched can be read on when it is lifted."""
        if event.pointerType != "touch":
            self.put("")

    async def pressed(self, event):
        """Arrow keys choose a weight, Enter leads to its slider."""
        if event.altKey or event.ctrlKey or event.metaKey:
            return
        if event.key == "Enter":
            event.preventDefault()
            self.model.reach().focus()
        elif event.key in KEYS:
            event.preventDefault()
            far = 10 if event.shiftKey else 1
            across, down = KEYS[event.key]
            await self.steps.do(self.walk, far * across, far * down)

    async def walk(self, across, down):
        """Choose the weight that many cells away."""
        found = await self.found("weight_beside", across, down)
        await self.model.choose(found["index"])
        self.put(found["told"])
        say(found["told"])

    def put(self, text):
        """Write under the map what was found, or else what there is to do."""
        self.reading.textContent = text or self.reading.dataset.hint
