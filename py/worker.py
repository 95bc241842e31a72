"""The door of the worker: what the page may ask, and the canvases it hands over. Runs in Pyodide."""

import json
from pathlib import Path

import js
from polyscript import xworker
from pyodide.ffi import create_proxy

import downhill
from downhill.easel import load_fonts
from downhill.lessons import all_lessons
from downhill.session import Session
from downhill.studio import Studio


class Screen:
    """A canvas of the page, transferred: pixels put here are on the screen with the browser's next frame."""

    def __init__(self, canvas):
        self.canvas = canvas
        self.context = canvas.getContext("2d", alpha=False)

    def put(self, pixels, width, height):
        """Show a whole picture. The bytes are lent to JavaScript for the time of the call, never copied."""
        if (self.canvas.width, self.canvas.height) != (width, height):
            self.canvas.width, self.canvas.height = width, height
        proxy = create_proxy(pixels)
        view = proxy.getBuffer("u8clamped")
        try:
            self.context.putImageData(js.ImageData.new(view.data, width, height), 0, 0)
        finally:
            view.release()
            proxy.destroy()


load_fonts(Path(downhill.__file__).parent / "fonts")
session = Session(all_lessons())
studio = Studio(session)


def take_canvas(event):
    """A canvas arrives, with the lesson and the picture it belongs to, its size in CSS pixels and the ratio."""
    given = event.data
    studio.hang(given.lesson, given.picture, Screen(given.canvas))
    studio.stretch(given.lesson, given.picture, given.width, given.height, given.ratio)


xworker.onmessage = take_canvas


def answer(view):
    """Paint a lesson, then send its view: pixels first, so that the page may count on them."""
    studio.paint(view.lesson)
    return json.dumps(view.as_dict())


def look(lesson):
    """The lesson as it stands."""
    return answer(session.look(lesson))


def move(lesson, name, value):
    """A hand moves a slider."""
    return answer(session.move(lesson, name, value))


def settle(lesson):
    """The hand lets go."""
    return answer(session.settle(lesson))


def choose(lesson, name, option):
    """A choice is switched."""
    return answer(session.choose(lesson, name, option))


def set_rate(lesson, rate):
    """The learning rate is set."""
    return answer(session.set_rate(lesson, rate))


def step(lesson, count):
    """Gradient descent takes so many steps."""
    return answer(session.step(lesson, count))


def reset(lesson):
    """Back to the start values."""
    return answer(session.reset(lesson))


def stretch(lesson, picture, width, height, ratio):
    """A picture gets another size."""
    studio.stretch(lesson, picture, width, height, ratio)


def dress(theme):
    """The pictures get another theme."""
    studio.dress(theme)


def fragment(place):
    """The address of the page as it stands."""
    return session.fragment(place)


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
    "fragment",
    "restore",
]
