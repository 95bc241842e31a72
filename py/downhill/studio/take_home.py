"""The Python of a lesson as a file to take home, with the current choices and values."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from downhill.lesson.way import PLAIN, Way
from downhill.studio.save import SavedFile
from downhill.studio.studio import Studio

PY, IPYNB = "py", "ipynb"
TYPES = {PY: "text/x-python;charset=utf-8", IPYNB: "application/x-ipynb+json"}


class _Plainly:
    """A lesson's state as if plain descent were chosen: the reader's functions only take plain steps."""

    way = Way()

    def __init__(self, at_work: Any) -> None:
        self.at_work = at_work

    def __getattr__(self, name: str) -> Any:
        return getattr(self.at_work, name)


def save_code(studio: Studio, lesson: str, kind: str, text: str) -> SavedFile:
    """Return a lesson's Python as a file, `py` or `ipynb`, with the `text` of the functions that are shown.

    A copy of a model counts only if it learns a text of the reader's own: else it is the reader's model.
    Raises `KeyError` for another kind, `LookupError` for a lesson without such a file.
    """
    at_work, own = studio.session.at_work(lesson), studio.session.own(lesson)
    return taken_home(at_work if getattr(at_work, "own_text", None) else own, text, kind)


def taken_home(at_work: Any, text: str, kind: str) -> SavedFile:
    """Return the file of a lesson's state, a `LessonState` or a `Trainer`; otherwise like `save_code`."""
    from downhill.source.home import Home, notebook, python_file  # loaded with the first file

    type_, lesson = TYPES[kind], at_work.plain
    if not lesson.home:
        raise LookupError(f"lesson {lesson.id} names no module for its take-home file")
    way = at_work.way.name
    shown = at_work if way == PLAIN or f"def {way}(" in text else _Plainly(at_work)
    home: Home = import_module(lesson.home).home(shown)
    written = python_file(home, text) if kind == PY else notebook(home, text)
    return SavedFile(f"downhill-{lesson.id}.{kind}", type_, written.encode(errors="replace"))
