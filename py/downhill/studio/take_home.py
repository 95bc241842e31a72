"""The Python of a lesson as a file to take home, with what is chosen and where it stands."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from downhill.lesson.way import PLAIN, Way
from downhill.studio.save import SavedFile
from downhill.studio.studio import Studio

PY, IPYNB = "py", "ipynb"
TYPES = {PY: "text/x-python;charset=utf-8", IPYNB: "application/x-ipynb+json"}


class _Plainly:
    """A lesson at work as if plain descent were chosen: the reader's functions take no other step."""

    way = Way()

    def __init__(self, at_work: Any) -> None:
        self.at_work = at_work

    def __getattr__(self, name: str) -> Any:
        return getattr(self.at_work, name)


def save_code(studio: Studio, lesson: str, kind: str, text: str) -> SavedFile:
    """A lesson's Python as a file, `py` or `ipynb`, with the `text` of the functions that the reader sees.

    Raises `KeyError` for another kind, `LookupError` for a lesson that says nothing of its file.
    """
    return taken_home(studio.session.at_work(lesson), text, kind)


def taken_home(at_work: Any, text: str, kind: str) -> SavedFile:
    """The file of a lesson at work, a `LessonState` or a `Trainer`; the rest as `save_code`."""
    from downhill.source.home import Home, notebook, python_file  # come with the first file

    type_, lesson = TYPES[kind], at_work.plain
    if not lesson.home:
        raise LookupError(f"lesson {lesson.id} names no module for its file to take home")
    way = at_work.way.name
    shown = at_work if way == PLAIN or f"def {way}(" in text else _Plainly(at_work)
    home: Home = import_module(lesson.home).home(shown)
    written = python_file(home, text) if kind == PY else notebook(home, text)
    return SavedFile(f"downhill-{lesson.id}.{kind}", type_, written.encode(errors="replace"))
