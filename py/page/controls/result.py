"""A student's result: its code and link in a dialog, made when requested and stored nowhere."""

from page.browser.dom import document, every, listen, root, window, words
from page.browser.home import home
from page.browser.location import RESULT, SIGNS
from page.controls.code import show_code
from page.controls.share import LONG, copied
from page.sections.challenge import Panel


class Results:
    """Handles the buttons that ask for the result, and the dialog that shows it.

    `progress` are the challenges that the device remembers, `closing` has the answers to the essay's
    questions. `visit` is a random number by which a teacher's table recognizes two codes from the same visit.
    It lasts as long as the page, and isn't stored.
    """

    def __init__(self, bridge, progress, closing):
        self.bridge, self.progress, self.closing = bridge, progress, closing
        self.visit = str(int(window.Math.random() * 1_000_000_000))
        self.asked = 0
        self.dialog = document.getElementById("result")
        self.name = self.dialog.querySelector("[data-result-name]")
        self.code = self.dialog.querySelector("[data-result-code]")
        self.link = self.dialog.querySelector("[data-result-link]")
        self.told = self.dialog.querySelector(".told")
        for button in every("[data-result]"):
            listen(button, "click", self.open)
        listen(self.name, "input", self.show)
        listen(self.dialog, "click", self.clicked)

    async def open(self, event):
        """Show the dialog, with what was done so far."""
        self.told.textContent = ""
        self.dialog.showModal()
        await self.show()

    async def show(self, event=None):
        """Update code and link; say so if Python has failed, or if its results can't be trusted."""
        if root.dataset.python == "failed":
            self.told.textContent = words("fail.late")
            return
        if not Panel.counts:
            self.code.value = ""
            self.offer_link("")
            self.told.textContent = words("result.foreign")
            return
        if not self.bridge.answering:
            self.told.textContent = words("wait.taken")
        self.asked += 1
        mine = self.asked
        await self.progress.load()
        await self.closing.ready()
        done, (answers, changed) = self.progress.done, self.closing.written()
        asked = {field.dataset.tested: field.value for field in every("[data-tested]")}
        found = await self.bridge.ask(
            None, "result", self.name.value, self.visit, done, answers, changed, asked
        )
        if found["code"].strip(SIGNS):
            raise ValueError("not a result code")
        if mine == self.asked:  # else the name has changed meanwhile
            self.code.value = found["code"]
            self.offer_link(home() + "?teacher" + RESULT + found["code"])
            if found["empty"]:
                self.told.textContent = words("result.empty")

    def offer_link(self, link):
        """Show the link; if it is so long that programs may cut it off, say so instead."""
        fits = len(link) <= LONG
        self.link.value = link if fits else ""
        self.link.closest("p").hidden = not fits
        for button in every("[data-result-do=link], [data-result-do=qr]", self.dialog):
            button.hidden = not fits
        self.told.textContent = "" if fits else words("result.long", count=len(link), most=LONG)

    async def clicked(self, event):
        """A button of the dialog was pressed."""
        button = event.target.closest("[data-result-do]")
        if button:
            await getattr(self, "do_" + button.dataset.resultDo)()

    async def do_copy(self):
        """Copy the code."""
        await self.copy(self.code, "result.copied")

    async def do_link(self):
        """Copy the link."""
        await self.copy(self.link, "result.link.copied")

    async def copy(self, field, key):
        """Copy what is in a field, or select it where copying is forbidden."""
        if field.value:
            done = await copied(field.value, field)
            self.told.textContent = words(key if done else "result.select")

    async def do_qr(self):
        """Show the link as a QR code, over this dialog."""
        if self.link.value:
            self.told.textContent = await show_code(self.link.value, "result.code.long")

    async def do_close(self):
        """Close the dialog; what was typed goes with it when the page does."""
        self.dialog.close()
