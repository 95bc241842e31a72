"""The bridge to the worker: requests go out over it, and views come back."""

import json

import js as window
from js import document
from jsffi import create_proxy, to_js
from polyscript import workers

from page.requests import Requests


class Bridge:
    """Asks the worker and hands every view to `show`, with the sliders that have moved on since.

    A request is a lesson, a verb, and what the verb takes. Until the worker is there, requests wait.
    `settled` hears of a view with which a lesson has come to rest, `failed` of an error, `lit` of a lesson's
    picture that is on its canvas for the first time.
    """

    def __init__(self, show, settled, failed, lit):
        self.show = show
        self.settled = settled
        self.failed = failed
        self.lit = lit
        self.worker = self.post = None
        self.requests = Requests()
        self.resting = {}

    async def open(self):
        """Wait for the worker, and open a line to it."""
        self.worker = await workers.lesson
        channel = window.MessageChannel.new()
        channel.port1.onmessage = create_proxy(self.answered)
        xworker = document.querySelector("script[worker]").xworker
        xworker.postMessage(None, to_js([channel.port2]))
        self.post = channel.port1.postMessage.bind(channel.port1)

    def is_free(self, lesson):
        """Whether the worker is there and a request of that lesson would be answered at once."""
        return self.post is not None and self.requests.is_free(lesson)

    def tell(self, *request):
        """Put a request in the line."""
        self.requests.add(*request)
        self.pump(request[0])

    async def send(self, lesson, *what):
        """Put a request in the line, and wait until all of that lesson's are answered."""
        self.tell(lesson, *what)
        if not self.is_free(lesson):
            await window.Promise.new(lambda resolve, reject: self.when_free(lesson, resolve))

    def when_free(self, lesson, resolve):
        """Call `resolve` as soon as nothing of a lesson waits for an answer."""
        self.resting.setdefault(lesson, []).append(resolve)

    def pump(self, lesson):
        """Send the request that is next, if it may go."""
        request = self.requests.next(lesson) if self.post is not None else None
        if request:
            self.post(json.dumps(request))

    def answered(self, event):
        """An answer of the worker: what is new in a view or why there is none, or a lit canvas."""
        news = json.loads(event.data)
        if "lit" in news:
            self.lit(news["lesson"], news["lit"])
            return
        lesson, verb = news["lesson"], news["verb"]
        try:
            if "failed" in news:
                raise RuntimeError(news["failed"])
            self.show(news, self.requests.moving(lesson))
        except Exception as error:
            self.failed(error)
        self.requests.answered(lesson, verb)
        self.pump(lesson)
        if self.is_free(lesson):
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


def breath():
    """A promise that lets everybody else have a turn first, on a page that is not being looked at, too."""
    return window.Promise.new(lambda resolve, reject: window.setTimeout(resolve, 0))


def next_frame():
    """A promise for the browser's next frame."""
    return window.Promise.new(window.requestAnimationFrame)
