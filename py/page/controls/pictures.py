"""The canvases: transferred to the worker once; later sizes and themes are sent as requests."""

import math

import js as window
from js import document
from jsffi import to_js

from page.browser.dom import every, guarded, listen, root, soon
from page.browser.dom import to_js as as_object

LEAST = 90  # device pixels: the smallest size for axes
AROUND = 1.0  # heights of the window above and below it in which pictures are painted
FOR_CLASS = 1.17  # times as large as the page around it: no letter below 24 pixels on a width of 1920
CRUMB = 0.001  # device pixels, added so that rounding down after a division doesn't lose a whole one


class Pictures:
    """Transfers all canvases to the worker, and keeps sizes and theme of the pictures up to date."""

    def __init__(self, bridge):
        self.bridge = bridge
        self.dark = window.matchMedia("(prefers-color-scheme: dark)")
        self.sizes = {}  # by lesson and picture: what was last sent to the worker
        self.near = []  # those that the browser has reported as near
        self.given = ""  # the theme last sent to the worker, during the start

    def theme(self):
        """The page's theme."""
        return root.getAttribute("data-theme") or ("dark" if self.dark.matches else "light")

    def hand_over(self, lesson, first=False):
        """Transfer all canvases of a lesson, with the current theme, their sizes and places.

        Those of the `first` lesson count as near, even if the page hasn't scrolled there yet.
        """
        worker = document.querySelector("script[worker]").xworker
        for canvas in every("canvas[data-picture]", document.getElementById(lesson)):
            offscreen = canvas.transferControlToOffscreen()
            key = self.key(canvas)
            width, height, ratio, far = self.size(canvas)
            far = far and not first
            self.sizes[key] = width, height, ratio, far
            message = window.Object.new()
            message.lesson, message.picture = key
            message.canvas, message.theme = offscreen, self.theme()
            self.given = message.theme
            message.width, message.height, message.ratio, message.far = width, height, ratio, far
            self.mark(canvas, far)
            worker.postMessage(message, to_js([offscreen]))

    def watch(self):
        """Listen for changes of size, place, pixel ratio and theme."""
        root.setAttribute("data-drawn", self.given)
        if self.given != self.theme():  # the theme was changed meanwhile
            soon(self.theme_changed)
        self.observer = window.ResizeObserver.new(guarded(self.resized))
        margin = as_object({"rootMargin": f"{int(AROUND * 100)}% 0px"})
        places = window.IntersectionObserver.new(guarded(self.scrolled), margin)
        for canvas in every("canvas[data-picture]"):
            self.observe(canvas)
            places.observe(canvas)
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
        """Return a canvas's width and height in CSS pixels, device pixels per CSS pixel, and if it is far.

        Both lengths are 0 if it is hidden.

        The browser snaps both edges to device pixels; a picture of another size would be blurred.
        Folded canvases may report a size, too, and count as hidden.
        """
        box, larger = canvas.getBoundingClientRect(), canvas.currentCSSZoom or 1  # all of it, for a class
        if root.hasAttribute("data-present"):
            larger *= FOR_CLASS
        ratio = min(larger * window.devicePixelRatio, 3)
        if not box.width or canvas.closest("details:not([open])"):
            return 0, 0, ratio, False
        left, top = (window.scrollX + box.left) / larger, (window.scrollY + box.top) / larger
        far = self.key(canvas) not in self.near and is_far(box)
        wide, high = length(left, box.width / larger, ratio), length(top, box.height / larger, ratio)
        return wide, high, ratio, far

    async def resized(self, entries, observer=None):
        """Handle observed changes of size."""
        for entry in entries:
            await self.fit(entry.target)

    async def scrolled(self, entries, observer=None):
        """Handle canvases that have come near the window, or are now far from it."""
        for entry in entries:
            key = self.key(entry.target)
            if entry.isIntersecting != (key in self.near):
                (self.near.append if entry.isIntersecting else self.near.remove)(key)
        for entry in entries:
            await self.fit(entry.target)

    async def fit(self, canvas):
        """Send a canvas's size and place to the worker, if they have changed."""
        key, size = self.key(canvas), self.size(canvas)
        if self.sizes.get(key) != size:
            self.sizes[key] = size
            await self.bridge.ask(key[0], "resize", key[1], *size)
            self.mark(canvas, size[3])

    def mark(self, canvas, far):
        """Let scripts know whether a picture is far from the window, so that it may be out of date."""
        canvas.parentElement.toggleAttribute("data-far", far)

    async def unfolded(self, event):
        """Handle opened or closed parts: canvases in them have another size, or none."""
        for canvas in every("canvas[data-picture]", event.target):
            await self.fit(canvas)

    async def zoomed(self, event):
        """Send all sizes that have changed, since the page may have been zoomed."""
        for canvas in every("canvas[data-picture]"):
            await self.fit(canvas)

    async def moved(self, event):
        """Handle a change of the pixel ratio."""
        self.watch_ratio()
        await self.zoomed(event)

    async def theme_changed(self, event=None):
        """Send a changed theme to the worker."""
        theme = self.theme()
        await self.bridge.ask(None, "set_theme", theme)
        root.setAttribute("data-drawn", theme)  # used by the style sheet for print


def uncover(lesson, picture):
    """Remove the image from build time, now that the canvas shows its first frame."""
    for canvas in every("canvas[data-picture]"):
        if canvas.dataset.picture == picture and canvas.closest("section.lesson").id == lesson:
            canvas.parentElement.setAttribute("data-lit", "")
            image = canvas.parentElement.querySelector("picture")
            if image:
                image.remove()


def is_far(box):
    """Return whether a rectangle is far outside the window."""
    tall = window.innerHeight
    return box.bottom < -AROUND * tall or box.top > (1 + AROUND) * tall


def length(start, long, ratio):
    """The distance of two edges after both are rounded to device pixels, in CSS pixels."""
    first, last = math.floor(start * ratio + 0.5), math.floor((start + long) * ratio + 0.5)
    return (max(last - first, LEAST) + CRUMB) / ratio
