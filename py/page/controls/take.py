"""Files to take along: a picture as it stands, or the run. The worker makes them, the browser saves them."""

import js as window

from page.browser.dom import document, every, listen, words
from page.transport.in_turn import InTurn

KEPT = 60_000  # ms: so long the browser may take to save a file


class Take:
    """Listens to the buttons that save something."""

    def __init__(self, sections, bridge):
        self.bridge = bridge
        self.turns, self.wanted = InTurn(), []
        for section in sections.values():
            part = section.element.querySelector("details.take")
            listen(part, "click", self.clicked)
            listen(part, "toggle", self.toggled)
            listen(part.querySelector("select"), "focus", self.toggled)

    async def toggled(self, event):
        """The list of pictures is about to be read: it offers those that are on the page just now."""
        part = event.target.closest("details")
        section, menu = part.closest("section.lesson"), part.querySelector("select")
        for option in every("option", menu):
            canvas = section.querySelector('canvas[data-picture="' + option.value + '"]')
            option.hidden = option.disabled = is_gone(canvas, section)
            if option.disabled and menu.value == option.value:
                menu.value = "picture"

    async def clicked(self, event):
        """A button was pressed: one file after the other, each once."""
        button = event.target.closest("[data-take]")
        if not button:
            return
        part = button.closest("details")
        file = part.closest("section.lesson").id, button.dataset.take, part.querySelector("select").value
        if file not in self.wanted:
            self.wanted.append(file)
            part.querySelector(".told").textContent = words("take.making")
            await self.turns.do(self.make, file, part)

    async def make(self, file, part):
        """Have a file made; from then on it can be asked for again."""
        try:
            await self.save(file, part)
        finally:
            self.wanted.remove(file)

    async def save(self, file, part):
        """The newest moves first, then the file: give it to the browser, and say what became of it."""
        told, (lesson, kind, picture) = part.querySelector(".told"), file
        told.textContent = words("take.making")
        await self.bridge.send(lesson, "settle")
        try:
            found = await self.bridge.ask(lesson, "save", kind, picture, page_address())
        except Exception as error:
            told.textContent = words("take.failed", message=str(error))
            return
        hand_over(part, found["url"], found["name"])


def page_address():
    """The page's address, without what stands behind it."""
    return window.location.href.split("#")[0].split("?")[0]


def hand_over(part, url, name):
    """Give a file to the browser, and say so in that part of the page."""
    link = document.createElement("a")
    link.href, link.download = url, name
    link.click()
    part.querySelector(".told").textContent = words("take.done", name=name)
    part.querySelector(".framed").hidden = window.Array.of(window.top).includes(window.self)
    window.setTimeout(window.URL.revokeObjectURL.bind(window.URL, url), KEPT)


def is_gone(element, section):
    """Whether an element is not on the page, be it hidden by itself or by a link; folded, it is there."""
    while element != section:
        if window.getComputedStyle(element).display == "none":
            return True
        element = element.parentElement
    return False
