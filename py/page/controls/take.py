"""Saving files: a picture as it is now, or the run. The worker makes them, the browser saves them."""

import js as window

from page.browser.dom import every, listen, made, words
from page.transport.in_turn import InTurn

CARD = "card"  # the picture of what a model writes, which has no place of its own on the page
KEPT = 60_000  # ms until the address of a file is revoked: the browser may take that long to save it


class Saving:
    """Handles the buttons that save something."""

    def __init__(self, sections, bridge):
        self.bridge = bridge
        self.turns, self.wanted = InTurn(), []
        for section in sections.values():
            menu = section.element.querySelector(".take select")
            for part in every(".take", section.element):
                listen(part, "click", self.clicked)
            listen(menu.closest("details"), "toggle", self.toggled)
            listen(menu, "focus", self.toggled)

    async def toggled(self, event):
        """Offer in the list only pictures that are visible now."""
        part = event.target.closest("details")
        section, menu = part.closest("section.lesson"), part.querySelector("select")
        for option in every("option", menu):
            canvas = section.querySelector('canvas[data-picture="' + option.value + '"]')
            option.hidden = option.disabled = is_gone(canvas, section)
            if option.disabled and menu.value == option.value:
                menu.value = "picture"

    async def clicked(self, event):
        """Queue a file, unless it is queued already."""
        button = event.target.closest("[data-take], [data-keep]")
        if not button:
            return
        part = button.closest(".take")
        kept, menu = button.getAttribute("data-keep"), part.querySelector("select")
        picture = CARD if kept else menu.value
        file = part.closest("section.lesson").id, kept or button.dataset.take, picture
        if file not in self.wanted:
            self.wanted.append(file)
            part.querySelector(".told").textContent = words("take.making")
            await self.turns.do(self.make, file, part)

    async def make(self, file, part):
        """Make a file; after that it can be requested again."""
        try:
            await self.save(file, part)
        finally:
            self.wanted.remove(file)

    async def save(self, file, part):
        """Wait for pending moves, request the file, save it, and show the result."""
        told, (lesson, kind, picture) = part.querySelector(".told"), file
        told.textContent = words("take.making")
        await self.bridge.send(lesson, "settle")
        await take(part, self.bridge.ask(lesson, "save", kind, picture, page_address()))


def page_address():
    """The page's address without query and fragment."""
    return window.location.href.split("#")[0].split("?")[0]


async def take(part, asked):
    """Wait for a file and its name, and hand them over, or show in that part of the page why that failed."""
    try:
        file, name = await asked
    except Exception as error:
        part.querySelector(".told").textContent = words("take.failed", message=str(error))
    else:
        await hand_over(part, file, name)


async def hand_over(part, file, name):
    """Let the browser save a Blob, and show its name in that part of the page; False if it may not."""
    try:
        url = window.URL.createObjectURL(await window.downhillFile(file, name))
    except Exception as error:
        part.querySelector(".told").textContent = words("take.failed", message=str(error))
        return False
    made("a", href=url, download=name).click()
    part.querySelector(".told").textContent = words("take.done", name=name)
    part.querySelector(".framed").hidden = window.Array.of(window.top).includes(window.self)
    window.setTimeout(window.URL.revokeObjectURL.bind(window.URL, url), KEPT)
    return True


def is_gone(element, section):
    """Return whether an element is hidden, itself or by an ancestor below the section; a folded one isn't."""
    while element != section:
        if window.getComputedStyle(element).display == "none":
            return True
        element = element.parentElement
    return False
