"""A picture to save: drawn again, with the sentence that is true now and a link below."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator, Mapping

import numpy as np

from downhill.drawing.photo import RATIO, Photo
from downhill.lesson import Scene
from downhill.studio import sentence_card
from downhill.studio.picture import OWN, titled
from downhill.studio.studio import Studio
from downhill.text.format import PAGE, fill
from downhill.training.model_lesson import ModelScene

LEAST = 500.0  # CSS pixels: narrower pictures are enlarged
LARGER = 1.5
LINK = re.compile('<a xlink:href="([^"]*)"[^>]*>|<a [^>]*>')


def photo(studio: Studio, lesson: str, picture: str, link: str) -> Photo:
    """Return a picture of a lesson's current state, in the page's theme, not drawn yet.

    Raises `KeyError` for a picture that no lesson has.
    """
    if picture == sentence_card.NAME:
        return card(studio, lesson, link)
    session, stand = studio.session, studio.easels[lesson, picture]
    usual = studio.pictures[lesson, picture]
    sentence = session.view(lesson).sentence
    title = titled(session.at_work(lesson).lesson, picture)
    caption = fill(PAGE["picture.alt"], {"title": title, "sentence": sentence})
    larger = LARGER if usual.width < LEAST else 1.0
    return Photo(usual.draw, stand.look, larger * usual.width, larger * usual.height, caption, link)


def card(studio: Studio, lesson: str, link: str) -> Photo:
    """Return a card with what a model writes now. Raises `KeyError` for a lesson that has no model."""
    view, trainer = studio.session.view(lesson), studio.session.trainers[lesson]
    numbers = {"steps": view.steps, "loss": view.loss, "weights": len(trainer.training.weights)}
    caption = fill(trainer.lesson.words["card.about"], numbers)
    draw, high = sentence_card.card(view.prompt, view.outcome), sentence_card.height(view.outcome)
    return Photo(draw, studio.easels[lesson, OWN].look, sentence_card.WIDTH, high, caption, link)


def as_png(taken: Photo, scene: Scene | ModelScene | None) -> bytes:
    """Return the photo as a PNG file, with what it shows and the link in its metadata."""
    texts = {"Description": taken.told, "Source": taken.link, "Software": "Downhill"}
    file = png(np.asarray(taken.paint(scene)), 72 * RATIO, texts)
    taken.clear()
    return file


def as_svg(taken: Photo, scene: Scene | ModelScene | None) -> bytes:
    """Return the photo as an SVG file. Raises `ImportError` if what matplotlib needs for it can't be loaded.

    Its letters are shapes (`svg.fonttype` is path), so that it looks the same everywhere: other devices don't
    have the typeface, and in a wider one words would run over the edges. Screen readers get its title; the
    link can be followed.
    """
    taken.paint(scene)
    for artist in (*taken.lasting, *taken.moving):
        artist.set_animated(False)  # nothing will move there
    text = io.StringIO()
    told = {"Date": None, "Creator": "Downhill", "Title": taken.told, "Source": taken.link}
    taken.figure.savefig(text, format="svg", dpi=72, metadata=told)
    taken.clear()
    return LINK.sub(lambda found: _link(found, taken.link), text.getvalue()).encode()


def _link(found: re.Match[str], link: str) -> str:
    """Return the opening tag of a link if it is the page's; a link from a reader's code leads nowhere."""
    return found[0] if (found[1] or "").replace("&amp;", "&") == link else "<a>"


# Pixels become a PNG file with only zlib: Pillow would import four more plug-ins, 55 kB more per start.
# Source: Portable Network Graphics (PNG) Specification, W3C.
SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOURS = 2  # red, green, blue
INCH = 0.0254  # meters


def png(pixels: np.ndarray, dots: float = 72, texts: Mapping[str, str] | None = None) -> bytes:
    """Return a picture as a file. `pixels` are RGB or RGBA bytes, shape (height, width, 3 or 4), all opaque.

    `dots` is pixels per inch in print, `texts` are further texts in the file, by keyword.
    """
    height, width = pixels.shape[:2]
    rows = np.zeros((height, 1 + 3 * width), dtype=np.uint8)  # each begins with its filter: 0, none
    rows[:, 1:] = pixels[:, :, :3].reshape(height, 3 * width)
    head = struct.pack(">IIBBBBB", width, height, 8, COLOURS, 0, 0, 0)
    density = struct.pack(">IIB", *[round(dots / INCH)] * 2, 1)
    chunks = [(b"IHDR", head), (b"pHYs", density), *_texts(texts or {})]
    chunks += [(b"IDAT", zlib.compress(rows.tobytes(), 9)), (b"IEND", b"")]
    return SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks)


def _texts(texts: Mapping[str, str]) -> Iterator[tuple[bytes, bytes]]:
    """Yield texts as chunks (iTXt): keyword, not compressed, no language tag, and the text itself."""
    for keyword, text in texts.items():
        yield b"iTXt", keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8", "replace")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
