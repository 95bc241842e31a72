"""The session and its pictures, made and drawn once: all that has to be awake when the page opens.

Importing this module is the work; a snapshot of Python's memory taken after it holds the result.
"""

from __future__ import annotations

from pathlib import Path

from downhill.easel import load_fonts
from downhill.editor import Editor
from downhill.lessons import all_lessons
from downhill.reading import Reader
from downhill.session import Session
from downhill.studio import Studio

load_fonts(Path(__file__).parent / "fonts")
session = Session(all_lessons())
studio = Studio(session)
studio.rehearse()
reader = Reader(studio)
editor = Editor(studio)
