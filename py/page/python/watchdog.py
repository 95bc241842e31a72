"""Watches readers' code while it runs: if the worker stops answering, the page reloads itself.
 It also does that if the page's own code must run again and a reader's may have left something behind. The
page comes back as it was, with the code not running (`page/browser/carry.py`).
"""

import json

from page.browser.carry import carry
from page.browser.dom import as_function, window
from page.browser.numbers import short

LOOK, LONG, LAST = 250, 1000, 3000  # ms: how often it looks, when Stop is offered, when it stops by itself
FETCHING = 15000  # ms: when it stops by itself while Python waits for an archive that is imported
USUAL = 15  # seconds: the page's patience with its start; a longer one (`?patience=`) stretches these
AT_WORK = ("running", "changed", "mistaken")  # states in which a reader's functions may be called


class Watchdog:
    """Watches the bridge while a reader's code may be at work, in any of the lessons."""

    def __init__(self, bridge, location, sections):
        self.bridge, self.location, self.sections = bridge, location, sections
        self.watched, self.last, self.timer = [], None, 0
        self.told = ""  # what the place for the message about a long run said before
        self.known, self.looks = 0, 0  # signs of the worker that had come, and how often it was looked since
        self.look = as_function(self.looked)
        self.larger = window.downhillGuard.patience / USUAL

    def watch(self, editing):
        """Watch that editor's code from now on."""
        if editing not in self.watched:
            self.watched.append(editing)
        self.last = editing
        if not self.timer:
            self.timer = window.setInterval(self.look, LOOK)

    def looked(self):
        """Check how long the worker hasn't answered."""
        editing, waited = self.blamed(), self.waited()
        for each in self.watched:
            self.offer(each, each == editing and waited >= LONG)
        last = FETCHING if self.bridge.fetching else LAST
        if editing and waited >= last * self.larger:
            self.stop(editing)

    def offer(self, editing, long):
        """Show an editor's Stop button, with the reason, or hide both again."""
        button = editing.element.querySelector("[data-code-do=stop]")
        if button.hidden != long:
            return
        button.hidden = not long
        if long:
            self.told = editing.parts["came"].textContent
            editing.put("came", editing.word("long"))
        elif editing.parts["came"].textContent == editing.word("long"):
            editing.put("came", self.told)

    def blamed(self):
        """Return the editor whose code keeps the worker from answering, or None."""
        running = [each for each in self.watched if each.panel.dataset.codeState in AT_WORK]
        busy = [each for each in running if self.bridge.requests.is_answering(each.section.id)]
        if busy:
            return busy[0]
        return self.last if self.last in running and self.bridge.asking else None

    def waited(self):
        """Return for how many ms the worker hasn't answered, counted in checks that a busy machine delays."""
        if not self.bridge.unanswered or self.known != self.bridge.signs:
            self.known, self.looks = self.bridge.signs, -1
        self.looks += 1
        return self.looks * LOOK

    def stop(self, editing=None):
        """Stop what runs, and reload the page."""
        editing = editing or self.last
        window.clearInterval(self.timer)
        self.keep_place(editing.section)
        carry("stopped", editing.section.id, editing.editor.text(), editing.foreign)

    def restore(self, editing, experiment):
        """Reload with the page's own code in that editor; the reader's can be brought back."""
        window.clearInterval(self.timer)
        self.keep_place(editing.section, ("code", "code~"))
        left = {"text": editing.editor.text(), "experiment": experiment, "drafts": editing.drafts.texts}
        carry("restored", editing.section.id, json.dumps(left), editing.foreign)

    def loses_steps(self):
        """Return whether a link can't hold all steps of a model: too many, or taken by a reader's code."""
        self.location.write()
        said = window.location.hash.split("&")
        models = [section for section in self.sections.values() if section.is_model]
        steps = [(model.id, model.last.get("steps", 0)) for model in models]
        return any(count and id + ".steps=" + str(count) not in said for id, count in steps)

    def keep_place(self, section, without=()):
        """Write the sliders' values into the address: a run or a hand may have moved them since.

        The lesson's settings named in `without` are removed.
        """
        self.location.write()
        place, _, said = window.location.hash[1:].partition("&")
        begins = section.id + "."
        rows = getattr(section, "rows", {})  # a model has none
        names = [begins + name for name in list(rows) + list(without)]
        kept = [part for part in said.split("&") if part and part.split("=")[0] not in names]
        values = [begins + row.name + "=" + short(row.value) for row in rows.values()]
        if values or without:
            self.location.replace("&".join([place or section.id] + (kept or ["v=2"]) + values))
