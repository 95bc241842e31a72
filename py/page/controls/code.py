"""The QR code of a link, in a dialog."""

from page.browser.dom import document, words


async def show_code(bridge, link, long="share.code.long"):
    """Show a link's QR code. Return a sentence that says why there is none, else ''.

    `long` is the key of the one about a link that is too long.
    """
    try:
        told = await bridge.ask(None, "code", link)
    except Exception:
        return words("share.code.missing")
    if "most" in told:
        return words(long, count=len(link), most=told["most"])
    dialog = document.getElementById("code")
    picture = dialog.querySelector("svg")
    side = str(told["side"])
    picture.setAttribute("viewBox", "0 0 " + side + " " + side)
    picture.setAttribute("aria-label", words("share.code.told", link=link))
    picture.querySelector("path").setAttribute("d", told["path"])
    dialog.querySelector(".address").textContent = link
    if not dialog.open:
        dialog.showModal()
    return ""
