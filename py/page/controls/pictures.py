"""The canvases: transferred to the worker once; later sizes and themes are sent as requests."""

import math

import js as window
from js import document
from jsffi import to_js

from page.browser.dom import every, guarded, listen, root, soon
from page.browser.dom import to_js as as_object

LEAST = 90  # device pixels: axes need that much
CRUMB = 0.001  # device pixels, added so that rounding down after a division loses no whole one


class Pictures:
    """Transfers all canvases to the worker, and keeps sizes and theme of the pictures up to date."""

    def __init__(self, bridge):
        self.bridge = bridge
        self.dark = window.matchMedia("(prefers-color-scheme: dark)")
        self.sizes = {}
        self.given = ""  # the theme that the worker was told last, during the start

    def theme(self):
        """The page's theme."""
        return root.getAttribute("data-theme") or ("dark" if self.dark.matches else "light")

    def hand_over(self, lesson):
        """Transfer all canvases of a lesson, with the current theme and their sizes."""
        worker = document.querySelector("script[worker]").xworker
        for canvas in every("canvas[data-picture]", document.getElementById(lesson)):
            offscreen = canvas.transferControlToOffscreen()
            key = self.key(canvas)
            width, height, ratio = self.sizes[key] = self.size(canvas)
            message = window.Object.new()
            message.lesson, message.picture = key
            message.canvas, message.theme = offscreen, self.theme()
            self.given = message.theme
            message.width, message.height, message.ratio = width, height, ratio
            worker.postMessage(message, to_js([offscreen]))

    def watch(self):
        """Listen for changes of size, pixel ratio and theme."""
        root.setAttribute("data-drawn", self.given)
        if self.given != self.theme():  # the theme was changed meanwhile
            soon(self.theme_changed)
        self.observer = window.ResizeObserver.new(guarded(self.resized))
        for canvas in every("canvas[data-picture]"):
            self.observe(canvas)
        listen(document, "toggle", self.unfolded, True)
        listen(window, "resize", self.zoomed)
        self.watch_ratio()
        listen(self.dark, "change", self.theme_changed)
        listen(root, "downhill:theme", self.theme_changed)

    def observe(self, canvas):
        """Observe a canvas's size, in device pixels where the browser supports it."""
        try:
            self.observer.observe(canvas, as_object({"box": "device-pixel-content-box"}))
        except Exception:
            self.observer.observe(canvas)

    def watch_ratio(self):
        """Listen for the next change of the pixel ratio, as when the window moves to another screen."""
        self.ratio = window.matchMedia(f"(resolution: {window.devicePixelRatio}dppx)")
        listen(self.ratio, "change", self.moved, once=True)

    def key(self, canvas):
        """The names of lesson and picture of a canvas."""
        return canvas.closest("section.lesson").id, canvas.dataset.picture

    def size(self, canvas):
        """A canvas's width and height in CSS pixels, and device pixels to one of them; 0 where it is hidden.

        The browser snaps both edges to device pixels; a picture of another size would be blurred.
        Folded canvases may report a size, too, and count as hidden.
        """
        box = canvas.getBoundingClientRect()
        ratio = min(window.devicePixelRatio, 3)
        if not box.width or canvas.closest("details:not([open])"):
            return 0, 0, ratio
        left, top = window.scrollX + box.left, window.scrollY + box.top
        return length(left, box.width, ratio), length(top, box.height, ratio), ratio

    async def resized(self, entries, observer=None):
        """Handle observed changes of size."""
        for entry in entries:
            await self.fit(entry.target)

    async def fit(self, canvas):
        """Send a canvas's size to the worker, if it has changed."""
        key, size = self.key(canvas), self.size(canvas)
        if self.sizes.get(key) != size:
            self.sizes[key] = size
            await self.bridge.ask(key[0], "resize", key[1], *size)

    async def unfolded(self, event):
        """Parts were opened or closed: canvases in them have another size, or none."""
        for canvas in every("canvas[data-picture]", event.target):
            await self.fit(canvas)

    async def zoomed(self, event):
        """The page may have been zoomed: send all sizes that have changed."""
        for canvas in every("canvas[data-picture]"):
            await self.fit(canvas)

    async def moved(self, event):
        """The pixel ratio has changed."""
        self.watch_ratio()
        await self.zoomed(event)

    async def theme_changed(self, event=None):
        """The theme has changed: send it to the worker."""
        theme = self.theme()
        await self.bridge.ask(None, "set_theme", theme)
        root.setAttribute("data-drawn", theme)  # used by the style sheet for print


def uncover(lesson, picture):
    """A canvas shows its first frame: hide the image from build time."""
    canvas = document.querySelector(f'#{lesson} canvas[data-picture="{picture}"]')
    canvas.parentElement.setAttribute("data-lit", "")


def length(start, long, ratio):
    """The distance of two edges after both are rounded to device pixels, in CSS pixels."""
    first, last = math.floor(start * ratio + 0.5), math.floor((start + long) * ratio + 0.5)
    return (max(last - first, LEAST) + CRUMB) / ratio
