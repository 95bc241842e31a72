"""Clicks and taps in pictures whose axes are sliders, which move there; and the scale of the trace."""

from page.browser.dom import every, listen


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
