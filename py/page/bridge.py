"""The bridge to the worker: a line of requests for every lesson, of which only the newest moves are sent."""

import json

from pyscript import document, window, workers
from pyscript.ffi import create_proxy, to_js

NEWEST = (
    "move",
    "set_rate",
    "rewind",
    "drag",
    "choose_weight",
)  # verbs of which only the newest in a row matters


def moved(request):
    """The name of the slider that a request has moved."""
    return request[2] if request[1] == "move" else "scrub"


class Bridge:
    """Asks the worker and hands every view to `show`, with the sliders that have moved on since.

    A request is a lesson, a verb, and what the verb takes. Until the worker is there, requests wait.
    `settled` hears of a view with which a lesson has come to rest, `failed` of an error.
    """

    def __init__(self, show, settled, failed):
        self.show = show
        self.settled = settled
        self.failed = failed
        self.worker = self.post = None
        self.waiting = {}
        self.busy = {}
        self.resting = {}

    async def open(self):
        """Wait for the worker, and open a line to it."""
        self.worker = await workers["lesson"]
        channel = window.MessageChannel.new()
        channel.port1.onmessage = create_proxy(self.answered)
        xworker = document.querySelector("script[worker]").xworker
        xworker.postMessage(None, to_js([channel.port2]))
        self.post = channel.port1.postMessage.bind(channel.port1)

    def is_free(self, lesson):
        """Whether the worker is there and a request of that lesson would be answered at once."""
        return self.post is not None and lesson not in self.busy and not self.waiting.get(lesson)

    def tell(self, *request):
        """Put a request in the line. A newer move of a slider replaces one that waits."""
        lesson, verb = request[:2]
        line = self.waiting.setdefault(lesson, [])
        if line and verb in NEWEST and line[-1][:-1] == request[:-1]:
            line.pop()
        line.append(request)
        self.pump(lesson)

    async def send(self, lesson, *what):
        """Put a request in the line, and wait until all of that lesson's are answered."""
        self.tell(lesson, *what)
        if not self.is_free(lesson):
            await window.Promise.new(lambda resolve, reject: self.when_free(lesson, resolve))

    def when_free(self, lesson, resolve):
        """Call `resolve` as soon as nothing of a lesson waits for an answer."""
        self.resting.setdefault(lesson, []).append(resolve)

    def pump(self, lesson):
        """Send the request that is next, unless one of that lesson is still being answered."""
        line = self.waiting.get(lesson)
        if line and self.post is not None and lesson not in self.busy:
            self.busy[lesson] = line.pop(0)
            self.post(json.dumps(self.busy[lesson]))

    def answered(self, event):
        """An answer of the worker: what is new in a lesson's view, or why there is none."""
        news = json.loads(event.data)
        lesson = news["lesson"]
        try:
            if "failed" in news:
                raise RuntimeError(news["failed"])
            self.show(news, [moved(late) for late in self.waiting[lesson] if late[1] in ("move", "rewind")])
        except Exception as error:
            self.failed(error)
        verb = self.busy.pop(lesson)[1]
        if self.waiting[lesson]:
            self.pump(lesson)
        else:
            self.rest(lesson, verb, news)

    def rest(self, lesson, verb, news):
        """Nothing waits any more: tell those who have waited for that."""
        if verb == "settle" and "failed" not in news:
            self.settled(news)
        for resolve in self.resting.pop(lesson, ()):
            resolve(None)

    async def ask(self, verb, *arguments):
        """Ask for something that is not a view."""
        return await getattr(self.worker, verb)(*arguments)


def next_frame():
    """A promise for the browser's next frame."""
    return window.Promise.new(window.requestAnimationFrame)
