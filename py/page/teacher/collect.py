"""The teacher's table of results. The worker reads the codes; they are kept here until the page is closed."""

from page.browser.dom import cancel, every, listen, made, window
from page.controls.challenges import line
from page.controls.take import take
from page.teacher.evidence import Evidence

LARGEST = 2_000_000  # bytes of a file that is read
USUAL = 3  # columns beside those of lessons and answers: who, challenges, sentence


class Collect:
    """Adds codes from the text area, from files, and from the page's own address."""

    def __init__(self, element, bridge, location):
        self.element, self.bridge = element, bridge
        self.codes = []
        self.area = element.querySelector("textarea")
        self.files = element.querySelector("input[type=file]")
        self.told, self.table = element.querySelector(".told"), element.querySelector(".wide table")
        self.evidence = Evidence(element.querySelector("[data-evidence]"), bridge, lambda: self.codes)
        listen(element, "click", self.clicked)
        listen(self.files, "change", self.opened)
        listen(element, "dragover", self.over)
        listen(element, "drop", self.dropped)
        location.collect = self.add

    async def begin(self, results):
        """Add what the page's address has brought."""
        if results:
            await self.add("\n".join(results))
            self.element.scrollIntoView()

    async def clicked(self, event):
        """A button was pressed."""
        button = event.target.closest("[data-collect]")
        if button:
            await getattr(self, "do_" + button.dataset.collect)()

    async def do_add(self):
        """Add what was pasted."""
        text, self.area.value = self.area.value, ""
        await self.add(text)
        self.area.focus()

    async def do_csv(self):
        """Save the table."""
        await take(self.element, self.bridge.ask(None, "results", self.codes))

    async def do_forget(self):
        """Forget all results."""
        self.codes = []
        self.evidence.forget()
        await self.add("")
        self.say([self.told.dataset.forgotten])
        self.area.focus()

    def over(self, event):
        """Files may be dropped here."""
        if holds_files(event):
            cancel(event)

    async def dropped(self, event):
        """Files were dropped; a text goes into the text area, as everywhere."""
        if holds_files(event):
            cancel(event)
            await self.read(event.dataTransfer.files)

    async def opened(self, event):
        """Files were chosen."""
        await self.read(self.files.files)
        self.files.value = ""

    async def read(self, files):
        """Add what is in some files."""
        some = [files.item(index) for index in range(files.length)]
        large = [self.told.dataset.large.replace("{name}", file.name) for file in some if file.size > LARGEST]
        text = ""
        for file in some:
            if file.size <= LARGEST:
                text += "\n" + await file.text()
        await self.add(text, large)

    async def add(self, text, also=()):
        """Let the worker add what is in a text, and show the table; `also` is said, too."""
        found = await self.bridge.ask(None, "collect", self.codes, text)
        self.codes = found["codes"]
        self.show(found)
        await self.evidence.show()
        self.say(found["said"] + list(also))

    def show(self, found):
        """Write the table anew; its last columns are answers, if there are any, and need room."""
        usual = len(every("section.lesson")) + USUAL
        self.table.dataset.asked = str(len(found["head"]) - usual)
        self.element.querySelector(".collected").hidden = not self.codes
        for part, rows in (("thead", [found["head"]]), ("tbody", found["rows"]), ("tfoot", [found["foot"]])):
            place = self.table.querySelector(part)
            place.textContent = ""
            for cells in rows:
                place.append(line(cells))
        for cell in every("thead td, thead th", self.table):
            cell.replaceWith(made("th", cell.textContent, scope="col"))

    def say(self, sentences):
        """Say some sentences, each in a line of its own."""
        self.told.textContent = ""
        for sentence in sentences:
            self.told.append(made("span", sentence + " "))


def holds_files(event):
    """Return whether what is dragged are files."""
    return "Files" in window.Array.of(event.dataTransfer.types).join(",").split(",")
