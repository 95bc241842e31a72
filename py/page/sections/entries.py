"""Texts that the reader writes: a field takes its text with Enter, or when it is left."""

from page.browser.dom import document, every, listen, made, window


class Field:
    """One field, with the place for its mistakes, and its formula if it has one."""

    def __init__(self, element):
        self.name = element.dataset.entry
        self.input = element.querySelector("input, textarea")
        self.mistake = element.querySelector(".mistake")
        self.formula = element.querySelector("[data-mathml]")

    def warn(self, mistake, text=None):
        """Say what is wrong with a `text`, and mark the place; clear both if nothing is."""
        if mistake and text is not None and self.input.value != text:
            self.input.value = text  # a view has come in between
        self.input.setAttribute("aria-invalid", "true" if mistake else "false")
        self.mistake.hidden = not mistake
        sentence, code = self.mistake.children
        sentence.textContent = mistake.get("sentence", "")
        code.textContent = ""
        if mistake:
            before, wrong, after = cut(self.input.value, mistake["start"], mistake["end"])
            code.append(before, made("mark", wrong), after)


class Entries:
    """The fields of one lesson."""

    def __init__(self, element):
        self.fields = {field.name: field for field in map(Field, every("[data-entry]", element))}
        self.texts = {}

    def show(self, texts):
        """Show the current texts; mistakes in other ones no longer matter."""
        self.texts = texts
        for name, field in self.fields.items():
            text = texts[name]
            if field.input.value != text:
                field.input.value = text
            field.warn({})

    def recall(self):
        """Show the current texts again, whatever was written since."""
        if self.texts:
            self.show(self.texts)

    def typeset(self, formulas):
        """Show the texts as formulas."""
        for name, mathml in formulas.items():
            window.downhillFormulas(self.fields[name].formula, "<math>" + mathml + "</math>")


class Writing:
    """Sends what was written over the bridge."""

    def __init__(self, sections, bridge, machine):
        self.sections = sections
        self.bridge = bridge
        self.machine = machine
        for section in sections.values():
            for field in section.entries.fields.values():
                listen(field.input, "change", self.writer(section, field))
                if field.input.value != field.input.defaultValue:  # written before this script was there
                    bridge.tell(section.id, "enter", field.name, field.input.value)

    def writer(self, section, field):
        """Return the handler for a changed field: it sends the text, or says what is wrong with it."""

        async def written(event):
            self.machine.pause()
            text = field.input.value
            await self.bridge.send(section.id, "enter", field.name, text)
            mistake = section.last["mistake"]
            field.warn(mistake, text)
            if not mistake:
                section.unwarn()
                await self.bridge.send(section.id, "settle")
            elif document.activeElement == field.input:  # Enter, and not another place
                field.input.setSelectionRange(mistake["start"], mistake["end"])

        return written


def cut(text, start, end):
    """A text in three: before, in and behind a place, which counts Python's characters."""
    return text[:start], text[start:end], text[end:]
