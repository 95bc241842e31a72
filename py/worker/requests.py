"""The door of the worker: what the page may ask, and the canvases it hands over. Runs in Pyodide.

The snapshot holds this module and all that it leads to: JavaScript is known only when a door is made.
"""

import base64
import json
from functools import partial

from downhill.app import codes, editor, reader, session, studio, translate, weights
from downhill.app import save as made
from downhill.session.fragment import decode
from worker.archives import finder
from worker.canvas import CanvasWriter
from worker.yielding import MessageYield

AFTER = 6  # ms: so long the page has the processor for itself, to show what has been painted
REST = 200  # ms: when a hand that holds a point rests so long, the other pictures follow, too
QUIET = 120  # ms without a request, until the pictures are painted that take long
HELD = ("drag", "nudge")
ASKED = {"point": studio} | dict.fromkeys(("drag", "nudge", "drop", "add", "remove", "paste", "undo"), editor)
FIRST = ("move", "play", "rewind", "drag", "nudge", "look", "watch", "choose_weight")
PAINT = dict.fromkeys(FIRST, studio.paint_first)  # the picture under the reader's eye; the others follow
PAINT["settle"] = lambda lesson: None  # nothing has moved


class RequestHandler:
    """Answers what comes over a port, and what PyScript lets the page call: the methods named in `CALLED`.

    `js` and `ffi` are Pyodide's modules `js` and `pyodide.ffi`.
    """

    CALLED = (
        *("stretch", "dress", "speak", "restore", "save", "lock", "race", "code", "read", "walk", "forget"),
        *("points", "tell", "find_weight", "weight_beside", "owes"),
    )
    read, walk, forget, tell = reader.read, reader.walk, reader.forget, editor.tell

    def __init__(self, js, ffi):
        self.js, self.ffi = js, ffi
        self.later, self.clear = js.setTimeout, js.clearTimeout
        self.turns = MessageYield(js, ffi)
        self.clock = js.performance.now
        self.slices = session.trainers.slices(self.clock, self.turns.wait)
        self.catch_up, self.rest = ffi.create_proxy(studio.catch_up), ffi.create_proxy(studio.rest)
        self.resting = self.quiet = 0  # timers
        self.asked = -REST  # when something was asked for last, in ms
        self.sent = {}

    def take(self, event):
        """The page hands over the line for its requests, or a canvas with all about it; it is painted with
        the first look at its lesson, or at once if that has come before.
        """
        if event.ports.length:
            self.open_line(event.ports[0])
            return
        given = event.data
        lit = partial(self.tell_lit, given.lesson, given.picture)
        studio.dress(given.theme)
        studio.hang(given.lesson, given.picture, CanvasWriter(self.js, self.ffi, given.canvas, lit))
        show = studio.stretch if given.lesson in self.sent else studio.fit
        show(given.lesson, given.picture, given.width, given.height, given.ratio)

    def tell_lit(self, lesson, picture, moment):
        """A canvas shows its first pixels: what has stood in its place may go."""
        self.post(json.dumps({"lesson": lesson, "lit": picture}))

    def open_line(self, port):
        """Answer every request over a port: a JSON list of lesson, verb, and what the verb takes."""
        self.post = port.postMessage
        port.onmessage = self.ffi.create_proxy(self.answer)

    def answer(self, event):
        """Answer one request, pixels first."""
        lesson, verb, *arguments = json.loads(event.data)
        if verb == "train" and not session.locks.refuse(lesson, verb):
            self.train(lesson, *arguments)
            return
        self.asked = self.clock()
        session.paint = PAINT.get(verb, studio.paint)
        try:
            view = session.obey(ASKED.get(verb, session), lesson, verb, *arguments)
            self.post(self.news(verb, view))  # the page may count on pixels coming first
        except Exception as error:
            failed = f"{type(error).__name__}: {error}"
            self.post(json.dumps({"lesson": lesson, "verb": verb, "failed": failed}))
        if studio.owed:
            self.catch_up_later(verb)
        if studio.waiting:
            self.clear(self.quiet)
            self.quiet = self.later(self.rest, QUIET)

    def train(self, lesson, turn):
        """Train a model for a turn, slice by slice, then show it; in between, others have their turns.

        The numbers come first here: while the page shows them and asks for more, the pictures are painted.
        """

        def tell():
            self.post(self.news("train", session.trainers.train(lesson)))
            self.turns.wait(paint)

        def paint():
            studio.paint_first(lesson)
            # New numbers at the losses' axes take 15 ms to paint, for which no hand shall wait.
            calm = self.clock() - self.asked > REST
            if calm and session.trainers[lesson].course.told():  # else the picture is as it was
                self.turns.wait(studio.catch_up)

        session.trainers.work(lesson, self.slices, tell, turn)

    def catch_up_later(self, verb):
        """Paint the other pictures soon; while a hand moves a point, not before it rests."""
        self.clear(self.resting)
        if verb in HELD:
            self.resting = self.later(self.catch_up, REST)
        else:
            self.later(self.catch_up, AFTER)

    def news(self, verb, view):
        """What has changed in the view of a lesson since the last one; with rest comes the page's address."""
        now, before = view.as_dict(), self.sent.get(view.lesson, {})
        self.sent[view.lesson] = now
        changed = {field: value for field, value in now.items() if value != before.get(field)}
        if verb == "settle":
            changed["fragment"] = session.fragment(view.lesson)
        return json.dumps({**changed, "lesson": view.lesson, "verb": verb, "loss": view.loss})

    def owes(self, lesson=None):
        """Whether pictures of a lesson, or of any, are still to be painted as it stands."""
        late = studio.owed | studio.waiting
        return lesson in late if lesson else bool(late)

    def stretch(self, lesson, picture, width, height, ratio):
        """A picture gets another size."""
        studio.stretch(lesson, picture, width, height, ratio)

    def dress(self, theme):
        """The pictures get another theme."""
        studio.dress(theme)

    def speak(self, told):
        """The language of the page, before anything is shown: sentences, and typefaces for the pictures."""
        told = json.loads(told)
        translate(told["catalogue"], [base64.b64decode(face) for face in told["typefaces"]])

    def race(self, lesson):
        """What gradient descent makes of the start that the reader's last moves had."""
        return json.dumps(session.race(lesson))

    def restore(self, link):
        """Put everything where a link says; tell what could not be read, and whether it is newer."""
        editor.forget()
        return json.dumps({"ignored": session.restore(link), "newer": decode(link).newer})

    def save(self, lesson, kind, picture, page):
        """A file to take along: an address of this browser's own and a name, or why there is none."""
        js, to_js = self.js, self.ffi.to_js
        try:
            taken = made(lesson, kind, picture, page)
        except Exception as error:
            return json.dumps({"failed": str(error)})
        kind = to_js({"type": taken.type}, dict_converter=js.Object.fromEntries)
        blob = js.Blob.new(to_js([to_js(taken.data)]), kind)
        return json.dumps({"url": js.URL.createObjectURL(blob), "name": taken.name})

    def lock(self, parts):
        """From now on nothing is changed by these parts of a lesson, a JSON list."""
        session.lock(json.loads(parts))

    def code(self, text):
        """The QR code of a text, by segno, which comes with the first one; or how long a text may be."""
        finder.bring("codes", "segno")
        found = codes.code(text)
        return json.dumps(found._asdict() if found else {"most": codes.MOST})

    def points(self, lesson):
        """What the page shows of a lesson's points that can be edited."""
        return json.dumps(editor.state(lesson))

    def find_weight(self, lesson, x, y):
        """Which weight of a model lies under a point of its picture."""
        return json.dumps(weights.find(lesson, x, y))

    def weight_beside(self, lesson, across, down):
        """Which weight lies so many cells from the one that is chosen."""
        return json.dumps(weights.beside(lesson, across, down))
