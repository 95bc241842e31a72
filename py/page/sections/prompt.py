"""A model's prompt: written, looked at meanwhile, taken with Enter, or pressed as one of a few to try."""

import js as window

from page.browser.dom import document, every, guarded, listen, to_js
from page.sections.entries import Field, cut

REST = 300  # ms without a key, until what is wrong with a prompt is told while it is being written


class Prompt(Field):
    """The field of a model's prompt, with words to put in the place of a wrong one, and prompts to try."""

    def __init__(self, model):
        super().__init__(model.element.querySelector("[data-entry=prompt]"))
        self.model = model
        self.wrong, self.timer, self.rested = {}, 0, guarded(self.spell, model.element)
        self.entry = self.input.closest("[data-entry]")
        self.near, self.answer = map(self.entry.querySelector, (".nearest", ".answer"))
        self.chips = every("[data-nearest]", self.near)
        listen(self.input, "input", self.written)
        listen(self.input, "change", self.entered)
        for chip in self.chips:
            listen(chip, "click", self.corrected)
        for button in every("button[data-prompt]", model.element):
            listen(button, "click", self.pressed)

    def judge(self, mistake):
        """What is wrong with the prompt that was asked about, or nothing."""
        self.wrong = mistake
        self.warn(mistake)

    def warn(self, mistake, text=None):
        """Tell what is wrong, and offer the words that are nearest."""
        super().warn(mistake, text)
        near, offers = mistake.get("near", []), mistake.get("offers", [])
        self.near.hidden = not near
        for i, chip in enumerate(self.chips):
            chip.hidden = i >= len(near)
            chip.textContent = near[i] if i < len(near) else ""
            chip.ariaLabel = offers[i] if i < len(near) else ""

    def recall(self, text):
        """The prompt that counts; what was written and not taken is gone."""
        self.wrong = {}
        self.warn({})
        self.input.value = text

    def written(self, event):
        """A prompt is being written."""
        window.clearTimeout(self.timer)
        self.timer = window.setTimeout(self.rested, REST)

    def spell(self, *ignored):
        """Ask what is wrong with the prompt so far."""
        self.model.ask("spell", "prompt", self.input.value)

    async def entered(self, event):
        """Another prompt was written."""
        text = self.input.value
        window.clearTimeout(self.timer)
        await self.model.bridge.send(self.model.id, "enter", "prompt", text)
        self.warn(self.wrong, text)
        if not self.wrong:
            await self.model.settle()
            self.show_answer()
        elif document.activeElement == self.input:
            self.input.setSelectionRange(self.wrong["start"], self.wrong["end"])

    def show_answer(self):
        """Scroll to the answer below the field, while the reader is there."""
        if self.answer and self.entry.contains(document.activeElement):
            self.answer.scrollIntoView(to_js({"block": "nearest"}))

    async def corrected(self, event):
        """The word that is offered is to stand in the place of the wrong one."""
        wrong = self.wrong
        if wrong:
            before, _, after = cut(self.input.value, wrong["start"], wrong["end"])
            self.input.value = before + event.target.textContent + after
            self.input.focus()
            await self.entered(event)

    async def pressed(self, event):
        """One of the prompts to try is to be the prompt."""
        self.input.value = event.target.closest("[data-prompt]").dataset.prompt
        await self.entered(event)
