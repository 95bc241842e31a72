"""The log of a training: what was written on the way, a row that grows with it, the row of now marked."""

from page.sections.table import Table

NEAR = 8  # pixels from its end at which a list counts as being at its end


class Log(Table):
    """A table whose last row is that of now, kept in sight unless the reader has scrolled away from it."""

    def show(self, rows):
        """Show these rows of texts, the newest last."""
        if not self.element:
            return
        place = self.element.parentElement
        at_end = place.scrollHeight - place.scrollTop - place.clientHeight < NEAR
        super().show(rows)
        if at_end:
            place.scrollTop = place.scrollHeight

    def build(self, rows):
        """So many rows, anew, the last one marked."""
        super().build(rows)
        if self.cells:
            self.cells[-1][0].parentElement.setAttribute("aria-current", "step")
