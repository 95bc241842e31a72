"""Fetches what is needed only later: modules of a package, and the teacher's panel with its HTML."""

import json

from page.browser.dom import document, every, window

PANEL = ("__init__", "links", "share", "panel", "collect", "evidence")


async def text_of(address, beginning):
    """Fetch the text of a file of the site. Raises `RuntimeError`, with the file's name, if that fails.

    A text without the expected `beginning` counts as missing: a network's sign-in page may replace any file.
    """
    response = await window.fetch(address)
    text = await response.text()
    if not response.ok or not text.startswith(beginning):
        raise RuntimeError("404 " + address.split("/")[-1])
    return text


def address_of(file):
    """The address of a file of the app, as `page/main.py`. A page that is one file has a table of them."""
    script = document.querySelector("script[type=mpy]")
    listed = script.getAttribute("data-files")
    if listed:
        return json.loads(listed)[file]
    return script.src.rsplit("/", 2)[0] + "/" + file


async def bring(package, names):
    """Fetch modules of a package and write them where Python imports from."""
    import os

    try:  # noqa: SIM105  MicroPython has no contextlib
        os.mkdir("page/" + package)
    except OSError:
        pass  # an earlier fetch has failed
    for name in names:
        file = "page/" + package + "/" + name + ".py"
        text = await text_of(address_of(file), '"""')
        with open(file, "w") as written:
            written.write(text)


class Once:
    """The result of an asynchronous function, which is called only once; if it raises, it is tried again."""

    def __init__(self, make):
        self.make, self.made, self.waiting = make, None, None

    async def get(self):
        """Return the result, making it if necessary."""
        while self.waiting is not None:
            await window.Promise.new(lambda resolve, reject: self.waiting.append(resolve))
        if not self.made:
            self.waiting = []
            try:
                self.made = await self.make()
            finally:
                waiting, self.waiting = self.waiting, None
                for resolve in waiting:
                    resolve(None)
        return self.made


async def open_panel(sections, hand, location, query):
    """Open the teacher's two panels, or say that they can't be fetched."""
    place = document.getElementById("teacher")
    try:
        html = await text_of(place.dataset.panel, "<section")
        await bring("teacher", PANEL)
    except Exception as error:
        window.console.error(str(error))
        place.textContent = place.dataset.missing
        place.hidden = False
        return
    from page.teacher.collect import Collect
    from page.teacher.panel import Panel

    if not place.firstElementChild:  # else it has been here for a while, and doors may be open
        place.innerHTML = html  # built with the page
    doors = {door.dataset.door: door for door in every("[data-door]", place)}
    Panel(place.querySelector(".panel"), sections, hand, location, query)
    for door in doors.values():
        door.querySelector("section").inert = False
    if location.results:
        doors["collect"].open = True
    place.hidden = False
    await Collect(place.querySelector(".collect"), location.bridge, location).begin(location.results)
