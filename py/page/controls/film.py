"""The film of a lesson asks the worker: its script dispatches an event, and is called back with the
answer.
"""

import json

from page.browser.dom import every, listen

QUESTIONS = "film_says", "fact"
MODEL = "steps", "outcome", "prompt", "landmark", "stopped", "loss", "copy"  # of a model's view


class Film:
    """Hears of what the films of all lessons ask for, and sends it over the bridge."""

    def __init__(self, sections, bridge):
        self.sections = sections
        self.bridge = bridge
        for element in every("section.lesson[data-film]"):
            listen(element, "downhill:ask", self.asked)

    async def asked(self, event):
        """Something is asked: a question is answered, of a verb comes how the run stands then."""
        lesson = event.target.id
        verb, *what = json.loads(event.detail.request)
        done = event.detail.done
        if verb in QUESTIONS:
            answer = None  # what the film breaks at, and doesn't wait for, where the question does
            try:
                answer = await self.bridge.ask(lesson, verb, *what)
            finally:
                done(json.dumps(answer))
            return
        await self.bridge.send(lesson, verb, *what)
        last = self.sections[lesson].last
        stands = {"finished": bool(last.get("finished")), "steps": last.get("machine_steps", 0)}
        stands.update({name: last[name] for name in MODEL if name in last})
        done(json.dumps(stands))
