"""The lessons' sections of the page: their parts looked up once, and a view put into them."""

import math

from page.dom import every, root, window
from page.numbers import decimals, shown

ARROWS = {-1: "\u25c2", 0: "\u25aa", 1: "\u25b8"}


class Row:
    """One slider with its number box, its name and the sign that says where downhill is."""

    def __init__(self, element):
        self.element = element
        self.range = element.querySelector("input[type=range]")
        self.box = element.querySelector("input.box")
        self.downhill = element.querySelector(".downhill")
        self.note = element.querySelector(".note")
        self.name = self.range.name
        self.label = element.querySelector("label").textContent
        self.step = float(self.range.step)
        self.low = float(self.range.min)
        self.high = float(self.range.max)
        self.places = decimals(self.range.step)

    def text(self, value):
        """A value as the number box shows it."""
        return shown(value, self.places)

    def echo(self, value):
        """Show a value that was set by hand, before anybody has measured it."""
        self.box.value = self.text(value)

    def warn(self, text):
        """Say what was wrong with a typed value; '' when all is well."""
        self.note.textContent = text
        self.note.hidden = not text
        self.box.setAttribute("aria-invalid", "true" if text else "false")


class Section:
    """A lesson on the page."""

    def __init__(self, element):
        self.element = element
        self.id = element.id
        self.rows = {row.name: row for row in map(Row, every(".slider", element))}
        self.rate = element.querySelector("input[name=rate]")
        self.rate_output = element.querySelector(".rate output")
        self.play = element.querySelector("[data-action=play]")
        self.parts = {part.dataset.show: part for part in every("[data-show]", element)}
        self.cells = [every("td, th", row) for row in every("table.live tbody tr", element)]
        self.frame = 0
        self.last = {}

    def show(self, view, moved_on=()):
        """Put a view on the page. Only what has changed since the last one is touched."""
        for name, row in view["rows"].items():
            if name not in moved_on and row != self.last.get("rows", {}).get(name):
                self.show_row(self.rows[name], row)
        for key, text in self.texts(view).items():
            if key in self.parts and self.parts[key].textContent != text:
                self.parts[key].textContent = text
        if view["table"] != self.last.get("table"):
            self.show_table(view["table"])
        if view["choices"] != self.last.get("choices"):
            self.show_choices(view["choices"])
        self.show_rate(view)
        data = self.element.dataset
        data.mover, data.solved, data.verdict = view["mover"], str(view["solved"]).lower(), view["verdict"]
        self.last = view
        self.frame += 1
        data.loss, data.frame = repr(view["loss"]), str(self.frame)

    def texts(self, view):
        """The view's texts under the names that the page's parts carry."""
        return {
            "loss": view["loss_shown"],
            "sentence": view["sentence"],
            "said": view["said"],
            "hand": str(view["hand_moves"]),
            "machine": str(view["machine_steps"]),
        }

    def show_row(self, row, seen):
        """One slider: thumb, number, what is spoken, and the sign downhill."""
        row.range.value = str(seen["value"])
        row.range.setAttribute("aria-valuetext", seen["spoken"])
        if window.document.activeElement != row.box:
            row.echo(seen["value"])
        row.downhill.textContent = ARROWS[seen["downhill"]] + "\u2009" + seen["slope"]
        row.downhill.setAttribute("data-way", str(seen["downhill"]))
        row.downhill.setAttribute("aria-label", seen["downhill_spoken"])

    def show_table(self, rows):
        """The table's cells."""
        for cells, texts in zip(self.cells, rows):
            for cell, text in zip(cells, texts):
                if cell.textContent != text:
                    cell.textContent = text

    def show_choices(self, choices):
        """Which variants are chosen, and what is written for them only."""
        for name, option in choices.items():
            self.element.setAttribute("data-" + name, option)
            for radio in every('input[type=radio][data-choice="' + name + '"]', self.element):
                radio.checked = radio.value == option
        for part in every("[data-only]", self.element):
            part.hidden = part.dataset.only not in choices.values()

    def show_rate(self, view):
        """The learning rate's slider, on a logarithmic scale between the variant's ends."""
        ends = (view["rate_low"], view["rate_high"])
        if ends != (self.last.get("rate_low"), self.last.get("rate_high")):
            self.rate.min, self.rate.max = (str(round(math.log10(end), 4)) for end in ends)
        if view["rate"] != self.last.get("rate"):
            self.rate.value = str(round(math.log10(view["rate"]), 4))
            self.rate.setAttribute("aria-valuetext", view["rate_shown"])
            self.rate_output.textContent = view["rate_shown"]


def sections():
    """All lessons of the page by their ids, in order."""
    return {section.id: section for section in map(Section, every("section.lesson"))}


def is_ready():
    """Whether Python is up."""
    return root.dataset.python == "ready"
