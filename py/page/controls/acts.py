"""A lesson's own buttons. Only the worker knows what each does."""

from page.browser.dom import listen


class Acts:
    """Sends their presses over the bridge."""

    def __init__(self, sections, bridge):
        self.bridge = bridge
        for section in sections.values():
            for button in section.acts:
                listen(button, "click", self.clicked)

    async def clicked(self, event):
        """Handle a press."""
        button = event.target
        lesson = button.closest("section.lesson").id
        await self.bridge.send(lesson, "act", button.dataset.act)
        await self.bridge.send(lesson, "settle")
