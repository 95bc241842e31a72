"""A lesson in which a model is trained: its map of weights, its buttons, its prompt, and what it writes."""

import js as window

from page.browser.dom import document, every, guarded, listen, put, words
from page.browser.numbers import parse, shown
from page.controls.release import Release
from page.sections.lesson_section import LessonSection, warn
from page.sections.model_parts import Cards, Log, ReadNow
from page.sections.prompt import Prompt
from page.sections.training import Training
from page.sections.weight_map import WeightMap


class Model(LessonSection):
    """The section of such a lesson."""

    is_model, rows = True, {}  # one slider for all weights, which is no row of its own
    STATES = ("mover", "solved", "stopped", "picked")

    def __init__(self, element, bridge):
        super().__init__(element)
        self.bridge, find = bridge, element.querySelector
        self.weight = {part.dataset.weight: part for part in every("[data-weight]", element)}
        self.range, self.box = find("[name=weight]"), find("[data-box=weight]")
        self.note = find(".slider .note")
        self.training = Training(self)
        self.behind = guarded(self.training.catch_up, element)
        self.turn, self.turn_due = None, guarded(self.show_turn, element)  # news that aren't shown yet
        self.table = Log(element)
        self.listen()
        self.prompt, self.cards, self.read_now = Prompt(self), Cards(self), ReadNow(element)
        WeightMap(self)

    def reach(self):
        """What Enter leads to from the picture: the slider of the weight that is chosen."""
        return self.range

    def listen(self):
        """Hear of all that a reader does here."""
        for button in every("button[data-action]", self.element):
            listen(button, "click", self.clicked)
        for button in self.presets:
            listen(button, "click", self.preset)
        listen(self.rate, "input", self.rated)
        listen(self.rate, "change", self.settle)
        if self.range:
            listen(self.range, "input", self.dragged)
            listen(self.range, "change", Release(self.element, lambda: self.ask("settle")).changed)
            listen(self.box, "change", self.typed)

    def show(self, news, moved_on=()):
        """Put the news of a view on the page; those of a turn of training once the next one is asked for."""
        self.show_turn()
        self.last.update(news)
        if news["verb"] == "train":
            self.turn = news
            window.setTimeout(self.turn_due, 0)
        else:
            self.display(news, moved_on)

    def show_turn(self):
        """Put what the last turn of training has brought on the page, unless it stands there."""
        if self.turn:
            news, self.turn = self.turn, None
            self.display(news, self.bridge.requests.moving(self.id))

    def display(self, news, moved_on):
        """Put the news of a view on the page now."""
        self.show_common(news)
        self.show_controls(news, "weight" in moved_on)
        if news.get("pages"):
            self.table.show(news["pages"])
        if news["verb"] in ("spell", "enter"):  # later views have forgotten it
            self.prompt.judge(self.last["mistake"])
        if "read_now" in news:
            self.read_now.show(news["read_now"])
        if "cards" in news:
            self.cards.show(news["cards"])
        data = self.element.dataset
        if "more" in news:
            self.show_corpus(news["more"])
        data.held, data.steps = repr(self.last["held"]), str(self.last["steps"])
        data.changed = str(self.last["changed"])
        self.count_frame(news)
        if news.get("behind"):
            window.setTimeout(self.behind, 0)

    def show_corpus(self, more):
        """Tell the page whose text the model learns, and how much of what it writes is copied."""
        for name in ("corpus", "copied"):
            if name in more:
                self.element.setAttribute("data-" + name, str(more[name]))
            else:
                self.element.removeAttribute("data-" + name)

    def show_controls(self, news, moving=False):
        """Let slider, learning rate and prompt say what a view says."""
        if "weight" in news:
            self.show_weight(news["weight"], moving)
        if "rate" in news or "rate_low" in news:
            self.show_rate()
        if "prompt" in news:
            self.prompt.input.value = news["prompt"]

    def show_weight(self, weight, moving):
        """The weight that is chosen, at its slider."""
        self.weight["title"].textContent = weight["title"]
        self.weight["name"].textContent = weight["name"]
        put(self.weight["downhill"], weight["downhill"])
        self.weight["downhill"].ariaLabel = weight["downhill_spoken"]
        self.range.ariaValueText = weight["spoken"]
        if not moving:
            self.range.value = str(weight["value"])
        if document.activeElement != self.box:
            self.box.value = weight["shown"]

    def ask(self, verb, *arguments):
        """Put a request in the line."""
        self.bridge.tell(self.id, verb, *arguments)

    async def settle(self, event=None):
        """The hand has let go, or the machine rests."""
        await self.bridge.send(self.id, "settle")

    async def clicked(self, event):
        """A button was pressed."""
        action = event.target.closest("[data-action]").dataset.action
        if action == "play":
            await self.training.pressed()
            return
        self.pause()
        await self.bridge.send(self.id, action)
        await self.settle()

    def pause(self):
        """Train no further than this turn."""
        self.training.pause()

    def leave(self):
        """Train no further, for another state comes."""
        self.training.leave()

    def stays(self):
        """Return whether the address keeps its place when the model stops."""
        return self.training.stays

    def recall(self):
        """Another state has come: what was written and not taken is gone."""
        self.unwarn()
        self.prompt.recall(self.last["prompt"])

    def go_on(self):
        """Another state has come: the steps are taken that it tells of."""
        self.behind()

    def unwarn(self):
        """What was wrong with a typed number matters no more."""
        self.warn("")

    async def first_view(self):
        """Wait until it is known how the model stands."""
        if not self.last:
            await self.bridge.send(self.id, "look")

    async def preset(self, event):
        """One of the learning rates to try."""
        await self.bridge.send(self.id, "preset", event.target.dataset.preset)
        await self.settle()

    def rated(self, event):
        """The learning rate's slider is under the hand: its scale is logarithmic."""
        self.ask("set_rate", self.picked_rate())

    def dragged(self, event):
        """The slider of the weight is under the hand."""
        self.warn("")
        self.box.value = shown(float(self.range.value), 3)
        self.ask("move", "weight", float(self.range.value))

    async def typed(self, event):
        """A number was typed."""
        text, value = self.box.value, parse(self.box.value)
        await self.first_view()
        name, now = self.weight["title"].textContent, self.last["weight"]["shown"]
        self.warn("" if value is not None else words("box.nan", text=text[:20], name=name, value=now))
        if value is None:
            self.box.value = now
            return
        self.ask("move", "weight", value)
        await self.settle()

    def warn(self, text):
        """Say what was wrong with a typed number; '' when all is well."""
        if self.box:
            warn(self.box, self.note, text)

    async def choose(self, index):
        """Take the weight with that number."""
        self.warn("")
        await self.bridge.send(self.id, "choose_weight", index)
