"""The reader's hand: sliders, number boxes, keys. A value is turned from text to number here, once."""

import js as window

from page.browser.dom import listen, to_js, words
from page.browser.numbers import parse
from page.controls.release import Release


class Hand:
    """Listens to every slider of the page and sends moves over the bridge."""

    def __init__(self, sections, bridge):
        self.sections = sections
        self.bridge = bridge
        self.releases = {}
        for section in sections.values():
            self.releases[section.id] = Release(section.element, self.settler(section.id))
            listen(section.element, "change", self.changed)
            listen(section.element, "keydown", self.pressed)
            listen(section.element, "focusout", self.left)
            for row in section.rows.values():
                listen(row.range, "input", self.dragger(section, row))
                if row.range.value != row.range.defaultValue:  # moved before this script was there
                    row.echo(float(row.range.value))
                    bridge.tell(section.id, "move", row.name, float(row.range.value))

    def where(self, target):
        """The section and the row that an input belongs to; the row is None for other inputs."""
        section = self.sections[target.closest("section.lesson").id]
        name = target.getAttribute("data-box") or target.getAttribute("name")
        return section, section.rows.get(name)

    def dragger(self, section, row):
        """What happens whenever that slider is under the hand; what it needs is looked up once, here."""
        slider, lesson, name, bridge = row.range, section.id, row.name, self.bridge

        def dragged(event):
            value = float(slider.value)
            bridge.tell(lesson, "move", name, value)
            row.echo(value)  # while the worker is at work
            row.warn("")

        return dragged

    def changed(self, event):
        """A slider was let go, or a number was typed."""
        section, row = self.where(event.target)
        if row is None:
            return
        if event.target.type == "range":
            self.releases[section.id].changed()
        elif self.typed(section, row, event.target.value):
            self.releases[section.id].now()

    def settler(self, lesson):
        """What happens when a slider of that lesson is let go."""
        return lambda: self.bridge.tell(lesson, "settle")

    def typed(self, section, row, text):
        """Take a typed number, or say what is wrong with it and keep the old one. True when it was taken."""
        value = parse(text)
        if value is None:
            row.warn(words("box.nan", text=text[:20], name=row.label, value=row.text(row.value)))
            row.echo(row.value)
            return False
        fitting = min(max(value, row.low), row.high)
        beyond = {"text": text.strip()[:20], "name": row.label, "value": row.text(fitting)}
        low, high = row.text(row.low), row.text(row.high)
        row.warn("" if value == fitting else words("box.beyond", low=low, high=high, **beyond))
        row.range.value = str(fitting)  # the browser puts it on a mark of the slider
        row.echo(float(row.range.value))
        self.bridge.tell(section.id, "move", row.name, row.value)
        return True

    def left(self, event):
        """A number box was left: while the cursor was in it, it may have missed a step of the machine."""
        row = self.where(event.target)[1]
        if row is not None and event.target is row.box:
            row.echo(row.value)

    def pressed(self, event):
        """Page up and page down are ten steps, on every slider of every browser."""
        if event.target.getAttribute("type") != "range" or event.key not in ("PageUp", "PageDown"):
            return
        event.preventDefault()
        target = event.target
        steps = 10 if event.key == "PageUp" else -10
        value = float(target.value) + steps * float(target.step)
        target.value = str(value)
        for kind in ("input", "change"):
            target.dispatchEvent(bubbling(kind))


def bubbling(kind):
    """An event as if it came from the hand."""
    return window.Event.new(kind, to_js({"bubbles": True}))
