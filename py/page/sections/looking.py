"""A lesson with a model that looks back: whose look is shown, its sliders, what is covered, the way back."""

from page.browser.dom import every, listen, put
from page.controls.release import Release
from page.sections.entries import Field
from page.sections.model import Model


class Slider:
    """One of the sliders, with its name and what is told beside it."""

    def __init__(self, element):
        self.element = element
        self.range = element.querySelector("input[type=range]")
        self.parts = {part.dataset.part: part for part in every("[data-part]", element)}
        self.name = self.range.name

    def show(self, value, told, spoken, moving):
        """The thumb, unless a hand has moved it on, and the text beside it."""
        if not moving:
            self.range.value = str(value)
        self.range.ariaValueText = spoken
        put(self.parts["share"], told)


class Looking(Model):
    """The section of such a lesson. `moved_on` are sliders that were moved since a view was asked for."""

    moved_on = ()

    def listen(self):
        """Hear of all that a reader does here."""
        super().listen()
        self.sliders = {each.name: each for each in map(Slider, every("[data-score]", self.element))}
        self.told = every("[data-fact]", self.element)
        self.texts = every("[data-text]", self.element)
        self.own = Field(self.element.querySelector("[data-entry=own]"))
        self.hide = self.element.querySelector("[data-look=hide]")
        release = Release(self.element, lambda: self.ask("settle"))
        for slider in self.sliders.values():
            listen(slider.range, "input", self.slid)
            listen(slider.range, "change", release.changed)
        for button in every("[data-look]", self.element):
            listen(button, "click", self.looked)
        for part in every("[data-choice]", self.element):
            listen(part, "change", self.chosen)
            if part.type == "radio" and part.checked and not part.defaultChecked:  # before this was loaded
                self.element.setAttribute("data-" + part.dataset.choice, part.value)
                self.ask("choose", part.dataset.choice, part.value)
        listen(self.own.input, "change", self.exchanged)

    def reach(self):
        """What Enter on a word leads to: the button that covers it."""
        return self.hide

    def show_controls(self, news, moving=False):
        """Let sliders, choices and texts say what a view says, but for a slider that has moved on."""
        super().show_controls(news, moving)
        if "more" in news:
            self.element.dataset.looks = repr(news["more"]["looks"])
            self.show_more(news["more"], self.moved_on)

    def display(self, news, moved_on):
        """Put the news of a view on the page now."""
        self.moved_on = moved_on
        super().display(news, moved_on)
        put(self.prompt.answer, self.last["sentence"])  # said once, when the lesson has come to rest
        self.moved_on = ()

    def show_weight(self, weight, moving):
        """A word has no slider of its own."""

    def show_more(self, more, moved_on):
        """What is told of this lesson alone."""
        for part in self.told:
            put(part, more[part.dataset.fact])
        for name, option in self.known(more["choices"]):
            self.element.setAttribute("data-" + name, option)
            for part in every('[data-choice="' + name + '"]', self.element):
                part.checked = part.value == option
        shown = more["scores"]
        for name, slider in self.sliders.items():
            if name in shown:
                score = shown[name]
                slider.show(score["value"], score["share"], score["spoken"], name in moved_on)
                slider.parts["label"].textContent = score["label"]
            elif name != "sharp" and name != "scrub":
                slider.element.hidden = True
                continue
            slider.element.hidden = False
        sharp, place = more["sharp_shown"], more["place_spoken"]
        self.sliders["sharp"].show(more["sharp"], sharp, sharp, "sharp" in moved_on)
        self.sliders["scrub"].range.max = str(more["places"] - 1)
        self.sliders["scrub"].show(more["place"], place, place, "scrub" in moved_on)
        self.hide.textContent = more["cover"]
        self.hide.disabled = more["chosen"] < 0
        for text, button in zip(more["texts"], self.texts):
            button.dataset.prompt = text["text"]
        if self.own.input.value != more["own"]:
            self.own.input.value = more["own"]
            self.own.warn({})

    def slid(self, event):
        """A slider is under the hand: one of a look, or the way back through the training."""
        name, value = event.target.name, float(event.target.value)
        if name == "scrub":
            self.pause()
            self.ask("rewind", int(value))
        else:
            self.ask("move", name, value)

    async def looked(self, event):
        """A button was pressed that changes how the text is looked at."""
        kind = event.target.closest("[data-look]").dataset.look
        if kind == "window":
            await self.bridge.send(self.id, "choose", "eyes", "window")
        elif kind == "swap":
            await self.bridge.send(self.id, "choose", "swap", "1")
        elif self.last and self.last["more"]["chosen"] > 0:
            await self.bridge.send(self.id, "choose", "hide", str(self.last["more"]["chosen"]))
        await self.settle()

    async def chosen(self, event):
        """A choice was switched."""
        part = event.target
        option = ("on" if part.checked else "off") if part.type == "checkbox" else part.value
        self.element.setAttribute("data-" + part.dataset.choice, option)
        if part.dataset.choice == "batch":
            self.pause()
        await self.bridge.send(self.id, "choose", part.dataset.choice, option)
        await self.settle()

    async def exchanged(self, event):
        """Words of the reader's own were written."""
        self.pause()
        text = self.own.input.value
        await self.bridge.send(self.id, "enter", "own", text)
        mistake = self.last["mistake"]
        self.own.warn(mistake, text)
        if not mistake:
            await self.settle()


def models(bridge):
    """All sections of models by their ids."""
    found = {}
    for element in every("section.lesson.model"):
        found[element.id] = (Looking if element.matches(".looking") else Model)(element, bridge)
    return found
