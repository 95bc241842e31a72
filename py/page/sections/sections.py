"""The lessons' sections of the page: their parts looked up once, and a view put into them."""

from page.browser.dom import every, made, put, window
from page.browser.numbers import decimals, short, shown
from page.sections.compare import Runs
from page.sections.entries import Entries
from page.sections.lesson_section import LessonSection, warn
from page.sections.worked_out import Formulas

ARROWS = {-1: "\u25c2", 0: "\u25aa", 1: "\u25b8"}


class Row:
    """One slider with its number box, its name and the sign that says where downhill is."""

    def __init__(self, element):
        self.element = element
        self.range = element.querySelector("input[type=range]")
        self.box = element.querySelector("input.box")
        self.unit = element.querySelector(".unit")
        self.downhill = element.querySelector(".downhill")
        self.note = element.querySelector(".note")
        self.name = self.range.name
        self.label = element.querySelector("label").textContent
        self.fit()
        self.value = float(self.range.value)
        self.warned = self.spoken = ""

    def fit(self):
        """Read the slider's ends and its step."""
        self.step = float(self.range.step)
        self.low = float(self.range.min)
        self.high = float(self.range.max)
        self.places = decimals(self.range.step)

    def set_ends(self, ends):
        """Other ends, another step and unit, as after another choice. True when any is another."""
        slider = self.range
        if [self.low, self.high, self.step] == [ends[end] for end in ("low", "high", "step")]:
            return False
        slider.min, slider.max, slider.step = (short(ends[end]) for end in ("low", "high", "step"))
        self.unit.textContent = ends["unit"]
        self.fit()
        self.value = None  # so that the value that comes along is shown, whatever stood there
        return True

    def text(self, value):
        """A value as the number box shows it."""
        return shown(value, self.places)

    def echo(self, value):
        """Show a value in the number box: what was set by hand is there before anybody has measured it."""
        self.value = value
        self.box.value = self.text(value)

    def warn(self, text):
        """Say what was wrong with a typed value; '' when all is well."""
        if text == self.warned:
            return
        self.warned = text
        warn(self.box, self.note, text)


class Section(LessonSection):
    """A lesson with sliders."""

    is_model = False
    STATES = ("mover", "solved", "verdict")

    def __init__(self, element):
        super().__init__(element)
        self.rows = {row.name: row for row in map(Row, every(".slider", element))}
        self.scrub = element.querySelector("input[name=scrub]")
        self.back = element.querySelector("[data-action=back]")
        self.acts = every("[data-act]", element)
        self.causes = every("[data-cause]", element)
        self.formulas = Formulas(element)
        self.entries = Entries(element)
        self.written = every("[data-written]", element)
        self.runs = Runs(element)

    def show(self, news, moved_on=()):
        """Put the news of a view on the page: the fields that have changed since the last one."""
        self.last.update(news)
        for name, ends in news.get("ends", {}).items():
            if self.rows[name].set_ends(ends):
                news["rows"] = self.last["rows"]
        for name, row in news.get("rows", {}).items():
            if name not in moved_on:
                self.show_row(self.rows[name], row)
        self.show_common(news)
        if "table" in news:
            self.table.show(news["table"])
        if "columns" in news:
            self.table.name(news["columns"])
        if "notes" in news:
            self.show_notes(news["notes"])
        if "written" in news:
            for part, (word, right) in zip(self.written, news["written"]):
                self.write(part, word, right)
        if "maths" in news:
            self.formulas.show(news["maths"])
        if "choices" in news:
            self.show_choices(news["choices"])
        if "entries" in news:
            self.entries.show(news["entries"])
        if "mathml" in news:
            self.entries.typeset(news["mathml"])
        if "rate" in news or "rate_low" in news:
            self.show_rate()
        if "presets" in news:
            for button in self.presets:
                button.textContent = news["presets"][button.dataset.preset]
        self.runs.show(news)
        if "causes" in news:
            for part in self.causes:
                part.textContent = news["causes"][part.dataset.cause]
        if "offered" in news:
            self.offer(news["offered"])
        if "place_spoken" in news or "places" in news:
            self.show_place(news, "scrub" in moved_on)
        self.count_frame(news)

    def pause(self):
        """What plays here, the machine pauses."""

    leave = go_on = pause  # it goes on with nothing by itself

    def stays(self):
        """Return whether the address keeps its place when this lesson stops moving."""
        return False

    def recall(self):
        """Another state has come: what was written and not taken is gone."""
        self.entries.recall()
        self.unwarn()

    def unwarn(self):
        """What was wrong with typed values matters no more."""
        for row in self.rows.values():
            row.warn("")

    def show_row(self, row, seen):
        """One slider: thumb, number, what is spoken, and the sign downhill."""
        row.range.ariaValueText = seen["spoken"]
        if row.value != seen["value"]:  # else the hand has put everything there
            row.range.value = str(seen["value"])
            row.value = seen["value"]
            if window.document.activeElement != row.box:
                row.box.value = row.text(row.value)
        if row.spoken != seen["downhill_spoken"]:
            row.spoken = seen["downhill_spoken"]
            put(row.downhill, ARROWS[seen["downhill"]] + "\u2009" + seen["slope"])
            row.downhill.ariaLabel = row.spoken

    def offer(self, offered):
        """Of the lesson's own buttons those that would change something; the first is the next thing to do.

        Where the one that has the focus goes away, the next thing takes it.
        """
        focused = window.document.activeElement
        for button in self.acts:
            button.hidden = button.dataset.act not in offered
            button.toggleAttribute("data-onward", offered[:1] == [button.dataset.act])
        if offered and focused and focused.matches("[data-act][hidden]"):
            self.element.querySelector("[data-onward]").focus()

    def write(self, part, word, right):
        """Put a word that the model writes into its place; a new one rolls in (`turn` starts the motion)."""
        if part.textContent != word:
            part.textContent = word
            part.setAttribute("data-turn", "b" if part.getAttribute("data-turn") == "a" else "a")
        part.setAttribute("data-right", "yes" if right else "no")

    def show_notes(self, notes):
        """What holds in the chosen variant, a paragraph each."""
        place = self.element.querySelector(".notes")
        if place:
            place.textContent = ""
            for note in notes:
                place.append(made("p", note))

    def show_choices(self, choices):
        """Which variants are chosen, and what is written for them only."""
        for name, option in self.known(choices):
            self.element.setAttribute("data-" + name, option)
            for part in every('[data-choice="' + name + '"]', self.element):
                if part.type == "select-one":
                    part.value = option
                else:
                    part.checked = part.value == option
        for part in every("[data-only]", self.element):
            part.hidden = part.dataset.only not in choices.values()

    def show_place(self, news, moving):
        """Where the sliders stand in the current run; a thumb that has moved on is left alone."""
        if "places" in news:
            self.scrub.max = str(news["places"] - 1)
        self.scrub.ariaValueText = self.last["place_spoken"]
        if not moving:
            self.scrub.value = str(self.last["place"])
        way_back = "false" if self.last["place"] else "true"
        if self.back.ariaDisabled != way_back:
            self.back.ariaDisabled = way_back


def sections():
    """All lessons of the page by their ids."""
    return {section.id: section for section in map(Section, every("section.lesson:not(.model)"))}
