"""The canvases: handed to the worker once, told of every new size and theme."""

import math

import js as window
from js import document
from jsffi import to_js

from page.browser.dom import every, guarded, listen, root, soon
from page.browser.dom import to_js as as_object

LEAST = 90  # device pixels: in less there is no room for axes
CRUMB = 0.001  # of a pixel: added to sizes, lest a division and a multiplication lose a whole one


class Pictures:
    """Hands every canvas to the worker and keeps the pictures' sizes and colours in step with the page."""

    def __init__(self, bridge):
        self.bridge = bridge
        self.dark = window.matchMedia("(prefers-color-scheme: dark)")
        self.sizes = {}
        self.given = ""  # the theme that the worker was told last, while the page starts

    def theme(self):
        """The theme that the page stands in."""
        return root.getAttribute("data-theme") or ("dark" if self.dark.matches else "light")

    def hand_over(self, lesson):
        """Give the worker all canvases of a lesson, in the theme and the sizes of now."""
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
        """Listen for other sizes and themes."""
        root.setAttribute("data-drawn", self.given)
        if self.given != self.theme():  # another one was chosen amid all that
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
        """Hear of a canvas's new size, in device pixels where the browser tells of them."""
        try:
            self.observer.observe(canvas, as_object({"box": "device-pixel-content-box"}))
        except Exception:
            self.observer.observe(canvas)

    def watch_ratio(self):
        """Hear of the next change of the pixel ratio: the window may move to another screen."""
        self.ratio = window.matchMedia(f"(resolution: {window.devicePixelRatio}dppx)")
        listen(self.ratio, "change", self.moved)

    def key(self, canvas):
        """The lesson and the picture that a canvas shows."""
        return canvas.closest("section.lesson").id, canvas.dataset.picture

    def size(self, canvas):
        """A canvas's width and height in CSS pixels, and device pixels to one of them; 0 where it is hidden.

        The browser lays both edges on whole device pixels: a picture that is not just as large gets blurred.
        It may tell of a folded one how large it would be, too.
        """
        box = canvas.getBoundingClientRect()
        ratio = min(window.devicePixelRatio, 3)
        if not box.width or canvas.closest("details:not([open])"):
            return 0, 0, ratio
        left, top = window.scrollX + box.left, window.scrollY + box.top
        return length(left, box.width, ratio), length(top, box.height, ratio), ratio

    async def resized(self, entries, observer=None):
        """Some canvases have another size: draw them anew, if it really differs."""
        for entry in entries:
            await self.fit(entry.target)

    async def fit(self, canvas):
        """Let a picture follow its canvas's size, if it really differs."""
        key, size = self.key(canvas), self.size(canvas)
        if self.sizes.get(key) != size:
            self.sizes[key] = size
            await self.bridge.ask(key[0], "resize", key[1], *size)

    async def unfolded(self, event):
        """Pictures have come into sight, or are folded away."""
        for canvas in every("canvas[data-picture]", event.target):
            await self.fit(canvas)

    async def zoomed(self, event):
        """The page may have been zoomed: as many CSS pixels can mean more device pixels."""
        for canvas in every("canvas[data-picture]"):
            await self.fit(canvas)

    async def moved(self, event):
        """The window has come to a screen with another pixel ratio."""
        self.watch_ratio()
        await self.zoomed(event)

    async def theme_changed(self, event=None):
        """The system's colours have changed, or others were chosen."""
        theme = self.theme()
        await self.bridge.ask(None, "set_theme", theme)
        root.setAttribute("data-drawn", theme)  # the style sheet for paper asks for it


def uncover(lesson, picture):
    """A canvas shows its picture: the one that was there before Python may go."""
    canvas = document.querySelector(f'#{lesson} canvas[data-picture="{picture}"]')
    canvas.parentElement.setAttribute("data-lit", "")


def length(start, long, ratio):
    """How many device pixels lie between two edges that are rounded each, given back in CSS pixels."""
    first, last = math.floor(start * ratio + 0.5), math.floor((start + long) * ratio + 0.5)
    return (max(last - first, LEAST) + CRUMB) / ratio
