"""Parts of a model's section: cards to guess from, the log of its training, what its last step has read."""

from page.browser.dom import every, listen, put, say
from page.sections.table import Table

NEAR = 8  # pixels from its end at which a list counts as being at its end


class Cards:
    """The cards of a section, and the sentence that says which came true."""

    def __init__(self, model):
        self.model = model
        self.element = model.element.querySelector(".cards")
        if not self.element:
            return
        self.radios = every("input[name=guess20]", self.element)
        self.said = self.element.querySelector("[data-cards=said]")
        for radio in self.radios:
            listen(radio, "change", self.chosen)
            if radio.checked:  # before this module was loaded
                model.ask("choose_card", radio.value)

    def show(self, told):
        """Show what stands on the cards, the one that is chosen, and what came true."""
        if not self.element:
            return
        texts = {card["id"]: card["text"] for card in told["cards"]}
        for radio in self.radios:
            radio.checked = radio.value == told["state"]
            card = radio.closest("label")
            card.hidden = radio.value not in texts  # a reader's own text offers less to guess from
            radio.disabled = card.hidden or not told["open"]
            text, new = card.querySelector("[data-card]"), texts.get(radio.value, "")
            if text.textContent != new:
                text.textContent = new
        self.element.setAttribute("data-open", "true" if told["open"] else "false")
        self.element.setAttribute("data-chosen", told["state"])
        self.said.hidden = not told["said"]
        if self.said.textContent != told["said"]:
            self.said.textContent = told["said"]
            if told["said"]:
                say(told["said"])

    async def chosen(self, event):
        """A card was chosen."""
        await self.model.bridge.send(self.model.id, "choose_card", event.target.value)
        await self.model.settle()


class Log(Table):
    """A table whose last row is the current one, kept in view unless the reader has scrolled away."""

    last = 0  # how far the list was scrolled to its end

    def show(self, rows):
        """Show these rows of texts, the newest last."""
        if not self.element:
            return
        place = self.place()
        followed = not place.clientHeight or place.scrollTop >= self.last - NEAR
        super().show(rows)
        if followed:
            place.scrollTop = place.scrollHeight
            self.last = place.scrollTop

    def place(self):
        """What the reader scrolls: its frame, or all of the log where that is lower."""
        frame, whole = self.element.parentElement, self.element.closest("details")
        return whole if whole and whole.scrollHeight > whole.clientHeight else frame

    def build(self, rows):
        """Rebuild the table with `rows` rows, the last one marked."""
        super().build(rows)
        if self.cells:
            self.cells[-1][0].parentElement.setAttribute("aria-current", "step")


class ReadNow:
    """The line of a section that shows it; before the first step a sentence stands there instead."""

    def __init__(self, element):
        self.line = element.querySelector(".reading-now")
        self.parts = (
            {part.dataset.read: part for part in every("[data-read]", self.line)} if self.line else {}
        )

    def show(self, seen):
        """Show a place, or that there is none yet."""
        if not self.line:
            return
        self.line.toggleAttribute("data-none", not seen)
        for name in ("before", "covered", "guessed"):
            put(self.parts[name], seen.get(name, ""))
        self.parts["none"].hidden = bool(seen)
        self.parts["some"].hidden = not seen
