"""The English sentences that no page has at its start: those in files that a reader takes home."""

from __future__ import annotations

from importlib import import_module

from downhill.lessons import every_lesson
from downhill.source.home.said import ROOM
from downhill.text.english.take_home import HOME
from downhill.text.language import Catalogue


def english() -> Catalogue:
    """The sentences of late rooms: those of all files, and those that lessons have of their own."""
    own = (import_module(lesson.home).WORDS for lesson in every_lesson() if lesson.home)
    return {ROOM: {**HOME, **{key: text for words in own for key, text in words.items()}}}
