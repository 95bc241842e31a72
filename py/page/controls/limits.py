"""Locked and hidden parts, by the address: `?lock=line.m,rate&hide=views`. Hidden parts are removed at boot.

A locked control can't be used by pointer or key, changes by scripts are reverted, and the worker refuses
requests that use it. This prepares a page for a class; it is no protection against an edited address.
"""

import json

from page.browser.dom import cancel, document, every, listen, made, words

TABLE = json.loads(
    document.getElementById("parts").textContent
)  # selectors by part; which can only be hidden
ONLY_HIDDEN = TABLE.pop("only hidden").split()
CONTROLS = "input, select, textarea, button"
KINDS = ("input", "change", "click", "keydown", "pointerdown", "touchstart", "paste")
MOST = 60  # parts that are read from the address; there are fewer
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_-"


class Limits:
    """Reads the limits from the address and applies them, before any other listener is added."""

    def __init__(self, sections, query):
        self.sections = sections
        self.ignored = []
        self.held = []  # controls that are locked because others are
        self.hidden = self.locked = self.challenge = ()
        if query.asks("teacher"):
            return
        self.hidden = self.known("hide", query.listed("hide"))
        self.locked = self.known("lock", query.listed("lock"), ONLY_HIDDEN)
        self.challenge = self.known_challenge(query.listed("challenge")[0])
        for part in self.hidden + self.locked:
            for section, element in self.places(part):
                self.lock(section, element)
        for section in sections.values():
            if section.element.querySelector("[data-locked]"):
                self.hold(section, any(self.locks(section, part) for part in self.locked))

    async def begin(self, bridge):
        """Begin the challenge of the address and tell the worker the limits, before anything else is sent."""
        if self.challenge:
            lesson, name = self.challenge
            await bridge.lead(lesson, "challenge", name)
        if self.hidden or self.locked:
            await bridge.ask_now(None, "lock", self.hidden + self.locked + self.held)

    def known(self, setting, parts, never=()):
        """Those of some parts that exist; the others are added to `ignored`."""
        found = []
        for part in parts[:MOST]:
            if part and part.split(".")[-1] not in never and self.places(part):
                found.append(part)
            elif part:
                self.ignored.append((setting + "=" + part)[:40])
        return found

    def known_challenge(self, asked):
        """The lesson and name of the challenge in the address; () if there is no such challenge."""
        lesson, _, name = asked.partition("/")
        section = self.sections.get(lesson)
        if section and name in [button.dataset.begin for button in every("[data-begin]", section.element)]:
            return lesson, name
        if asked:
            self.ignored.append(("challenge=" + asked)[:40])
        return ()

    def places(self, part):
        """Where a part is on this page: pairs of section and element."""
        return places_of(self.sections, part)

    def locks(self, section, part):
        """Return whether a part is in that section."""
        return any(each is section for each, element in self.places(part))

    def lock(self, section, element):
        """Disable all controls in an element and reset them to their defaults."""
        element.setAttribute("data-locked", "")
        for control in [element] if element.matches(CONTROLS) else every(CONTROLS, element):
            control.disabled = True
            forget(control)

    def hold(self, section, told):
        """Guard the events of a section with locked controls; with `told`, a note says that some are."""
        for kind in KINDS:
            listen(section.element, kind, self.guard, True)
        free = [row for row in section.rows.values() if not row.range.disabled]
        for canvas in every("canvas[data-points]", section.element) if not free else ():
            only_read(canvas)
        if section.element.querySelector("details.own[data-locked]"):
            self.held.append(section.id + ".own")
            for canvas in every("canvas[data-plots]", section.element):
                canvas.removeAttribute("data-plots")
        if told:
            note = made("p", words("limits.locked"), className="limited")
            section.element.querySelector(".task").after(note)

    def guard(self, event):
        """Stop an event at a locked control and revert what it did."""
        control = event.target.closest(CONTROLS)
        if control and control.closest("[data-locked]"):
            event.stopImmediatePropagation()
            cancel(event)
            put_back(self.sections[control.closest("section.lesson").id], control)


def places_of(sections, part):
    """Where a part is: pairs of a section and an element in it."""
    lesson, _, name = part.rpartition(".")
    if not name or any(sign not in LETTERS for sign in name.lower()):
        return []
    where = TABLE.get(name) or (named(name) if lesson else None)
    if where is None:
        return []
    some = [section for id, section in sections.items() if lesson in ("", id)]
    return [(section, element) for section in some for element in every(where, section.element)]


def only_read(canvas):
    """Make a picture read-only: clicks move no slider, and its hint no longer says that they do."""
    canvas.removeAttribute("data-points")
    figure = canvas.closest("figure")
    line, hint = figure.querySelector(".reading"), figure.querySelector(".unseen")
    if line:
        line.textContent = line.dataset.hint = words("limits.map")
    if hint:
        hint.textContent = words("picture.keys") if line else ""


def named(name):
    """The selector of a section's slider, switch or text field with that name."""
    kinds = (".slider:has([name=", ")"), (".choice:has([data-choice=", ")"), ("[data-entry=", "")
    places = [before + '"' + name + '"]' + after for before, after in kinds]
    places.append('details.own[data-choice-of="' + name + '"]')  # points that are one of a switch's options
    return ", ".join(places)


def forget(control):
    """Reset a control to its default."""
    if control.type in ("radio", "checkbox"):
        control.checked = control.defaultChecked
    elif control.tagName != "SELECT" and control.tagName != "BUTTON":
        control.value = control.defaultValue


def put_back(section, control):
    """Revert a control to the last view."""
    last, row = section.last, section.rows.get(control.getAttribute("data-box") or control.name)
    if not last:
        forget(control)
    elif section.is_model:
        section.show_controls(last)
    elif row is not None and row.value is not None:
        row.range.value = str(row.value)
        row.box.value = row.text(row.value)
    elif control is section.rate or control.name == "rate":
        section.show_rate()
    elif control.name == "scrub":
        control.value = str(last["place"])
    elif control.getAttribute("data-choice"):
        section.show_choices(last["choices"])
    elif control.closest("[data-entry]"):
        section.entries.recall()
    else:
        section.runs.show({name: last[name] for name in ("log", "aims")})
