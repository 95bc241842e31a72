"""The bridge to the worker: a line of requests for every lesson, of which only the newest moves are sent."""

import json

from pyscript import window, workers


class Bridge:
    """Asks the worker and hands every view to `show`, with the sliders that have moved on since.

    Until the worker is there, requests wait. `settled` hears of a lesson that has come to rest.
    """

    def __init__(self, show, settled, failed):
        self.show = show
        self.settled = settled
        self.failed = failed
        self.worker = None
        self.waiting = {}
        self.busy = set()

    async def open(self):
        """Wait for the worker."""
        self.worker = await workers["lesson"]

    def is_free(self, lesson):
        """Whether the worker is there and a request of that lesson would be answered at once."""
        return self.worker is not None and lesson not in self.busy and not self.waiting.get(lesson)

    async def send(self, lesson, verb, *arguments):
        """Ask for something and show the view that comes back."""
        self.early(lesson, verb, *arguments)
        await self.pump(lesson)

    def early(self, lesson, verb, *arguments):
        """Put a request in the line without waiting. A newer move of a slider replaces one that waits."""
        line = self.waiting.setdefault(lesson, [])
        if line and verb in ("move", "set_rate") and line[-1][:2] == (verb, arguments[:-1]):
            line.pop()
        line.append((verb, arguments[:-1], arguments[-1:]))

    async def pump(self, lesson):
        """Answer what waits for a lesson, one after the other."""
        if self.worker is None or lesson in self.busy:
            return
        self.busy.add(lesson)
        try:
            line = self.waiting.setdefault(lesson, [])
            while line:
                verb, first, last = line.pop(0)
                view = json.loads(await getattr(self.worker, verb)(lesson, *first, *last))
                self.show(view, [late[1][0] for late in line if late[0] == "move"])
                if verb == "settle" and not line:
                    self.settled(view)
        except Exception as error:
            self.failed(error)
        finally:
            self.busy.discard(lesson)

    async def ask(self, verb, *arguments):
        """Ask for something that is not a view."""
        return await getattr(self.worker, verb)(*arguments)


def next_frame():
    """A promise for the browser's next frame."""
    return window.Promise.new(window.requestAnimationFrame)
