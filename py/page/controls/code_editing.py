"""Editing the Python of lessons: the modules for it are fetched when a reader first opens an editor."""

import json

from page.browser.carry import carried
from page.browser.dom import document, every, listen, root, soon, window, words
from page.browser.late import Once, bring, text_of
from page.controls.progress import EXPERIMENTS, Progress

PACKAGE = (
    "__init__",
    "beside",
    "drafts",
    "editing",
    "experiments",
    "outcome",
    "watchdog",
)
MAKING = PACKAGE + ("making",)  # noqa: RUF005  MicroPython has no other way


class CodeEditing:
    """Opens editors in the sections, and passes them what views say about a reader's code."""

    def __init__(self, sections, bridge, location):
        self.sections, self.bridge, self.location = sections, bridge, location
        self.opened, self.panel = {}, Once(self.bring)
        self.coming = False  # whether an address contained code
        self.brought = self.prepared = False
        self.stopped = carried  # what was stopped, or left behind, when the page reloaded itself
        self.progress = Progress(EXPERIMENTS)
        self.making = None  # the editor of a whole lesson, on the page where lessons are made
        location.code_hearers.append(self.linked)
        location.is_plain = self.is_plain
        for section in sections.values():
            section.code_shown, section.way_changed = self.shown, self.turned
            section.values_shown = self.valued
            for button in every("[data-code-do=edit]", section.element):
                listen(button, "click", self.clicked)

    async def clicked(self, event):
        """Open the editor of the section, and focus it unless the reader has gone elsewhere meanwhile."""
        button = event.target.closest("[data-code-do=edit]")
        editing = await self.open(self.sections[button.closest("section.lesson").id])
        if editing and document.activeElement in (button, document.body):
            editing.editor.focus()

    async def open(self, section, text=None, whose="", foreign=False):
        """Open and return the editor of a section; if it can't be fetched, say so and return None."""
        panel = section.element.querySelector("[data-code]")
        panel.open = True
        try:
            editing = await self.editing_of(section)
            await editing.open(text, whose, foreign)
        except Exception as error:
            window.console.error(str(error))
            panel.querySelector(".told").textContent = words("python.unfetched")
            return None
        return editing

    async def editing_of(self, section):
        """Return the editor of a section, created when first needed."""
        if section.id not in self.opened:
            html = await self.panel.get()
            from page.python.editing import Editing

            if section.id not in self.opened:  # nor created meanwhile
                editing = Editing(section, html, self.bridge, self.drafts, self.watchdog, self.progress)
                editing.ready = lambda: self.prepare(editing)
                self.opened[section.id] = editing
                soon(editing.ready, section.element)
        return self.opened[section.id]

    async def bring(self):
        """Fetch the panel as HTML, and its modules. Raises `RuntimeError` if that fails."""
        button = document.querySelector("[data-code-do=edit]")
        html = await text_of(button.dataset.panel, "<div")
        await self.bring_modules(PACKAGE)
        return html

    async def bring_modules(self, names):
        """Fetch these modules, and start storing what is written and watching what runs."""
        if not self.brought:
            await bring("python", names)
            self.brought = True
        from page.python.drafts import Drafts
        from page.python.watchdog import Watchdog

        self.drafts, self.watchdog = Drafts(), Watchdog(self.bridge, self.location, self.sections)
        self.bridge.overrun = self.watchdog.stop

    async def begin_making(self):
        """On the page for making lessons, have the worker make the one that it begins with."""
        if not root.hasAttribute("data-making"):
            return
        for section in self.sections.values():
            await self.bring_modules(MAKING)
            from page.python.making import Making

            self.making = Making(section, self.bridge, self.drafts, self.watchdog, self.progress)
            self.making.ready = lambda: self.prepare(self.making)
            self.opened[section.id], self.panel.made = self.making, "here"
            words = window.JSON.stringify(self.making.words.worker)
            self.prepared = await self.bridge.ask_now(None, "prepare_code", words)
            await self.bridge.ask_now(None, "begin_making", self.making.original())

    async def prepare(self, editing):
        """Have the worker get ready, so that the first run takes no longer than later ones."""
        if not self.prepared:
            words = window.JSON.stringify(editing.words.worker)
            self.prepared = await self.bridge.ask(None, "prepare_code", words)

    def is_plain(self):
        """Return whether all code that ran on this page leaves nothing behind."""
        return all(editing.plain for editing in self.opened.values())

    def shown(self, section, told):
        """Show what a view says about the state of its lesson's code."""
        if section.id in self.opened:
            self.opened[section.id].show(told)

    def valued(self, section):
        """Show the values beside lines, or the state of code, from a view."""
        if section.id in self.opened:
            self.opened[section.id].show_values()

    def turned(self, section):
        """Follow a change of the way downhill in a section."""
        if section.id in self.opened and self.opened[section.id] is not self.making:
            self.opened[section.id].turn()

    def linked(self, codes):
        """Show the codes from an address; they don't run."""
        for lesson, text in codes.items():
            if lesson in self.sections and lesson != self.stopped.get("lesson"):
                self.open_later(self.sections[lesson], text)

    def open_later(self, section, text):
        """Show the code from an address."""
        self.coming = True
        soon(lambda: self.open(section, text, "linked", True))

    async def begin(self):
        """Show again what was stopped when the page reloaded itself."""
        stopped, self.stopped = self.stopped, {}
        if self.making:  # its Python is always open
            self.bridge.tell(self.making.section.id, "watch_python", True)
        section = self.sections.get(stopped.get("lesson"))
        if not section:
            if self.making and not self.coming:
                await self.open(self.making.section)
            return
        if stopped["kind"] == "restored":
            await self.restored(section, json.loads(stopped["text"]), stopped["foreign"])
            return
        editing = await self.open(section, stopped["text"], "stopped", stopped["foreign"])
        if editing:
            editing.panel.dataset.codeState = "stopped"
            if root.getAttribute("data-beats") is None:  # else it is next to the picture
                editing.panel.scrollIntoView()

    async def restored(self, section, left, foreign):
        """Show the editor after the page has reloaded for its own code, with what the reader wrote."""
        editing = await self.open(section, "")
        if editing:
            for key, text in left["drafts"].items():
                self.drafts.texts.setdefault(key, text)
            if left["experiment"]:
                await editing.experiments.again(left["experiment"])
            editing.begun_anew(left["text"], "kept", foreign)
