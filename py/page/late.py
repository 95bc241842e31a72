"""What few visits need: fetched, with its HTML, when the address asks for it."""

from page.dom import document, window

PANEL = ("__init__", "links", "panel")


async def text_of(address):
    """The text of a file of the site. Raises `RuntimeError`, naming a file that is missing."""
    response = await window.fetch(address)
    if not response.ok:
        raise RuntimeError("404 " + address.split("/")[-1])
    return await response.text()


async def bring(package, names):
    """Put modules of a package beside the others, to be imported."""
    import os

    home = document.querySelector("script[type=mpy]").src.rsplit("/", 1)[0]
    os.mkdir("page/" + package)
    for name in names:
        file = "/" + package + "/" + name + ".py"
        text = await text_of(home + file)
        with open("page" + file, "w") as written:
            written.write(text)


async def open_panel(*parts):
    """Open the teacher's panel; where it can't be had, say so."""
    place = document.getElementById("teacher")
    try:
        html = await text_of(place.dataset.panel)
        await bring("teacher", PANEL)
    except Exception as error:
        window.console.error(str(error))
        place.textContent = place.dataset.missing
        place.hidden = False
        return
    from page.teacher.panel import Panel

    place.innerHTML = html  # ours, as it was built
    place.hidden = False
    Panel(place, *parts)
