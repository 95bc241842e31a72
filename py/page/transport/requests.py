"""The queue of requests to the worker: one at a time per lesson, and only the newest of waiting moves."""


class Requests:
    """The waiting requests, and the verbs of those being answered, by lesson.

    A request is a lesson, a verb, and the verb's arguments. Of several in a row whose verb is among `newest`,
    only the last one counts. Those among `overtaking` may overtake one that is among `long`.
    """

    def __init__(self, newest, overtaking, long):
        self.newest, self.overtaking, self.long = newest, overtaking, long
        self.waiting, self.asked = {}, {}

    def add(self, *request):
        """Queue a request. A newer move of a slider replaces a waiting one."""
        lesson, verb = request[:2]
        line = self.waiting.setdefault(lesson, [])
        if line and verb in self.newest and line[-1][:-1] == request[:-1]:
            line.pop()
        line.append(request)

    def next(self, lesson):
        """Return the request that can be sent now, if there is one."""
        line, asked = self.waiting.get(lesson), self.asked.setdefault(lesson, [])
        if not line or (asked and not self.overtakes(line[0][1], asked)):
            return None
        asked.append(line[0][1])
        return line.pop(0)

    def overtakes(self, verb, asked):
        """Return whether a request may go out while those verbs are being answered."""
        return len(asked) == 1 and asked[0] in self.long and verb in self.overtaking

    def lead(self, *request):
        """Record a request that is sent now, ahead of the waiting ones."""
        self.asked.setdefault(request[0], []).append(request[1])
        return request

    def answered(self, lesson, verb):
        """Record that the worker has answered a request."""
        self.asked[lesson].remove(verb)

    def is_free(self, lesson):
        """Return whether a request of that lesson would be sent at once."""
        return not self.asked.get(lesson) and not self.waiting.get(lesson)

    def is_answering(self, lesson):
        """Return whether a request of that lesson was sent and isn't answered yet."""
        return bool(self.asked.get(lesson))

    def moving(self, lesson):
        """Return the names of the sliders that have moved on since the last request was sent."""
        line = self.waiting.get(lesson, ())
        return [late[2] if late[1] == "move" else "scrub" for late in line if late[1] in ("move", "rewind")]
