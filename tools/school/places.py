"""A beat of a lesson's story as papers and cartridges name it: its number, its title, and its address."""

from __future__ import annotations

from typing import NamedTuple

from downhill.lessons import every_lesson
from downhill.session.beat_texts import BEATS
from tools.common.console import Problem


class Place(NamedTuple):
    """A beat: its number, as in 1.3, its title as the page has it, and what follows the page's address."""

    number: str
    title: str
    query: str


def place(name: str) -> Place:
    """Return the beat that `lesson/beat` names. Raises `Problem` if there is none."""
    id, _, beat = name.partition("/")
    for number, lesson in enumerate(every_lesson(), 1):
        if lesson.id == id and beat in BEATS:
            count = BEATS.index(beat) + 1
            return Place(f"{number}.{count}", lesson.words[f"beat.{beat}.title"], f"?beat={count}#{id}")
    raise Problem(f"there is no beat {name}: name it as lesson/beat, such as valley/try.")
