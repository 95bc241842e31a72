"""The canvases: handed to the worker once, told of every new size and theme."""

from page.dom import every, listen, root
from pyscript import document, window
from pyscript.ffi import create_proxy, to_js


class Pictures:
    """Hands every canvas of the page to the worker and keeps their sizes and colours in step with the page."""

    def __init__(self, bridge):
        self.bridge = bridge
        self.dark = window.matchMedia("(prefers-color-scheme: dark)")
        self.sizes = {}

    def theme(self):
        """The theme that the page stands in."""
        return root.getAttribute("data-theme") or ("dark" if self.dark.matches else "light")

    async def hand_over(self):
        """Give the worker all canvases, in the theme and the sizes of now, and listen for changes."""
        await self.bridge.ask("dress", self.theme())
        worker = document.querySelector("script[worker]").xworker
        for canvas in every("canvas[data-picture]"):
            offscreen = canvas.transferControlToOffscreen()
            width, height, ratio = self.size(canvas)
            message = window.Object.new()
            message.lesson = canvas.closest("section.lesson").id
            message.picture, message.canvas = canvas.dataset.picture, offscreen
            message.width, message.height, message.ratio = width, height, ratio
            worker.postMessage(message, to_js([offscreen]))
        self.observer = window.ResizeObserver.new(create_proxy(self.resized))
        for canvas in every("canvas[data-picture]"):
            self.observer.observe(canvas)
        listen(self.dark, "change", self.dressed)

    def size(self, canvas):
        """A canvas's width and height in CSS pixels, and device pixels to one of them."""
        box = canvas.getBoundingClientRect()
        ratio = min(window.devicePixelRatio, 3)
        return max(round(box.width), 40), max(round(box.height), 40), ratio

    async def resized(self, entries, observer=None):
        """Some canvases have another size: draw them anew, if it really differs."""
        for entry in entries:
            canvas = entry.target
            key = (canvas.closest("section.lesson").id, canvas.dataset.picture)
            size = self.size(canvas)
            if self.sizes.get(key) != size:
                self.sizes[key] = size
                await self.bridge.ask("stretch", *key, *size)

    async def dressed(self, event):
        """The system's colours have changed."""
        await self.bridge.ask("dress", self.theme())
