"""The door of the worker: what the page may ask, and the canvases it hands over. Runs in Pyodide."""

import base64
import json

import js
from polyscript import xworker
from pyodide.ffi import create_proxy, to_js

from downhill.address import decode
from downhill.ready import codes, editor, reader, session, studio, translate, weights
from downhill.ready import save as made
from later import finder


class Screen:
    """A canvas of the page, transferred: pixels put here are on the screen with the browser's next frame.

    An image that lies over the picture's own memory is kept from one put to the next. It is made anew when
    the picture has other memory, or when Python's memory has grown (what lay over it then is empty).
    """

    def __init__(self, canvas):
        self.canvas = canvas
        self.put_image = canvas.getContext("2d", alpha=False).putImageData
        self.owner = self.proxy = self.view = None

    def put(self, pixels, whole, changed):
        """Show a picture, copied once, where it has changed: from Python's memory into the canvas."""
        if self.owner is not pixels.obj or self.data.byteLength == 0:
            self.borrow(pixels, whole.right, whole.bottom)
            changed = [whole]
        for left, top, right, bottom in changed:
            self.put_image(self.image, 0, 0, left, top, right - left, bottom - top)

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


def take(event):
    """The page hands over the line for its requests, or a canvas with all about it; it is painted with
    the first look at its lesson.
    """
    if event.ports.length:
        open_line(event.ports[0])
        return
    given = event.data
    studio.dress(given.theme)
    studio.hang(given.lesson, given.picture, Screen(given.canvas))
    studio.fit(given.lesson, given.picture, given.width, given.height, given.ratio)


xworker.onmessage = take


def open_line(port):
    """Answer every request that comes over a port: a JSON list of lesson, verb, and what the verb takes."""
    post = port.postMessage

    def answer(event):
        lesson, verb, *arguments = json.loads(event.data)
        if verb == "train" and not session.locks.refuse(lesson, verb):
            train(lesson, *arguments)
            return
        try:
            view = session.obey(ASKED.get(verb, session), lesson, verb, *arguments)
            PAINT.get(verb, studio.paint)(lesson)
            post(news(verb, view))  # the page may count on pixels coming first
        except Exception as error:
            post(json.dumps({"lesson": lesson, "failed": f"{type(error).__name__}: {error}"}))
        if studio.owed:
            catch_up_later(verb)
        if studio.waiting:
            clear(quiet[0])
            quiet[0] = later(rest, QUIET)

    def train(lesson, turn):
        def done():
            view = session.labs.train(lesson)
            studio.paint_first(lesson)
            post(news("train", view))
            let_others_in(studio.catch_up)

        session.labs.work(lesson, slices, done, turn)

    port.onmessage = create_proxy(answer)


next_in_line, waiting_slices = js.MessageChannel.new(), []


def let_others_in(work):
    """Go on with some work when all requests that came meanwhile are answered."""
    waiting_slices.append(work)
    next_in_line.port2.postMessage(None)


def go_on(event):
    """The requests are answered."""
    waiting_slices.pop(0)()


next_in_line.port1.onmessage = create_proxy(go_on)
slices = session.labs.slices(js.performance.now, let_others_in)
ASKED = {"point": studio} | dict.fromkeys(("drag", "nudge", "drop", "add", "remove", "paste", "undo"), editor)
AFTER = 6  # ms: so long the page has the processor for itself, to show what has been painted
REST = 200  # ms: when a hand that holds a point rests so long, the other pictures follow, too
QUIET = 120  # ms without a request, until the pictures are painted that take long
HELD = ("drag", "nudge")
PAINT = {
    "move": studio.paint_first,  # the picture under the reader's eye; the others follow
    "rewind": studio.paint_first,
    "drag": studio.paint_first,
    "nudge": studio.paint_first,
    "look": studio.paint_first,
    "watch": studio.paint_first,
    "choose_weight": studio.paint_first,
    "settle": lambda lesson: None,  # nothing has moved
}
later, clear = js.setTimeout, js.clearTimeout
waiting, quiet = [], [0]  # timers
catch_up, rest = create_proxy(studio.catch_up), create_proxy(studio.rest)
sent = {}


def catch_up_later(verb):
    """Paint the other pictures soon; while a hand moves a point, not before it rests."""
    if waiting:
        clear(waiting.pop())
    if verb in HELD:
        waiting.append(later(catch_up, REST))
    else:
        later(catch_up, AFTER)


def news(verb, view):
    """What has changed in the view of a lesson since the last one; with rest comes the page's address."""
    now, before = view.as_dict(), sent.get(view.lesson, {})
    sent[view.lesson] = now
    changed = {field: value for field, value in now.items() if value != before.get(field)}
    if verb == "settle":
        changed["fragment"] = session.fragment(view.lesson)
    return json.dumps({**changed, "lesson": view.lesson, "loss": view.loss})


def stretch(lesson, picture, width, height, ratio):
    """A picture gets another size."""
    studio.stretch(lesson, picture, width, height, ratio)


def dress(theme):
    """The pictures get another theme."""
    studio.dress(theme)


def speak(told):
    """The language of the page, before anything is shown: its sentences, and typefaces for the pictures."""
    told = json.loads(told)
    translate(told["catalogue"], [base64.b64decode(face) for face in told["typefaces"]])


def race(lesson):
    """What gradient descent makes of the start that the reader's last moves had."""
    return json.dumps(session.race(lesson))


def restore(link):
    """Put everything where a link says; tell what could not be read, and whether it is newer."""
    return json.dumps({"ignored": session.restore(link), "newer": decode(link).newer})


def save(lesson, kind, picture, page):
    """A file to take along: an address of this browser's own and a name, or why there is none."""
    try:
        taken = made(lesson, kind, picture, page)
    except Exception as error:
        return json.dumps({"failed": str(error)})
    kind = to_js({"type": taken.type}, dict_converter=js.Object.fromEntries)
    blob = js.Blob.new(to_js([to_js(taken.data)]), kind)
    return json.dumps({"url": js.URL.createObjectURL(blob), "name": taken.name})


def lock(parts):
    """From now on nothing is changed by these parts of a lesson, a JSON list."""
    session.lock(json.loads(parts))


def code(text):
    """The QR code of a text, by segno, which comes with the first one; or how long a text may be."""
    finder.bring("codes", "segno")
    found = codes.code(text)
    return json.dumps(found._asdict() if found else {"most": codes.MOST})


def points(lesson):
    """What the page shows of a lesson's points that can be edited."""
    return json.dumps(editor.state(lesson))


def find_weight(lesson, x, y):
    """Which weight of a model lies under a point of its picture."""
    return json.dumps(weights.find(lesson, x, y))


def weight_beside(lesson, across, down):
    """Which weight lies so many cells from the one that is chosen."""
    return json.dumps(weights.beside(lesson, across, down))


read, walk, forget, tell = reader.read, reader.walk, reader.forget, editor.tell

__export__ = [
    "stretch",
    "dress",
    "speak",
    "restore",
    "save",
    "lock",
    "race",
    "code",
    "read",
    "walk",
    "forget",
    "points",
    "tell",
    "find_weight",
    "weight_beside",
]
