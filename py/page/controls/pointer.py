"""The pointer over the pictures: a click or a tap puts the sliders where it is; and the trace's scale."""

from page.browser.dom import every, listen


class Pointer:
    """Listens to the pictures whose axes are sliders; what lies under a point the worker knows."""

    def __init__(self, sections, bridge):
        self.sections = sections
        self.bridge = bridge
        for canvas in every("canvas[data-points]"):
            listen(canvas, "click", self.clicked)
        for box in every("input[data-log]"):
            listen(box, "change", self.scaled)

    def clicked(self, event):
        """A click, or a tap that was no scroll: the sliders go there, in one move of the hand."""
        canvas = event.target
        section = self.sections[canvas.closest("section.lesson").id]
        for row in section.rows.values():
            row.warn("")
        self.bridge.tell(section.id, "point", canvas.dataset.picture, event.offsetX, event.offsetY)
        self.bridge.tell(section.id, "settle")

    def scaled(self, event):
        """The trace gets another scale."""
        lesson = event.target.closest("section.lesson").id
        self.bridge.tell(lesson, "set_log", event.target.checked)
        self.bridge.tell(lesson, "settle")
