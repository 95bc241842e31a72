"""The reader's hand: sliders, number boxes and keys. Values are parsed from text to numbers here only."""

from page.browser.dom import listen, words
from page.browser.numbers import parse
from page.controls.release import Release
from page.controls.slider_keys import SliderKeys


class Hand:
    """Listens to all sliders and number boxes, and sends their moves over the bridge."""

    def __init__(self, sections, bridge):
        self.sections = sections
        self.bridge = bridge
        self.keys = SliderKeys(bridge)
        self.releases = {}
        for section in sections.values():
            self.releases[section.id] = Release(section.element, self.settler(section.id))
            listen(section.element, "change", self.changed)
            listen(section.element, "keydown", self.pressed)
            listen(section.element, "focusout", self.keys.left, True)  # before the release hears of it
            listen(section.element, "focusout", self.left)
            for row in section.rows.values():
                listen(row.range, "input", self.dragger(section, row))
                if row.range.value != row.range.defaultValue:  # moved before this module was loaded
                    row.echo(float(row.range.value))
                    bridge.tell(section.id, "move", row.name, walk(row.range))

    def where(self, target):
        """Return the section and the row that an input belongs to; the row is None for other inputs."""
        section = self.sections[target.closest("section.lesson").id]
        name = target.getAttribute("data-box") or target.getAttribute("name")
        return section, section.rows.get(name)

    def dragger(self, section, row):
        """Return the `input` handler of a slider. It runs at each event of a drag: look-ups are done here."""
        slider, lesson, name, bridge, keys = row.range, section.id, row.name, self.bridge, self.keys

        def dragged(event):
            if keys.telling is row:
                return
            keys.forget(row)
            value = float(slider.value)
            bridge.tell(lesson, "move", name, value if bridge.answers(lesson) else walk(slider))
            row.echo(value)  # without waiting for the worker
            row.warn("")

        return dragged

    def changed(self, event):
        """Handle the release of a slider, or a typed number."""
        section, row = self.where(event.target)
        if row is None:
            return
        if event.target.type == "range":
            self.releases[section.id].changed()
        elif self.typed(section, row, event.target.value):
            self.releases[section.id].now()

    def settler(self, lesson):
        """Return the handler for the release of a lesson's slider."""
        return lambda: self.bridge.tell(lesson, "settle")

    def typed(self, section, row, text):
        """Apply a typed number, or show what is wrong with it. Returns whether it was applied."""
        value = parse(text)
        if value is None:
            row.warn(words("box.nan", text=text[:20], name=row.label, value=row.text(row.value)))
            row.echo(row.value)
            return False
        fitting = min(max(value, row.low), row.high)
        beyond = {"text": text.strip()[:20], "name": row.label, "value": row.text(fitting)}
        low, high = row.text(row.low), row.text(row.high)
        row.warn("" if value == fitting else words("box.beyond", low=low, high=high, **beyond))
        row.range.value = str(fitting)  # the browser snaps it to the slider's step
        row.echo(float(row.range.value))
        self.bridge.tell(section.id, "move", row.name, row.value)
        return True

    def left(self, event):
        """A number box lost the focus: show the current value, which isn't updated while the box has it."""
        row = self.where(event.target)[1]
        if row is not None and event.target is row.box:
            row.echo(row.value)

    def pressed(self, event):
        """A key was pressed, on a slider or elsewhere in the section."""
        if event.target.getAttribute("type") == "range":
            section, row = self.where(event.target)
            self.keys.pressed(event, section.id, row)


def walk(slider):
    """Return the places of a slider that was moved before its lesson answered: lowest, highest, and last."""
    places = (slider.getAttribute("data-walked") or "").split()
    places.append(slider.value)
    return [float(place) for place in places]
