"""The outcome of the code that runs in a section, as the panel of its Python shows it."""

from page.browser.dom import made


class Outcome:
    """The panel of a `section`; the `editor` is None until it is created."""

    section = panel = element = words = parts = printed = editor = None
    plain = True  # whether no code that ran here can have left anything behind; unknown for a stranger's

    def word(self, key, **gaps):
        """Return one of the panel's own sentences."""
        text = getattr(self.words.page, "editing." + key)
        for name, value in gaps.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def put(self, name, text):
        """Write a part, if it is new: what is live is spoken."""
        if self.parts[name].textContent != text:
            self.parts[name].textContent = text

    def show(self, told):
        """Show the state of the code; nothing while the page's own functions run."""
        if not self.editor:
            return
        self.plain = self.plain and told.get("plain", True)
        state = told.get("state", "original")
        if self.panel.dataset.codeState == "running" or told:
            self.panel.dataset.codeState = state
        elif self.panel.dataset.codeState in ("changed", "mistaken"):
            self.panel.dataset.codeState = "original"
        self.show_mistake(told)
        self.name_loss(told.get("own_loss", False))
        self.parts["checked"].textContent = told.get("checked", "")
        self.tell_room(told.get("too_long", 0), told.get("room", 0))
        printed = told.get("printed", "")
        self.parts["printed"].hidden = not printed
        if self.printed.textContent != printed:
            self.printed.textContent = printed

    def tell_room(self, count, room):
        """Say so if the code doesn't fit in a link; it still fits in a file."""
        self.put("unlinked", self.word("unlinked", count=count, room=room) if count else "")
        self.element.querySelector("[data-code-do^=save]").classList.toggle("strong", bool(count))

    def name_loss(self, own):
        """Name the loss as the page does, or as the reader's own."""
        place = self.section.element.querySelector(".loss")
        place.querySelector(".own-name").hidden = not own
        place.querySelector(".name").hidden = own

    def show_mistake(self, told):
        """Mark the line to blame, and say what happened and what to try."""
        if told.get("state") != "mistaken":
            self.editor.unmark()
            self.put("came", self.word("changed") if told else "")
            return
        line = int(told["line"])
        text = self.word("line" if line else "noline", line=line, what=told["what"], hint=told["hint"])
        self.put("came", text)  # above the code, which then is brought into view below it
        if line:
            self.editor.mark(line, told["what"])


def list_difference(place, before, after, word):
    """Add an item to the list `place` for each line removed or added; `word` returns sentences by key."""
    rows = difference(before.split("\n"), after.split("\n"))
    for kind, line in rows or [("", word("same"))]:
        item = made("li")
        if kind:
            item.dataset.kind = kind
            item.append(made("span", word(kind) + ": ", className="unseen"))
        item.append(made("code", line))
        place.append(item)


def difference(before, after):
    """Return the lines that were removed (`gone`) and added (`new`), in order, as pairs of kind and line.

    What stays is the longest common subsequence of lines.
    """
    longest = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            if before[i] == after[j]:
                longest[i][j] = longest[i + 1][j + 1] + 1
            else:
                longest[i][j] = max(longest[i + 1][j], longest[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(before) or j < len(after):
        if i < len(before) and j < len(after) and before[i] == after[j]:
            i, j = i + 1, j + 1
        elif j == len(after) or (i < len(before) and longest[i + 1][j] >= longest[i][j + 1]):
            found.append(("gone", before[i]))
            i += 1
        else:
            found.append(("new", after[j]))
            j += 1
    return found
