"""The bridge to the worker: requests go out over it, and views come back."""

import json

import js as window
from js import document
from jsffi import to_js
from polyscript import workers

from page.browser.dom import as_function, guarded
from page.sections import notice
from page.transport.requests import Requests

VERBS = json.loads(document.getElementById("verbs").textContent)  # from downhill/verbs.py: `for_page`
LONGEST = 400_000  # characters of a view


class Bridge:
    """Sends requests to the worker and passes every view to `show`, with the sliders that moved on since.

    A request is a lesson, a verb, and the verb's arguments; it is sent with an id, which its reply brings
    back. Requests and questions wait until their lesson answers: that is when the worker is ready, the
    address restored, and the lesson's canvases transferred. `settled` is called with the view with which a
    lesson has come to rest, `failed` with an error and its lesson, `lit` with a lesson's picture that is on
    its canvas for the first time. Replies aren't trusted: the lesson and verb of a view are those of the
    request (also in web/boot/page/from-worker.js).
    """

    def __init__(self, show, settled, failed, lit):
        self.show = show
        self.settled = settled
        self.failed = failed
        self.lit = lit
        self.post = self.led = None
        self.requests = Requests(VERBS["newest"], VERBS["overtaking"], VERBS["long"])
        self.id, self.sent = 0, {}  # of the last request; lesson and verb of each that is open, by its id
        self.overrun = None  # called if the worker sends unrequested replies; then it is ignored
        self.unanswered, self.signs = 0, 0  # requests; how often the worker has answered or told of a fetch
        self.fetching = False  # whether the worker waits for an archive
        self.asking, self.answers_to = {}, {}  # by the ids of questions: who waits; what came
        self.resting, self.newest = {}, {}  # who waits until a lesson rests; what it was asked for last
        self.answering = []  # lessons
        self.by_hand = []  # called with a lesson before a hand moves something there
        self.early = []  # pairs of a lesson, or None for the page, and who waits until it answers

    async def open(self):
        """Wait for the worker, and open a port to it."""
        await workers.lesson
        channel = window.MessageChannel.new()
        xworker = document.querySelector("script[worker]").xworker
        xworker.postMessage(None, to_js([channel.port2]))
        overrun = as_function(lambda: self.overrun and self.overrun())
        self.post = window.downhillPort(channel.port1, guarded(self.answered), overrun)

    def begin(self, lesson):
        """Let that lesson answer from now on: send what waits for it."""
        self.answering.append(lesson)
        waiting, self.early = self.early, []
        for who, resolve in waiting:
            if who in (lesson, None):
                resolve(None)
            else:
                self.early.append((who, resolve))
        self.pump(lesson)

    def answers(self, lesson):
        """Return whether that lesson already answers."""
        return lesson in self.answering

    async def answer_of(self, lesson, told=False):
        """Wait until that lesson answers; `None` means any. With `told`, tell the reader about the wait."""
        if not (self.answering if lesson is None else self.answers(lesson)):
            if told:
                notice.waits(lesson)
            await window.Promise.new(lambda resolve, reject: self.early.append((lesson, resolve)))

    def is_free(self, lesson):
        """Return whether a request of that lesson would be answered at once."""
        return lesson in self.answering and self.requests.is_free(lesson)

    def tell(self, lesson, verb, *what):
        """Queue a request."""
        if verb in VERBS["by_hand"] and lesson in self.answering:
            for hear in self.by_hand:
                hear(lesson)
        self.newest[lesson] = verb
        self.requests.add(lesson, verb, *what)
        if lesson not in self.answering:
            notice.waits(lesson, verb)
        elif verb != "settle":
            notice.acted(lesson)
        self.pump(lesson)

    async def send(self, lesson, *what):
        """Queue a request, and wait until all of that lesson's are answered."""
        self.tell(lesson, *what)
        await self.still(lesson)

    async def settle(self, lesson):
        """Settle a lesson after its run has stopped, unless that was done already."""
        if self.newest[lesson] != "settle":
            await self.send(lesson, "settle")

    async def still(self, lesson):
        """Wait until all of a lesson's requests are answered."""
        if not self.is_free(lesson):
            await window.Promise.new(lambda resolve, reject: self.when_free(lesson, resolve))

    async def lead(self, lesson, *what):
        """Send a request before the lessons answer, ahead of all others, and wait for its reply."""
        self.put(*self.requests.lead(lesson, *what))
        await window.Promise.new(lambda resolve, reject: setattr(self, "led", resolve))

    def when_free(self, lesson, resolve):
        """Call `resolve` as soon as all of a lesson's requests are answered."""
        self.resting.setdefault(lesson, []).append(resolve)

    def pump(self, lesson):
        """Send the next request, if it is allowed to go."""
        request = self.requests.next(lesson) if lesson in self.answering else None
        if request:
            self.put(*request)

    def put(self, *request):
        """Send a request; returns its id."""
        self.id += 1
        self.sent[self.id] = request[:2]
        self.unanswered += 1
        self.post(json.dumps((self.id,) + request))  # noqa: RUF005  MicroPython has no other way
        return self.id

    def answered(self, text, file):
        """Handle a message: what is new in a view or why it failed, a lit canvas, or a file."""
        news = json.loads(text)
        if "lit" in news:
            self.lit(news["lesson"], news["lit"])
            return
        self.signs += 1
        if "fetching" in news:
            self.fetching = news["fetching"]
            return
        id = news["id"]
        lesson, verb = news["lesson"], news["verb"] = self.sent.pop(id)
        self.unanswered -= 1
        if id in self.asking:
            self.answers_to[id] = news, file
            self.asking.pop(id)(None)
            return
        self.requests.answered(lesson, verb)
        try:
            if len(text) > LONGEST:
                raise RuntimeError("a view of " + str(len(text)) + " characters")
            if "failed" in news:
                raise RuntimeError(news["error"] + ": " + news["failed"])
            self.show(news, self.requests.moving(lesson))
        except Exception as error:
            self.failed(error, lesson)
        if self.led:
            led, self.led = self.led, None
            led(None)
        self.pump(lesson)
        if self.is_free(lesson):
            self.rest(lesson, verb, news)

    def rest(self, lesson, verb, news):
        """Notify those who were waiting for the lesson to rest."""
        try:
            if verb == "settle" and "failed" not in news:
                self.settled(news)
        except Exception as error:
            self.failed(error, lesson)
        notice.rested(lesson)
        for resolve in self.resting.pop(lesson, ()):
            resolve(None)

    async def ask(self, lesson, verb, *arguments):
        """Ask a question about a lesson, or about the page (`None`), as soon as it can be answered.

        Returns the answer, or a file and its name. Raises `RuntimeError`, with the reason, if it failed.
        """
        await self.answer_of(lesson, verb in VERBS["waits"])
        return await self.ask_now(lesson, verb, *arguments)

    async def ask_now(self, lesson, verb, *arguments):
        """Ask while the page starts: the worker is there, no lesson answers yet."""
        id = self.put(lesson, verb, *arguments)
        await window.Promise.new(lambda resolve, reject: self.asking.update({id: resolve}))
        found, file = self.answers_to.pop(id)
        if "failed" in found:
            raise RuntimeError(found["failed"])
        return (file, found["answer"]["name"]) if file else found["answer"]


def breath():
    """Return a promise that lets everything else have a turn first, even on a hidden page."""
    return window.Promise.new(lambda resolve, reject: window.setTimeout(resolve, 0))


def next_frame():
    """A promise for the browser's next frame."""
    return window.Promise.new(window.requestAnimationFrame)
