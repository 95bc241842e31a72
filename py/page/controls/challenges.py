"""The challenges' buttons: begin, hints, again, leave; the marks of those done; and the race."""

from page.browser.dom import document, every, listen, made, say, soon, words
from page.browser.numbers import parse
from page.controls.progress import Progress


class Challenges:
    """Handles the panels and lists of challenges of all lessons, and stores which were done."""

    def __init__(self, sections, bridge, machine):
        self.sections = sections
        self.bridge = bridge
        self.machine = machine
        self.progress = Progress()
        self.verbs = {
            "guess": self.guess,
            "hint": self.hint,
            "again": self.again,
            "leave": self.leave,
            "forget": self.forget,
            "race": self.race,
        }
        for section in sections.values():
            details = section.element.querySelector("details.challenges")
            if not details:
                continue
            listen(details, "toggle", self.toggled)
            listen(details, "click", self.clicked)
            listen(section.element.querySelector(".challenge"), "click", self.clicked)
            listen(section.element.querySelector(".challenge"), "keydown", self.pressed)
            section.challenge.done = self.done
            if details.open:  # opened before this module was loaded
                soon(self.toggled, details)

    async def toggled(self, event=None):
        """A list was opened: load and show which were done."""
        await self.progress.load()
        self.mark()

    async def clicked(self, event):
        """A button was pressed."""
        button = event.target.closest("button")
        if not button:
            return
        section = self.sections[button.closest("section.lesson").id]
        if button.hasAttribute("data-begin"):
            await self.begin(section, button.dataset.begin)
        else:
            await self.verbs[button.dataset.do](section)

    async def pressed(self, event):
        """Enter in the box of a guess submits it."""
        if event.key == "Enter" and event.target.matches(".guess input"):
            await self.guess(self.sections[event.target.closest("section.lesson").id])

    async def begin(self, section, name):
        """Begin a challenge and scroll to its sliders."""
        self.machine.pause()
        section.pause()
        section.unwarn()
        await self.bridge.send(section.id, "challenge", name)
        if section.challenge.last:  # challenges may be locked
            section.challenge.bring()
        await self.bridge.send(section.id, "settle")

    async def again(self, section):
        """Begin the current challenge again."""
        await self.begin(section, section.challenge.last["id"])

    async def leave(self, section):
        """Leave the challenge and move the focus back to its button in the list."""
        button = section.element.querySelector('[data-begin="' + section.challenge.last["id"] + '"]')
        await self.bridge.send(section.id, "leave")
        button.closest("details").open = True
        button.focus()

    async def guess(self, section):
        """Submit the reader's prediction."""
        box = section.challenge.box
        value = parse(box.value)
        if value is None:
            section.challenge.warn(words("challenge.nan", text=box.value.strip()[:20]))
            box.focus()
        else:
            await self.bridge.send(section.id, "guess", value)
            told = section.challenge.last
            say(told["counts"])
            if not told["asks"]:  # the box is gone
                section.challenge.parts["said"].focus()

    async def hint(self, section):
        """Show the next hint."""
        section.challenge.hint()

    def done(self, section, name):
        """A challenge was done: store and show it."""
        soon(lambda: self.keep(section + "/" + name), document.getElementById(section))

    async def keep(self, name):
        """Store that a challenge was done, and show its mark."""
        await self.progress.add(name)
        self.mark()

    async def forget(self, section):
        """Forget everything that was done; the focus moves from the button to the sentence before."""
        await self.progress.forget()
        self.mark()
        note = section.element.querySelector(".remembered")
        note.tabIndex = -1
        note.focus()
        say(words("challenges.forgotten"))

    def mark(self):
        """Show in all lists what was done, and whether the device stores it."""
        done = self.progress.done
        for section in self.sections.values():
            for button in every("[data-begin]", section.element):
                tick = button.parentElement.querySelector(".tick")
                tick.hidden = section.id + "/" + button.dataset.begin not in done
        for note in every(".remembered"):
            note.textContent = words("challenges.kept" if self.progress.kept else "challenges.unkept")
        for button in every("[data-do=forget]"):
            button.hidden = not done

    async def race(self, section):
        """Show how gradient descent does from the reader's own start."""
        told = await self.bridge.ask(section.id, "race")
        place = section.element.querySelector(".race")
        place.querySelector(".result").textContent = told["sentence"]
        place.querySelector(".wide").hidden = not told["rows"]
        if told["rows"]:
            place.querySelector("[data-race=loss]").textContent = words("race.loss", loss=told["loss"])
            body = place.querySelector("tbody")
            body.textContent = ""
            for cells in told["rows"]:
                body.append(line(cells))


def line(cells):
    """A row of a table: its heading, then its numbers."""
    row = made("tr")
    for index, text in enumerate(cells):
        row.append(made("td", text) if index else made("th", text, scope="row"))
    return row
