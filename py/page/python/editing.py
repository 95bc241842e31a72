"""The editor of a lesson's Python: runs the code, shows the outcome, and goes back."""

from page.browser.dom import as_function, every, guarded, listen, say, window, words
from page.browser.late import address_of
from page.controls.take import take
from page.python.beside import Beside
from page.python.experiments import Experiments
from page.python.outcome import Outcome, list_difference
from page.sections.challenge import Panel
from page.transport.bridge import breath


class Editing(Outcome):
    """The editor in one section.

    `drafts` keeps what was written, `watchdog` looks after what runs, `progress` knows which experiments
    are done.
    """

    def __init__(self, section, html, bridge, drafts, watchdog, progress):
        self.section, self.bridge = section, bridge
        self.drafts, self.watchdog, self.progress = drafts, watchdog, progress
        self.base = ""  # the page's own functions, as they were shown when the editor was last filled
        self.whose = self.given = ""  # whose code it is that doesn't run, and the text that a link brought
        self.foreign = self.was_foreign = False  # whether not all of it was written here; and ever
        self.left = self.warned = None  # a text to bring back, whose, and if it is foreign; if it was asked
        self.panel = section.element.querySelector("[data-code]")
        self.panel.insertAdjacentHTML("beforeend", html)  # built with the page
        self.element = self.panel.querySelector(".editing")
        self.words = window.JSON.parse(self.element.dataset.words)
        self.parts = {name: self.element.querySelector("." + name) for name in PARTS}
        self.printed = self.element.querySelector("[data-printed]")
        self.editor, self.key = None, self.variant()
        self.beside = Beside(self.panel, self.original)
        self.waiting = None  # those who wait for the editor while it is made
        self.ready = None  # called and awaited before a run, to load whatever it takes
        self.experiments = self.begin_experiments()
        listen(self.element, "click", self.clicked)

    def begin_experiments(self):
        """Create the experiments with the lesson's Python."""
        return Experiments(self)

    def variant(self):
        """Return the name of the functions that are shown: those of one option of a choice."""
        parts = every(".function[data-only]:not([hidden])", self.panel)
        return parts[0].dataset.only if parts else ""

    def original(self):
        """Return the page's own functions, as they are shown."""
        functions = every(".function:not([hidden])", self.panel)
        texts = ["\n".join([line.textContent for line in every("li > code", each)]) for each in functions]
        return "\n\n\n".join(texts) + "\n"

    async def open(self, text=None, whose="", foreign=False):
        """Show the editor with a text, or with what was written last, or with the page's functions.

        A `foreign` text was not written here, or not all of it.
        """
        self.key = self.variant()
        kept, kept_foreign = await self.drafts.read(self.section.id, self.key)
        if text is None:
            text, foreign = kept, kept_foreign
            whose = "kept" if text and text != self.original() else ""
        elif whose == "linked" and text == kept:
            whose, foreign = "kept", kept_foreign  # the address was written here
        self.mark_foreign(foreign)
        self.given = text if whose == "linked" else ""
        await self.make(text or self.original())
        self.base = self.original()
        self.tell_whose(whose)
        self.panel.setAttribute("data-editing", "")
        if not whose:
            self.panel.dataset.codeState = "original"
        self.show_values()

    async def make(self, text):
        """Create the editor with that text, only once even if it is requested again meanwhile."""
        if self.waiting is not None:
            await window.Promise.new(lambda resolve, reject: self.waiting.append(resolve))
        if self.editor:
            self.editor.setText(text)
            return
        self.waiting = []
        try:
            self.editor = await self.make_editor(text)
            self.beside.write(text)
            self.panel.codeText = self.editor.text  # for Copy (web/boot/inline/python.js)
            self.editor_made()
        finally:
            waiting, self.waiting = self.waiting, None
            for resolve in waiting:
                resolve(None)

    def editor_made(self):
        """Set things up once the editor exists."""

    async def make_editor(self, text):
        """Create an editor with a text."""
        module = await window.downhillImport(address_of("editor/editor.js"))
        given = window.Object.new()
        given.text, given.label = text, self.word("label")
        given.words = window.Object.new()
        given.words.keys = self.word("keys")
        given.over = self.element.querySelector(".run-bar")
        given.onForeign = as_function(self.came)
        given.onChange, given.onRun = as_function(self.changed), guarded(self.run_through, self.panel)
        return await module.openEditor(self.parts["editor"], given)

    def tell_whose(self, key):
        """Say whose code it is, and, if it may not be the reader's own, what it can do."""
        self.whose, place = key, self.parts["whose"]
        told = [self.word(key)] if key else []
        if self.foreign or key == "kept":
            told.append(self.word("foreign"))
        place.hidden = not told
        place.textContent = " ".join(told)

    def mark_foreign(self, foreign):
        """Note whether some of the code comes from elsewhere."""
        self.foreign = foreign
        self.was_foreign = self.was_foreign or foreign

    def came(self, how):
        """Note that new text was `pasted`, or that earlier text is back (`undone`)."""
        if how == "pasted" or self.was_foreign:
            self.mark_foreign(True)
            self.tell_whose(how if how == "pasted" else "")

    def changed(self, text):
        """Handle a change of the text, by the reader or by a link."""
        self.beside.write(text)
        if text == self.given:
            return  # it isn't the reader's
        self.drafts.keep(self.section.id, self.key, None if text == self.original() else text, self.foreign)
        if not self.parts["difference"].hidden:
            self.show_difference()

    async def clicked(self, event):
        """A button was pressed."""
        button = event.target.closest("[data-code-do]")
        what = button.dataset.codeDo if button else ""
        if what == "run":
            await self.run_through()
        elif what == "stop":
            self.watchdog.stop(self)
        elif what == "restore":
            await self.restore()
        elif what == "bring":
            await self.bring()
        elif what in ("save-py", "save-ipynb"):
            await self.save(what.split("-")[1])
        elif what == "difference":
            self.parts["difference"].hidden = not self.parts["difference"].hidden
            button.ariaExpanded = "false" if self.parts["difference"].hidden else "true"
            self.show_difference()

    async def save(self, kind):
        """Save a file that runs with plain Python, or a notebook, with what is written here."""
        lesson, place = self.section.id, self.parts["saved"].querySelector(".told")
        place.textContent = words("take.making")
        await self.bridge.send(lesson, "settle")
        await take(self.parts["saved"], self.bridge.ask(lesson, "save_code", kind, self.editor.text()))
        self.put("unread", self.word("unread") if self.whose == "linked" else "")

    async def fresh(self):
        """Put the page's own functions, of the variant that is shown, into the editor."""
        self.key = self.variant()
        self.mark_foreign(False)
        self.tell_whose("")
        self.editor.setText(self.original())

    def turn(self):
        """Follow a change of the way downhill: show its step, if nothing was edited."""
        before, self.base = self.base, self.original()
        if self.editor and self.editor.text() == before:
            self.editor.setText(self.base)

    async def run_through(self):
        """Run, and show the outcome when the lesson has come to rest."""
        if not self.plain and self.editor.text().split() == self.original().split():
            await self.restore()
            return
        await self.ready()
        self.run()
        await self.bridge.still(self.section.id)
        if self.panel.dataset.codeState == "running":  # it is told as it was before, so that nothing was sent
            self.show(self.section.last.get("code", {}))
        self.show_values()
        if self.experiments:
            await self.experiments.ran()

    def run(self):
        """Run the reader's functions in the lesson."""
        text = self.beside.ran = self.editor.text()
        if self.foreign:
            Panel.counts = False
        self.plain = self.plain and not self.whose and not self.foreign
        self.tell_whose("")
        self.editor.unmark()
        self.panel.dataset.codeState = "running"
        self.parts["came"].textContent = self.word("running")
        self.watchdog.watch(self)
        bring_picture(self.section.element)
        self.bridge.tell(self.section.id, "run_code", text, self.original())
        self.bridge.tell(self.section.id, "settle")

    async def restore(self):
        """Go back to the page's own functions, in a new Python if code may have left something behind."""
        await self.bridge.still(self.section.id)  # what runs now may not be plain
        if self.plain:
            await self.put_back()
            self.restored()
        else:
            await self.begin_anew()

    async def begin_anew(self, experiment=""):
        """Reload the page without the code; if steps of a model would be lost, ask first."""
        if not self.warned and self.watchdog.loses_steps():
            self.warned = True
            self.put("came", self.word("untrained"))
            return
        self.put("came", self.word("anew"))
        await breath()
        if self.experiments and self.experiments.on:
            experiment = experiment or self.experiments.on["id"]
        self.watchdog.restore(self, experiment)

    def begun_anew(self, text, whose, foreign):
        """Offer to bring back the code without which the page has reloaded."""
        self.left, button = (text, whose, foreign), self.element.querySelector("[data-code-do=bring]")
        button.hidden = False
        self.put("came", self.word("left"))
        button.focus()

    async def bring(self):
        """Show the code again without which the page has reloaded."""
        self.element.querySelector("[data-code-do=bring]").hidden = True
        self.put("came", "")
        await self.open(*self.left)
        self.editor.focus()

    def restored(self):
        """Close the editor, because the page's own functions run again."""
        self.panel.dataset.codeState = "original"
        self.put("came", "")
        self.panel.removeAttribute("data-editing")
        say(self.word("restored"))
        self.panel.querySelector("[data-code-do=edit]").focus()

    async def put_back(self):
        """Put the original text into the editor, and run it."""
        self.mark_foreign(False)
        self.editor.setText(self.original())
        self.editor.unmark()
        self.tell_whose("")
        self.drafts.keep(self.section.id, self.key, None)
        await self.bridge.send(self.section.id, "restore_code")
        await self.bridge.send(self.section.id, "settle")

    def show_values(self):
        """Show the newest values beside the lines of what runs."""
        if self.editor:
            self.beside.show(self.editor, self.section.last.get("python", {}))

    def show_difference(self):
        """Show the lines that were removed and added."""
        place = self.parts["difference"]
        place.textContent = ""
        if not place.hidden:
            list_difference(place, self.original(), self.editor.text(), self.word)


PARTS = ("saved", "unlinked", "unread", "whose", "editor", "came", "checked", "difference", "printed")


def bring_picture(section):
    """Scroll to a lesson's picture if it is out of view, or behind the code (all beats at once)."""
    frame = section.querySelector(".pictures .frame")
    seen = frame.getBoundingClientRect()
    hidden = float(window.getComputedStyle(frame).scrollMarginTop[:-2])  # px
    if seen.top < hidden or seen.bottom > window.innerHeight:
        frame.scrollIntoView()
