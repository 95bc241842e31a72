"""Shows values beside the lines of code in an editor."""

from page.browser.dom import every, to_js

BETWEEN = 2  # blank lines from one function of the page to the next


class Beside:
    """Values beside the lines of a panel's editor, as long as its text is exactly what runs.

    `own` returns the page's own text, as it is shown. `written` is the text in the editor, `ran` the reader's
    text that was last run.
    """

    def __init__(self, panel, own):
        self.panel, self.own = panel, own
        self.written, self.ran, self.shown = "", None, {}
        self.functions, self.original, self.lines = None, "", []  # of the page, as they were looked at last

    def write(self, text):
        """Note that the editor has another text; it has removed all values."""
        if text != self.written:
            self.written, self.shown = text, {}

    def show(self, editor, worked_out):
        """Show the values of lines, by the keys of a view."""
        state = self.panel.dataset.codeState
        if state == "running":
            return  # what comes now was on its way before
        if state == "original":
            self.look()
        runs = {"original": self.original, "changed": self.ran}.get(state)
        texts = self.by_line(worked_out) if self.written == runs else {}
        if texts != self.shown:
            self.shown = texts
            editor.setValues(to_js(texts))

    def look(self):
        """Find the page's own lines, each with the key of its value, where others are shown than before."""
        functions = every(".function:not([hidden])", self.panel)
        names = [(each.dataset.function, each.getAttribute("data-only")) for each in functions]
        if names == self.functions:
            return
        self.functions, self.original, self.lines = names, self.own(), []
        line = 1
        for function in functions:
            for item in every("li", function):
                place = item.querySelector("[data-worked-out]")
                if place:
                    self.lines.append((str(line), place.dataset.workedOut))
                line += 1
            line += BETWEEN

    def by_line(self, worked_out):
        """Return the same by line numbers, as texts."""
        found = {key[1:]: text for key, text in worked_out.items() if key[0] == ":"}
        for line, key in self.lines:
            if key in worked_out:
                found[line] = worked_out[key]
        return found
