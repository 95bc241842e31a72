"""The session and its pictures: everything that has to be ready when the page opens.

Importing this module is the work; a snapshot of Python's memory taken after it holds the result.
"""

from __future__ import annotations

from downhill.drawing.style import load_fonts
from downhill.lessons import all_lessons, all_models
from downhill.session.session import Session
from downhill.studio.editor import Editor
from downhill.studio.languages import FONTS
from downhill.studio.reader import Reader
from downhill.studio.studio import Studio
from downhill.studio.weight_picker import WeightPicker
from downhill.verbs import Dispatcher

load_fonts(FONTS)
session = Session(all_lessons(), all_models())
studio = Studio(session)
dispatcher = Dispatcher(session, studio, Reader(studio), Editor(studio), WeightPicker(studio))
