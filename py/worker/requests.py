"""Answers the page's requests, and takes over its canvases. Runs in Pyodide.
 The snapshot holds this module and everything it imports, so JavaScript is passed in when a handler is
created.
"""

import json
import sys
from functools import partial

from worker.archives import finder
from worker.canvas import CanvasWriter
from worker.stand_in_names import MODULES
from worker.stand_ins import standing_in
from worker.yielding import MessageYield

with standing_in(MODULES if sys.platform == "emscripten" else ()):
    from worker.late_colours import postpone

    postpone()
    from downhill.app import dispatcher, session, studio
from downhill.studio.save import SavedFile
from downhill.studio.studio import FIRST, HELD
from downhill.training.time_slices import Slices
from downhill.verbs import known

AFTER = 6  # ms that the page gets the processor to itself, to show what has been painted
REST = 200  # ms that a hand holding a point must rest before the other pictures follow
QUIET = 120  # ms without a request before slow pictures are painted
LATE = 1000  # ms without a request before pictures far from the window are painted
written = json.JSONEncoder(ensure_ascii=False).encode  # MicroPython can't join the halves of an escaped emoji


class RequestHandler:
    """Answers requests from a port, each a JSON list: its id, a lesson, a verb, its arguments.

    The reply to a verb is what is new in its lesson's view, to a question its `answer`, or for either why it
    `failed`; the reply with a file is a pair, an answer with its `name`, and the file. `js` and `ffi` are
    Pyodide's modules `js` and `pyodide.ffi`.
    """

    def __init__(self, js, ffi):
        self.js, self.ffi = js, ffi
        self.later, self.clear = js.setTimeout, js.clearTimeout
        self.turns = MessageYield(js, ffi)
        self.clock = js.performance.now
        self.slices = Slices(self.clock, self.turns.wait)
        self.paint_pending = ffi.create_proxy(studio.paint_pending)
        self.paint_slow = ffi.create_proxy(studio.paint_slow)
        self.paint_late = ffi.create_proxy(self.paint_far)
        self.resting = self.quiet = self.late = 0  # timers
        self.asked = -REST  # when a verb was last answered, in ms
        self.sent = {}
        self.read = json.JSONDecoder().raw_decode  # `json.loads` would also look for whitespace around it

    def receive(self, event):
        """Take over the port for requests, or a canvas with its settings.

        A canvas is painted with the first `look` at its lesson, or now if that came earlier.
        """
        if event.ports.length:
            self.open_port(event.ports[0])
            return
        given = event.data
        lit = partial(self.announce_lit, given.lesson, given.picture)
        studio.set_theme(given.theme)
        studio.attach_canvas(given.lesson, given.picture, CanvasWriter(self.js, self.ffi, given.canvas, lit))
        show = studio.resize if given.lesson in self.sent else studio.fit
        show(given.lesson, given.picture, given.width, given.height, given.ratio, given.far)

    def announce_lit(self, lesson, picture, moment):
        """Report that the first frame is on a canvas; the page can hide its placeholder."""
        self.post(written({"lesson": lesson, "lit": picture}))

    def announce_fetching(self, fetching):
        """Report that Python starts or stops waiting for an archive, so that no reader's code is blamed."""
        self.post(written({"fetching": fetching}))

    def open_port(self, port):
        """Answer every request over a port."""
        self.post = port.postMessage
        finder.tell = self.announce_fetching
        self.js.downhillListen(port, self.ffi.create_proxy(self.answer))

    def answer(self, text):
        """Answer one request."""
        (id, lesson, name, *arguments), _ = self.read(text)
        try:
            verb = known(name)
            if verb.archive:
                finder.bring(verb.archive, name)
            if verb.question:
                self.tell(id, lesson, verb, *arguments)
            elif verb.long and not dispatcher.refuses(lesson, verb):
                self.train(id, lesson, verb, *arguments)
            else:
                self.change(id, lesson, verb, *arguments)
        except Exception as error:
            failed = {"failed": str(error), "error": type(error).__name__}
            self.post(written({"id": id, "lesson": lesson, "verb": name, **failed}))
        self.clear(self.late)
        if studio.canvases.late():
            self.late = self.later(self.paint_late, LATE)

    def change(self, id, lesson, verb, *arguments):
        """Change something, paint it, then describe it: the page relies on pixels coming first."""
        try:
            mistake = dispatcher.change(lesson, verb, *arguments)
            studio.paint(lesson, dispatcher.plan(lesson, verb))
            self.post(self.news(id, verb, session.view(lesson, mistake)))
        finally:
            self.asked = self.clock()
            self.paint_later(verb)

    def train(self, id, lesson, verb, turn, *limits):
        """Train a model for a turn, in ms, as far as the `limits` of the verb allow, then show it.

        It goes slice by slice; in between, others have their turns. The numbers come first here: while the
        page shows them and asks for more, the pictures are painted.
        """

        def tell():
            self.post(self.news(id, verb, session.view(lesson)))
            self.turns.wait(paint)

        def paint():
            studio.paint(lesson, FIRST)
            if not session.is_training(lesson):  # it has settled meanwhile: no other turn paints the rest
                self.paint_later(verb)
                return
            # New numbers at the losses' axes take 15 ms to paint; no hand should wait for that.
            calm, trainer = self.clock() - self.asked > REST, session.trainer(lesson)
            if not limits and trainer.turns % 2:
                return  # without a tempo, every other turn is often enough
            if calm and trainer.course.has_news():  # else the picture is as it was
                self.turns.wait(studio.paint_pending)
            else:
                self.turns.wait(partial(studio.paint_lively, lesson))

        verb.handler(session, lesson, self.slices, tell, turn, *limits)

    def tell(self, id, lesson, verb, *arguments):
        """Answer a question."""
        found = dispatcher.answer(lesson, verb, *arguments)
        if isinstance(found, SavedFile):
            told = written({"id": id, "answer": {"name": found.name}})
            self.post(self.ffi.to_js([told, self.blob(found)]))
        else:
            self.post(written({"id": id, "answer": found}))

    def blob(self, file):
        """Return a file as a Blob. The page makes its address, since not all browsers can open a worker's."""
        js, to_js = self.js, self.ffi.to_js
        kind = to_js({"type": file.type}, dict_converter=js.Object.fromEntries)
        return js.Blob.new(to_js([to_js(file.data)]), kind)

    def paint_later(self, verb):
        """Paint the other pictures soon; while a hand moves a point, only once it rests."""
        if studio.pending:
            self.clear(self.resting)
            if verb.paint == HELD:
                self.resting = self.later(self.paint_pending, REST)
            else:
                self.later(self.paint_pending, AFTER)
        if studio.waiting:
            self.clear(self.quiet)
            self.quiet = self.later(self.paint_slow, QUIET)

    def paint_far(self):
        """Paint what is far from the window, one picture after the other, as nothing was requested lately."""
        if studio.paint_late():
            self.late = self.later(self.paint_late, AFTER)

    def news(self, id, verb, view):
        """Return what has changed in a lesson's view since the last; with `settle`, the page's address."""
        now, before = view.as_dict(), self.sent.get(view.lesson, {})
        self.sent[view.lesson] = now
        changed = {field: value for field, value in now.items() if value != before.get(field)}
        if verb.name == "settle":
            changed["fragment"] = session.fragment(view.lesson)
        return written({**changed, "id": id, "lesson": view.lesson, "verb": verb.name, "loss": view.loss})
