"""The log of a training: a table of what was written along the way, with the current row marked."""

from page.sections.table import Table

NEAR = 8  # pixels from its end at which a list counts as being at its end


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
