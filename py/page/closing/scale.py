"""Saving the closing section's picture, which is made at build time but for the page's address."""

from page.browser.dom import plain, to_js, window
from page.browser.late import text_of
from page.controls.take import page_address, take

NAME = "downhill-scale."
LARGER = 2  # pixels to a CSS pixel


async def save(part, theme, kind):
    """Save the picture in a theme, or show why it can't be had; `part` has its files and says so."""
    await take(part, made(part.dataset, theme, kind))


async def made(files, theme, kind):
    """The picture as a file, and its name."""
    text = await text_of(files.dark if theme == "dark" else files.light, "<?xml")
    file = blob(text.replace("{page}", plain(page_address()).replace('"', "&quot;")))
    return (await painted(file) if kind == "png" else file), NAME + kind


def blob(svg):
    """An SVG text as a Blob."""
    return window.Blob.new(to_js([svg]), to_js({"type": "image/svg+xml"}))


async def painted(file):
    """An SVG Blob drawn as a PNG Blob, at twice its size."""
    image, url = window.Image.new(), window.URL.createObjectURL(file)
    image.src = url
    await image.decode()
    width, height = LARGER * image.naturalWidth, LARGER * image.naturalHeight
    canvas = window.OffscreenCanvas.new(width, height)
    canvas.getContext("2d").drawImage(image, 0, 0, width, height)
    window.URL.revokeObjectURL(url)
    return await canvas.convertToBlob()
