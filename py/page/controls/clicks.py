"""What a click asks the worker for: a lesson's own buttons, places in pictures, parts that open and close."""

from page.browser.dom import every, listen


class Acts:
    """Sends presses of a lesson's own buttons over the bridge. Only the worker knows what each does."""

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


class Pointer:
    """Sends clicked positions to the worker, which converts them to values of sliders."""

    def __init__(self, sections, bridge):
        self.sections = sections
        self.bridge = bridge
        for canvas in every("canvas[data-points]"):
            listen(canvas, "click", self.clicked)
        for box in every("input[data-log]"):
            listen(box, "change", self.scaled)

    def clicked(self, event):
        """Move all sliders on the axes to a click or tap, as one move of the hand."""
        canvas = event.target
        section = self.sections[canvas.closest("section.lesson").id]
        for row in section.rows.values():
            row.warn("")
        self.bridge.tell(section.id, "point", canvas.dataset.picture, event.offsetX, event.offsetY)
        self.bridge.tell(section.id, "settle")

    def scaled(self, event):
        """Switch the trace between linear and logarithmic."""
        lesson = event.target.closest("section.lesson").id
        self.bridge.tell(lesson, "set_log", event.target.checked)
        self.bridge.tell(lesson, "settle")


class Watching:
    """Tells the worker, by a verb, in which lessons the part with a selector is open."""

    def __init__(self, sections, bridge, selector, verb):
        self.bridge, self.verb = bridge, verb
        for section in sections.values():
            for details in every(selector, section.element):
                listen(details, "toggle", self.toggled)
                if details.open:  # opened before this script was there
                    bridge.tell(section.id, verb, True)

    def toggled(self, event):
        """It was opened or closed."""
        details = event.target
        self.bridge.tell(details.closest("section.lesson").id, self.verb, bool(details.open))
