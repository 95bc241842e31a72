"""The session and its pictures, made and drawn once: all that has to be awake when the page opens.

Importing this module is the work; a snapshot of Python's memory taken after it holds the result.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from downhill.drawing.easel import OTHERS, load_fonts
from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.session.session import Session
from downhill.studio import qr_code
from downhill.studio.editor import Editor
from downhill.studio.reader import Reader
from downhill.studio.save import SavedFile, save_file
from downhill.studio.studio import Studio
from downhill.studio.weight_picker import WeightPicker
from downhill.text.language import Catalogue, speak

FONTS = Path(__file__).parent / "fonts"
load_fonts(FONTS)
lessons = every_lesson()
session = Session(all_lessons(), all_models())
studio = Studio(session)
studio.rehearse()
reader = Reader(studio)
editor = Editor(studio)
codes = qr_code
weights = WeightPicker(studio)


def save(lesson: str, kind: str, picture: str, page: str) -> SavedFile:
    """A file to take along from a lesson as it stands (`downhill.studio.save`)."""
    return save_file(studio, lesson, kind, picture, page)


def translate(catalogue: Catalogue, typefaces: Sequence[bytes] = ()) -> None:
    """From here on all speak another language; `typefaces` are ttf files for signs that the own one lacks."""
    speak(catalogue, lessons)
    session.trainers.speak()
    folder = FONTS / "others"
    for index, face in enumerate(typefaces):
        folder.mkdir(exist_ok=True)
        (folder / f"{index}.ttf").write_bytes(face)
    if typefaces:
        load_fonts(folder, OTHERS)
    studio.speak()
