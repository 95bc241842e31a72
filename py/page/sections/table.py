"""A lesson's table, with as many rows as the view has."""

from page.browser.dom import every, plain, put


class Table:
    """The cells of a section's table, and the titles of its columns."""

    def __init__(self, element):
        self.element = element.querySelector("table.live")
        self.shown = self.cells = None

    def show(self, rows):
        """Show these rows of texts."""
        if not self.element:
            return
        if self.shown is None or len(self.shown) != len(rows):
            self.build(rows)
        else:
            for cells, texts, old in zip(self.cells, rows, self.shown):
                for i, text in enumerate(texts):
                    if text != old[i]:
                        put(cells[i], text)
        self.shown = rows

    def build(self, rows):
        """Rebuild the table with `rows` rows."""
        body = self.element.querySelector("tbody")
        body.innerHTML = "".join(map(written, rows))
        self.cells = [every("td, th", row) for row in every("tr", body)]

    def name(self, titles):
        """Other titles for the columns."""
        if self.element:
            for head, title in zip(every("thead th", self.element), titles):
                head.textContent = title


def written(texts):
    """A row of the table."""
    first, others = plain(texts[0]), "".join("<td>" + plain(text) + "</td>" for text in texts[1:])
    return '<tr><th scope="row">' + first + "</th>" + others + "</tr>"
