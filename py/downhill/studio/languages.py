"""Changes the language of everything that is said and drawn."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path

from downhill.drawing.style import OTHERS, load_fonts
from downhill.studio.studio import Studio
from downhill.text.language import Catalogue, speak

FONTS = Path(__file__).parents[1] / "fonts"


def set_language(studio: Studio, told: str) -> None:
    """Set the language of all lessons from a `words.json` of the build: catalog, and ttf files in base64.

    Raises `ValueError` for any other text.
    """
    found = json.loads(told)
    translate(studio, found["catalogue"], [base64.b64decode(face) for face in found["typefaces"]])


def translate(studio: Studio, catalogue: Catalogue, typefaces: Sequence[bytes] = ()) -> None:
    """Set the language of all lessons; `typefaces` are ttf files for characters that the page's own lacks."""
    speak(catalogue, studio.session.lessons)
    folder = FONTS / "others"
    for index, face in enumerate(typefaces):
        folder.mkdir(exist_ok=True)
        (folder / f"{index}.ttf").write_bytes(face)
    if typefaces:
        load_fonts(folder, OTHERS)
    studio.set_language()
