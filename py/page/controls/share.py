"""Sharing the page as it is now: its link is copied, shown as a QR code, or given to the system's dialog."""

from page.browser.dom import document, every, listen, root, soon, to_js, window, words
from page.browser.storage import attempt
from page.controls.code import show_code

LONG = 2000  # characters; longer links are cut by some mail programs and platforms


class Share:
    """Handles the buttons that share the link of a lesson."""

    def __init__(self, location, bridge):
        self.location, self.bridge = location, bridge
        listen(document.querySelector("#code button"), "click", self.closed)
        for box in every(".share"):
            listen(box, "click", self.clicked)
        if window.Reflect.has(window.navigator, "share"):
            soon(self.offer)

    async def offer(self):
        """Show the button for the system's dialog once lessons answer: the dialog needs a recent press."""
        await self.bridge.answer_of(None)
        for button in every("[data-share=send]"):
            button.hidden = False

    def closed(self, event):
        """Close the QR code."""
        document.getElementById("code").close()

    async def clicked(self, event):
        """A button was pressed."""
        button = event.target.closest("[data-share]")
        if not button:
            return
        box = button.closest(".share")
        lesson = box.closest("section.lesson").id
        await self.newest(lesson, box)
        link = self.location.link(lesson)
        if button.dataset.share == "copy":
            shown = box.querySelector(".link")
            shown.hidden = await copied(link, shown.querySelector("input"), shown)
            told = words("share.copied" if shown.hidden else "share.select")
            if len(link) > LONG:
                told += " " + words("share.long", count=len(link), most=LONG)
            box.querySelector(".told").textContent = told
        elif button.dataset.share == "code":
            box.querySelector(".told").textContent = await show_code(link)
        elif button.dataset.share == "send":
            await send(link)

    async def newest(self, lesson, box):
        """Wait until the link includes the newest moves; if Python failed, the link is the address."""
        if root.dataset.python != "failed":
            if not self.bridge.answers(lesson):
                box.querySelector(".told").textContent = words("wait.taken")
            await self.bridge.answer_of(lesson)
            await self.bridge.still(lesson)


async def copied(text, field, around=None):
    """Copy a text. Returns False if that is forbidden; the text is then selected in a field."""
    try:
        clipboard = await attempt(window.Reflect.get, None, window.navigator, "clipboard")
        await attempt(await attempt(window.Reflect.get, None, clipboard, "writeText"), clipboard, text)
    except Exception:
        if around:
            around.hidden = False
        field.value = text
        field.focus()
        field.select()
        return False
    return True


async def send(link):
    """Open the system's dialog for sharing. Cancelling it is no error."""
    navigator = window.navigator
    try:
        await attempt(navigator.share, navigator, to_js({"title": document.title, "url": link}))
    except Exception as error:
        window.console.debug("Downhill: the link was not shared (" + str(error) + ")")
