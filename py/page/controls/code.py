"""The QR code of a link, in a dialog."""

from page.browser.dom import document, window, words


async def show_code(link, long="share.code.long"):
    """Show a link's QR code. Return a sentence that says why there is none, else ''.

    `long` is the key of the one about a link that is too long.
    """
    dialog = document.getElementById("code")
    picture = dialog.querySelector("svg")
    try:
        most = await window.downhillCode(picture, link)
    except Exception:
        return words("share.code.missing")
    if most:
        return words(long, count=len(link), most=most)
    picture.setAttribute("aria-label", words("share.code.told", link=link))
    dialog.querySelector(".address").textContent = link
    if not dialog.open:
        dialog.showModal()
    return ""
