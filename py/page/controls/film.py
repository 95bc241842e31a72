"""Passes the film's requests to the worker: its script dispatches an event, and is called back with the
answer.
"""

import json

from page.browser.dom import every, listen

QUESTIONS = "film_says", "fact", "text_link", "average"
MODEL = "steps", "outcome", "prompt", "landmark", "stopped", "loss", "copy", "mistake"  # of a model's view


class Film:
    """Receives the requests of all lessons' films, and sends them over the bridge."""

    def __init__(self, sections, bridge):
        self.sections = sections
        self.bridge = bridge
        for element in every("section.lesson[data-film]"):
            listen(element, "downhill:ask", self.asked)

    async def asked(self, event):
        """Handle a request: a question gets its answer, a verb gets the state of the run after it."""
        lesson = event.target.id
        verb, *what = json.loads(event.detail.request)
        done = event.detail.done
        if verb in QUESTIONS:
            answer = None  # if the question fails, the film stops instead of waiting
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
