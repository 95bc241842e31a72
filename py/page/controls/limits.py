"""What a link has locked or hidden: `?lock=line.m,rate&hide=views`. What is hidden the boot has taken away.

A locked control can't be used by pointer or key, and what a script does to it is put back; the worker refuses
whatever comes by another way. It prepares a page for a class; whoever edits the address is free again.
"""

import json

from page.browser.dom import cancel, document, every, listen, words

TABLE = json.loads(
    document.getElementById("parts").textContent
)  # parts: where they are; which are hidden only
ONLY_HIDDEN = TABLE.pop("only hidden").split()
CONTROLS = "input, select, textarea, button"
KINDS = ("input", "change", "click", "keydown", "pointerdown", "touchstart", "paste")
MOST = 60  # parts that are looked at: more there are not
SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789_-"


class Limits:
    """Reads the limits from the address and lets them hold, before anybody listens to a control."""

    def __init__(self, sections, query):
        self.sections = sections
        self.ignored = []
        self.held = []  # what follows from others being locked
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
        """Let the challenge begin and the worker know of the limits, before anybody can do anything."""
        if self.challenge:
            lesson, name = self.challenge
            await bridge.lead(lesson, "challenge", name)
        if self.hidden or self.locked:
            await bridge.ask_now(None, "lock", self.hidden + self.locked + self.held)

    def known(self, setting, parts, never=()):
        """Those of some parts that there are; the others are noted."""
        found = []
        for part in parts[:MOST]:
            if part and part.split(".")[-1] not in never and self.places(part):
                found.append(part)
            elif part:
                self.ignored.append((setting + "=" + part)[:40])
        return found

    def known_challenge(self, asked):
        """The lesson and the name of the challenge to open with; () for one that there is not."""
        lesson, _, name = asked.partition("/")
        section = self.sections.get(lesson)
        if section and name in [button.dataset.begin for button in every("[data-begin]", section.element)]:
            return lesson, name
        if asked:
            self.ignored.append(("challenge=" + asked)[:40])
        return ()

    def places(self, part):
        """Where a part is on this page."""
        return places_of(self.sections, part)

    def locks(self, section, part):
        """Whether a part is one of that section."""
        return any(each is section for each, element in self.places(part))

    def lock(self, section, element):
        """Let nobody use the controls in an element; what was done before this is forgotten."""
        element.setAttribute("data-locked", "")
        for control in [element] if element.matches(CONTROLS) else every(CONTROLS, element):
            control.disabled = True
            forget(control)

    def hold(self, section, told):
        """Hear before all others of what happens in a section with locked controls; say that there are."""
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
            note = document.createElement("p")
            note.className = "limited"
            note.textContent = words("limits.locked")
            section.element.querySelector(".task").after(note)

    def guard(self, event):
        """Whatever happens to a locked control happens in vain."""
        control = event.target.closest(CONTROLS)
        if control and control.closest("[data-locked]"):
            event.stopImmediatePropagation()
            cancel(event)
            put_back(self.sections[control.closest("section.lesson").id], control)


def places_of(sections, part):
    """Where a part is: pairs of a section and an element in it."""
    lesson, _, name = part.rpartition(".")
    if not name or any(sign not in SIGNS for sign in name.lower()):
        return []
    where = TABLE.get(name) or (named(name) if lesson else None)
    if where is None:
        return []
    some = [section for id, section in sections.items() if lesson in ("", id)]
    return [(section, element) for section in some for element in every(where, section.element)]


def only_read(canvas):
    """A picture that puts no slider anywhere any more, and says nothing of it."""
    canvas.removeAttribute("data-points")
    figure = canvas.closest("figure")
    line, hint = figure.querySelector(".reading"), figure.querySelector(".unseen")
    if line:
        line.textContent = line.dataset.hint = words("limits.map")
    if hint:
        hint.textContent = words("picture.keys") if line else ""


def named(name):
    """Where in a section its slider, its switch or its text of a name is."""
    kinds = (".slider:has([name=", ")"), (".choice:has([data-choice=", ")"), ("[data-entry=", "")
    places = [before + '"' + name + '"]' + after for before, after in kinds]
    places.append('details.own[data-choice-of="' + name + '"]')  # points that are one of a switch's options
    return ", ".join(places)


def forget(control):
    """A control as the page came with it."""
    if control.type in ("radio", "checkbox"):
        control.checked = control.defaultChecked
    elif control.tagName != "SELECT" and control.tagName != "BUTTON":
        control.value = control.defaultValue


def put_back(section, control):
    """A control as it was, whatever somebody has done to it."""
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
