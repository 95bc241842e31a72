"""Experiments with the Python of a lesson: a question first, then a task, hints, and the outcome."""

from page.browser.dom import every, listen, made, say
from page.sections.challenge import Panel


class Experiments:
    """The list of a section's experiments, fetched when it is first unfolded, and the one that is on."""

    def __init__(self, editing):
        self.editing, self.bridge, self.lesson = editing, editing.bridge, editing.section.id
        self.element = editing.element.querySelector(".experiments")
        self.found, self.on, self.hints = [], None, 0
        self.buttons = {}
        self.parts = {part.dataset.experiment: part for part in every("[data-experiment]", self.element)}
        listen(self.element, "toggle", self.unfolded)
        listen(self.element, "click", self.clicked)
        listen(self.element, "change", self.answered)

    async def unfolded(self, event):
        """The list is open, or closed."""
        if self.element.open:
            await self.list()

    async def list(self):
        """List the experiments, once."""
        if self.found:
            return
        self.found = await self.bridge.ask(self.lesson, "experiments")
        await self.editing.progress.load()
        for told in self.found:
            item, button = made("li"), made("button", told["title"], type="button")
            button.dataset.experimentId = told["id"]
            self.buttons[told["id"]] = button
            item.append(button)
            self.parts["list"].append(item)
            if self.name(told["id"]) in self.editing.progress.done:
                self.mark(told["id"])

    def name(self, id):
        """An experiment's name among all that are done."""
        return self.lesson + "/" + id

    def mark(self, id):
        """Show in the list that an experiment is done."""
        button = self.buttons[id]
        if not button.hasAttribute("data-done"):
            button.setAttribute("data-done", "")
            said = " (" + self.editing.word("experiments.done") + ")"
            button.append(made("span", said, className="unseen"))

    async def clicked(self, event):
        """An experiment begins, or a hint is asked for."""
        button = event.target.closest("button")
        if not button:
            return
        id = button.getAttribute("data-experiment-id")
        if id:
            await self.begin(self.known(id))
        elif button == self.parts["hint"]:
            self.hint()

    def known(self, id):
        """The experiment with that id."""
        return next(told for told in self.found if told["id"] == id)

    async def begin(self, told):
        """Set the lesson up for an experiment, with the page's own functions."""
        await self.bridge.still(self.lesson)
        if not self.editing.plain:
            await self.editing.begin_anew(told["id"])
            return
        self.on, self.hints = told, 0
        await self.bridge.send(self.lesson, "begin_experiment", told["id"])
        if "model" in self.editing.section.element.className.split():
            self.editing.section.element.dataset.experiment = (
                "python"  # on a copy; the film brings the model back
            )
        await self.bridge.send(self.lesson, "settle")
        await self.editing.fresh()
        for name in ("question", "task"):
            self.parts[name].textContent = told[name]
        self.parts["said"].textContent = self.parts["hints"].textContent = ""
        self.parts["hint"].hidden = False
        self.parts["answers"].textContent = ""
        for number, answer in enumerate(told["answers"]):
            self.parts["answers"].append(choice(self.lesson, number, answer))
        self.parts["one"].hidden = False
        self.parts["question"].focus()

    async def again(self, id):
        """Begin an experiment again after the page has reloaded itself."""
        await self.list()
        self.element.open = True
        await self.begin(self.known(id))

    async def answered(self, event):
        """Take the reader's prediction."""
        if event.target.type == "radio":
            self.bridge.tell(self.lesson, "foretell_experiment", int(event.target.value))

    def hint(self):
        """Show one more hint; the last one has the solution's lines."""
        self.parts["hints"].append(made("li", self.on["hints"][self.hints]))
        self.hints += 1
        self.parts["hint"].hidden = self.hints == len(self.on["hints"])

    async def ran(self):
        """Check whether the code that has run does what the experiment asks for."""
        if not self.on:
            return
        found = await self.bridge.ask(self.lesson, "observe_experiment")
        if found and self.parts["said"].textContent != found["said"]:
            self.parts["said"].textContent = found["said"]
            say(found["said"])
        if found and found["done"] and Panel.counts:
            self.mark(self.on["id"])
            await self.editing.progress.add(self.name(self.on["id"]))


def choice(lesson, number, text):
    """Return a radio button with an answer."""
    label = made("label")
    box = made("input", type="radio", name=lesson + "-foretold", value=str(number))
    label.append(box, " " + text)
    return label
