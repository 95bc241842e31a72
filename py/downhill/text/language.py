"""The language that the page speaks: every sentence by its room and key, and how numbers are written.

English is the language of the sources. Another one is a catalogue that is put over it, once, when Python
starts; what it lacks stays English. A process speaks one language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Protocol

from downhill.text.essay import PROSE
from downhill.text.format import PAGE, Signs, write_numbers_with


class Spoken(Protocol):
    """A lesson, as far as its sentences are concerned."""

    @property
    def id(self) -> str:
        """The room of its sentences."""

    @property
    def words(self) -> dict[str, str]:
        """Its sentences by their keys."""


Catalogue = Mapping[str, Mapping[str, str]]
ENGLISH = MappingProxyType(
    {
        "name": "English",
        "direction": "ltr",
        "script": "Latin",
        "decimal": ".",
        "group": ",",
    }
)

LATE = ("home", "experiments", "evidence", "together")
"""Rooms whose English sentences come late, with the modules that say them: `spoken` gives them."""
_late: dict[str, Mapping[str, str]] = {}


def rooms(lessons: Iterable[Spoken]) -> dict[str, dict[str, str]]:
    """Where all sentences live, by room: `page`, `essay`, and one room for each lesson, under its id.

    These are the mappings themselves: what is changed in them is changed for all who read them.
    """
    return {"page": PAGE, "essay": PROSE} | {lesson.id: lesson.words for lesson in lessons}


def sentences(lessons: Iterable[Spoken]) -> dict[str, dict[str, str]]:
    """A copy of all sentences as they are now, with the room `language`: what a translation translates."""
    return {"language": dict(ENGLISH)} | {room: dict(words) for room, words in rooms(lessons).items()}


def speak(catalogue: Catalogue, lessons: Iterable[Spoken]) -> None:
    """Put a catalogue over the sentences that are there; rooms and keys that nobody asks for are left out."""
    for room, words in rooms(lessons).items():
        words.update({key: text for key, text in catalogue.get(room, {}).items() if key in words})
    _late.clear()
    _late.update({room: catalogue[room] for room in LATE if room in catalogue})
    about = {**ENGLISH, **catalogue.get("language", {})}
    write_numbers_with(Signs(about["decimal"], about["group"]))


def bring(catalogue: Catalogue) -> None:
    """Note late rooms of the current language."""
    _late.update({room: catalogue[room] for room in LATE if room in catalogue})


def spoken(room: str, english: Mapping[str, str]) -> dict[str, str]:
    """The sentences of a late room in the current language; what that lacks is English."""
    there = _late.get(room, {})
    return {key: there.get(key, text) for key, text in english.items()}


@contextmanager
def speaking(catalogue: Catalogue, lessons: Iterable[Spoken]) -> Iterator[None]:
    """For a while a catalogue is spoken, and English again after it."""
    lessons = tuple(lessons)
    english = sentences(lessons)
    speak(catalogue, lessons)
    try:
        yield
    finally:
        speak(english, lessons)
