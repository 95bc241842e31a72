"""The editor of a whole lesson: what is written there becomes the section next to it."""

from page.browser.dom import every, say, to_js, window, words
from page.controls.take import hand_over
from page.python.editing import Editing

OWN = (
    "label",
    "changed",
    "restored",
    "saved",
    "unsaved",
)  # sentences that differ from those of other editors
NUMBER = "60"  # of the file among the lessons
MATHS = ("dt", "dd")  # the two parts of a slider in the next step in numbers


class Making(Editing):
    """The editor on the page for making lessons. `made` is what fills the places of its section."""

    def __init__(self, section, bridge, drafts, watchdog, progress):
        super().__init__(section, "", bridge, drafts, watchdog, progress)
        self.made = {}
        self.first = self.panel.querySelector("[data-first-text]")

    def begin_experiments(self):
        """Do nothing: a reader's own lesson has no experiments."""

    def word(self, key, **gaps):
        """Return one of the panel's own sentences."""
        if key not in OWN:
            return super().word(key, **gaps)
        text = getattr(self.words.page, "making." + key)
        for name, value in gaps.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def original(self):
        """Return the text of the lesson that the page begins with."""
        return self.first.textContent

    def editor_made(self):
        """Replace that text with the editor."""
        self.first.hidden = True

    async def clicked(self, event):
        """A button was pressed."""
        button = event.target.closest("[data-code-do]")
        if button and button.dataset.codeDo == "save-lesson":
            await self.save_lesson()
        else:
            await super().clicked(event)

    async def save_lesson(self):
        """Save the text as a file of a lesson, if it runs."""
        await self.run_through()
        told = self.parts["saved"].querySelector(".told")
        if self.panel.dataset.codeState == "mistaken":
            told.textContent = self.word("unsaved")
            return
        file = window.Blob.new(to_js([self.editor.text()]))
        name = "lesson_" + NUMBER + "_" + self.made["id"].replace("-", "_") + ".py"
        if await hand_over(self.parts["saved"], file, name):
            told.textContent = self.word("saved", name=name)

    def restored(self):
        """Handle the return to the lesson that the page begins with."""
        say(self.word("restored"))

    def show(self, told):
        """Show the state of the code, and the lesson's title."""
        if told.get("made", self.made) != self.made:
            self.made = told["made"]
            self.fill()
        super().show(told)
        if self.editor and told.get("state") == "original":
            self.put("came", "")

    def fill(self):
        """Fill the places of the section; those that the lesson doesn't need are hidden."""
        element, sliders = self.section.element, self.made["sliders"]
        for place in every("[data-made]", element):
            place.textContent = self.made["words"][place.dataset.made]
        for index in range(len(self.section.rows)):
            row = self.section.rows["s" + str(index + 1)]
            used = index < len(sliders)
            row.element.hidden = not used
            maths = [every("details.maths " + part, element)[index] for part in MATHS]
            for part in maths:
                part.hidden = not used
            if used:
                row.label = maths[0].textContent = sliders[index]["label"]
                row.element.querySelector("label").textContent = row.label
                row.box.ariaLabel = words("box.label", name=row.label)
                row.unit.textContent = sliders[index]["unit"]
        for canvas in every("canvas[data-picture]", element):
            name = canvas.dataset.picture
            if name in self.made["pictures"]:
                canvas.ariaLabel = self.made["pictures"][name]
            if canvas.closest(".views"):
                canvas.closest("figure").hidden = name not in self.made["pictures"]
