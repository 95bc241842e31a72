"""Three cards with what a model might write after twenty steps; a reader can choose one before."""

from page.browser.dom import every, listen, say


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
