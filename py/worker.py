"""The door of the worker: what the page may ask, and the canvases it hands over. Runs in Pyodide."""

import json

import js
from polyscript import xworker
from pyodide.ffi import create_proxy

from downhill.ready import session, studio


class Screen:
    """A canvas of the page, transferred: pixels put here are on the screen with the browser's next frame.

    An image that lies over the picture's own memory is kept from one put to the next. It is made anew when
    the picture has other memory, or when Python's memory has grown (what lay over it then is empty).
    """

    def __init__(self, canvas):
        self.canvas = canvas
        self.context = canvas.getContext("2d", alpha=False)
        self.owner = self.proxy = self.view = None

    def put(self, pixels, whole, changed):
        """Show a picture, copied once, where it has changed: from Python's memory into the canvas."""
        if self.owner is not pixels.obj or self.data.byteLength == 0:
            self.borrow(pixels, whole.right, whole.bottom)
            changed = [whole]
        for left, top, right, bottom in changed:
            self.context.putImageData(self.image, 0, 0, left, top, right - left, bottom - top)

    def borrow(self, pixels, width, height):
        """Lay an image over these pixels."""
        if (self.canvas.width, self.canvas.height) != (width, height):
            self.canvas.width, self.canvas.height = width, height
        self.give_back()
        self.proxy = create_proxy(pixels)
        self.view = self.proxy.getBuffer("u8clamped")
        self.data = self.view.data
        self.image = js.ImageData.new(self.data, width, height)
        self.owner = pixels.obj

    def give_back(self):
        """Release what was borrowed before."""
        if self.proxy is not None:
            self.view.release()
            self.proxy.destroy()


def take_canvas(event):
    """A canvas arrives, with its lesson and picture, its size in CSS pixels and the ratio."""
    given = event.data
    studio.hang(given.lesson, given.picture, Screen(given.canvas))
    studio.stretch(given.lesson, given.picture, given.width, given.height, given.ratio)


xworker.onmessage = take_canvas


catch_up = create_proxy(studio.catch_up)
sent = {}


def shown(view):
    """Paint a lesson, then tell of it: the page may count on pixels coming first."""
    studio.paint(view.lesson)
    return news(view)


def news(view, **more):
    """What has changed in the view of a lesson since the last one."""
    now, before = view.as_dict(), sent.get(view.lesson, {})
    sent[view.lesson] = now
    changed = {field: value for field, value in now.items() if value != before.get(field)}
    return json.dumps({**changed, "lesson": view.lesson, "loss": view.loss, **more})


def look(lesson):
    """The lesson as it stands."""
    return shown(session.look(lesson))


def move(lesson, name, value):
    """A hand moves a slider: its picture comes first, the others as soon as this is answered."""
    view = session.move(lesson, name, value)
    studio.paint_first(lesson)
    js.setTimeout(catch_up, 0)
    return news(view)


def settle(lesson):
    """The hand lets go; with the view comes the address of the page as it stands."""
    studio.catch_up()
    return news(session.settle(lesson), fragment=session.fragment(lesson))


def choose(lesson, name, option):
    """A choice is switched."""
    return shown(session.choose(lesson, name, option))


def set_rate(lesson, rate):
    """The learning rate is set."""
    return shown(session.set_rate(lesson, rate))


def step(lesson, count):
    """Gradient descent takes so many steps."""
    return shown(session.step(lesson, count))


def reset(lesson):
    """Back to the start values."""
    return shown(session.reset(lesson))


def stretch(lesson, picture, width, height, ratio):
    """A picture gets another size."""
    studio.stretch(lesson, picture, width, height, ratio)


def dress(theme):
    """The pictures get another theme."""
    studio.dress(theme)


def restore(link):
    """Put everything where a link says; what could not be read comes back as a list."""
    return json.dumps(session.restore(link))


__export__ = [
    "look",
    "move",
    "settle",
    "choose",
    "set_rate",
    "step",
    "reset",
    "stretch",
    "dress",
    "restore",
]
