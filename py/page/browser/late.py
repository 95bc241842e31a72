"""What few visits need: fetched, with its HTML, when the address asks for it."""

from page.browser.dom import document, window

PANEL = ("__init__", "links", "panel")


async def text_of(address, beginning):
    """The text of a file of the site. Raises `RuntimeError`, naming a file that is missing.

    So is one that does not have its `beginning`: the sign-in page of a network answers for any file.
    """
    response = await window.fetch(address)
    text = await response.text()
    if not response.ok or not text.startswith(beginning):
        raise RuntimeError("404 " + address.split("/")[-1])
    return text


async def bring(package, names):
    """Put modules of a package beside the others, to be imported."""
    import os

    home = document.querySelector("script[type=mpy]").src.rsplit("/", 1)[0]
    os.mkdir("page/" + package)
    for name in names:
        file = "/" + package + "/" + name + ".py"
        text = await text_of(home + file, '"""')
        with open("page" + file, "w") as written:
            written.write(text)


async def open_panel(*parts):
    """Open the teacher's panel; where it can't be had, say so."""
    place = document.getElementById("teacher")
    try:
        html = await text_of(place.dataset.panel, "<section")
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
