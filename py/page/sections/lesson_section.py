"""What the sections of all lessons share: texts, states, rate, challenge, table, and the frame counter."""

import math

from page.browser.dom import every, put
from page.sections.challenge import Panel
from page.sections.table import Table
from page.sections.ways import Way, show_python, show_rule
from page.sections.worked_out import WorkedOut


class LessonSection:
    """A section of the page with a lesson in it. `last` is the newest view, all its fields together."""

    code_shown = None  # called with the section and what a view tells of a reader's code
    values_shown = None  # called with the section where what its lines work out, or its code, is new
    way_changed = None  # called with the section where another way downhill is shown
    STATES = ()  # fields of a view that the style sheet asks for, as `data-…`

    def __init__(self, element):
        self.element, self.id = element, element.id
        self.parts = {part.dataset.show: part for part in every("[data-show]", element)}
        self.rate = element.querySelector("input[name=rate]")
        self.rate_output = element.querySelector(".rate output")
        self.presets = every("[data-preset]", element)
        self.play = element.querySelector("[data-action=play]")
        self.table, self.challenge = Table(element), Panel(element)
        self.worked_out = WorkedOut(element)
        self.way = Way(element)
        self.last, self.frame, self.switches = {}, 0, ()

    def show_common(self, news):
        """Show what is new of what all lessons have, but for the rate."""
        for field, part in self.parts.items():
            if field in news:
                put(part, str(news[field]))
        for field in self.STATES:
            if field in news:
                self.element.setAttribute("data-" + field, str(news[field]).lower())
        if "way" in news and self.way.show(news["way"]):
            show_python(self.element, news["way"]["name"])
            show_rule(self.element, news["way"]["name"])
            self.worked_out.look()
            self.way_changed(self)
        if "python" in news:
            self.worked_out.show(news["python"])
        if "code" in news:
            self.code_shown(self, news["code"])
        if "python" in news or "code" in news:
            self.values_shown(self)
        if "challenge" in news:
            self.challenge.show(news["challenge"])
        if "preset" in news:
            for button in self.presets:
                button.ariaPressed = "true" if button.dataset.preset == news["preset"] else "false"

    def known(self, choices):
        """Names and options of the switches. The names are those of the first view, before any code ran."""
        self.switches = self.switches or list(choices)
        return [(name, str(choices[name])) for name in self.switches]

    def count_frame(self, news):
        """Note in the document that all of a view is shown, with its loss."""
        if not self.frame:
            self.element.setAttribute("data-live", "")
        self.frame += 1
        data = self.element.dataset
        data.loss, data.frame = repr(news["loss"]), str(self.frame)

    def show_rate(self):
        """The learning rate at its slider, whose scale is logarithmic, with the ends of its way."""
        self.rate.min, self.rate.max = power(self.last["rate_low"]), power(self.last["rate_high"])
        self.rate.value = power(self.last["rate"])
        self.rate.setAttribute("aria-valuetext", self.last["rate_shown"])
        put(self.rate_output, self.last["rate_shown"])

    def picked_rate(self):
        """Return the learning rate of the slider, to three digits."""
        return float("%.3g" % 10 ** float(self.rate.value))

    def show_playing(self, playing, word):
        """Make the button say what it does next."""
        self.play.setAttribute("aria-pressed", "true" if playing else "false")
        self.play.querySelector(".word").textContent = word


def power(rate):
    """A learning rate as its slider has it: the power of ten, as a text."""
    return str(round(math.log10(rate), 4))


def warn(box, note, text):
    """Say under a number box what was wrong with a typed value; '' when all is well."""
    note.textContent, note.hidden = text, not text
    box.setAttribute("aria-invalid", "true" if text else "false")
