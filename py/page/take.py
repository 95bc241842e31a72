"""Files to take along: a picture as it stands, or the run. The worker makes them, the browser saves them."""

import json

import js as window

from page.dom import document, every, listen, words

KEPT = 60_000  # ms: so long the browser may take to save a file


class Take:
    """Listens to the buttons that save something."""

    def __init__(self, sections, bridge):
        self.bridge = bridge
        self.busy = False
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
        """A button was pressed: the newest moves first, then the file."""
        button = event.target.closest("[data-take]")
        if not button or self.busy:
            return
        self.busy = True
        try:
            part = button.closest("details")
            await self.save(part.closest("section.lesson").id, button.dataset.take, part)
        finally:
            self.busy = False

    async def save(self, lesson, kind, part):
        """Have a file made and give it to the browser; say what became of it."""
        told, picture = part.querySelector(".told"), part.querySelector("select").value
        told.textContent = words("take.making")
        await self.bridge.send(lesson, "settle")
        found = json.loads(await self.bridge.ask("save", lesson, kind, picture, page_address()))
        if "failed" in found:
            told.textContent = words("take.failed", message=found["failed"])
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
