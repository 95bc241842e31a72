"""The Python of lessons, to change: its modules are fetched when a reader first asks for that."""

import json

from page.browser.carry import carried
from page.browser.dom import document, every, listen, root, soon, window, words
from page.browser.late import Once, bring, text_of
from page.controls.progress import EXPERIMENTS, Progress

PACKAGE = (
    "__init__",
    "beside",
    "difference",
    "drafts",
    "editing",
    "experiments",
    "in_view",
    "outcome",
    "watchdog",
)
MAKING = PACKAGE + ("making",)  # noqa: RUF005  MicroPython has no other way


class CodeEditing:
    """Opens editors in the sections, and shows them what their lessons tell of a reader's code."""

    def __init__(self, sections, bridge, location):
        self.sections, self.bridge, self.location = sections, bridge, location
        self.opened, self.panel = {}, Once(self.bring)
        self.coming = False  # whether an address has brought a code
        self.brought = self.prepared = False
        self.stopped = carried  # what was stopped, or left behind, when the page began anew
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
        """Change it: open the editor of that section."""
        section = self.sections[event.target.closest("section.lesson").id]
        editing = await self.open(section)
        if editing:
            editing.editor.focus()

    async def open(self, section, text=None, whose="", foreign=False):
        """Open the editor of a section; None, after a sentence, where it can't be had."""
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
        """The editor of a section, made when it is first asked for."""
        if section.id not in self.opened:
            html = await self.panel.get()
            from page.python.editing import Editing

            if section.id not in self.opened:  # nor made meanwhile
                editing = Editing(section, html, self.bridge, self.drafts, self.watchdog, self.progress)
                editing.ready = lambda: self.prepare(editing)
                self.opened[section.id] = editing
                soon(editing.ready, section.element)
        return self.opened[section.id]

    async def bring(self):
        """The panel as HTML, with all that works in it. Raises `RuntimeError` where it can't be had."""
        button = document.querySelector("[data-code-do=edit]")
        html = await text_of(button.dataset.panel, "<div")
        await self.bring_modules(PACKAGE)
        return html

    async def bring_modules(self, names):
        """Fetch the modules with that name, and begin to store what is written and to watch what runs."""
        if not self.brought:
            await bring("python", names)
            self.brought = True
        from page.python.drafts import Drafts
        from page.python.watchdog import Watchdog

        self.drafts, self.watchdog = Drafts(), Watchdog(self.bridge, self.location, self.sections)
        self.bridge.overrun = self.watchdog.stop

    async def begin_making(self):
        """Where lessons are made, let the worker make the one that the page begins with."""
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
        """Let the worker get ready, so that the first run takes no longer than another one."""
        if not self.prepared:
            words = window.JSON.stringify(editing.words.worker)
            self.prepared = await self.bridge.ask(None, "prepare_code", words)

    def is_plain(self):
        """Return whether all code that ran on this page leaves nothing behind."""
        return all(editing.plain for editing in self.opened.values())

    def shown(self, section, told):
        """A view tells how the code of its lesson stands."""
        if section.id in self.opened:
            self.opened[section.id].show(told)

    def valued(self, section):
        """A view tells what lines have worked out, or how code stands."""
        if section.id in self.opened:
            self.opened[section.id].show_values()

    def turned(self, section):
        """Another way downhill is shown there."""
        if section.id in self.opened and self.opened[section.id] is not self.making:
            self.opened[section.id].turn()

    def linked(self, codes):
        """An address has brought codes: they are shown, and don't run."""
        for lesson, text in codes.items():
            if lesson in self.sections and lesson != self.stopped.get("lesson"):
                self.open_later(self.sections[lesson], text)

    def open_later(self, section, text):
        """Show a code that an address has brought."""
        self.coming = True
        soon(lambda: self.open(section, text, "linked", True))

    async def begin(self):
        """Show again what was stopped when the page began anew."""
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
            if root.getAttribute("data-beats") is None:  # else it stands beside the picture
                editing.panel.scrollIntoView()

    async def restored(self, section, left, foreign):
        """The page has begun anew for its own code; what a reader wrote is there still."""
        editing = await self.open(section, "")
        if editing:
            for key, text in left["drafts"].items():
                self.drafts.texts.setdefault(key, text)
            if left["experiment"]:
                await editing.experiments.again(left["experiment"])
            editing.begun_anew(left["text"], "kept", foreign)
