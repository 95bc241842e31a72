"""What a file to take home is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from downhill.lesson import ChosenLesson
from downhill.lesson.way import Way


class Part(NamedTuple):
    """A part of a file: a sentence that says what it is, and its code in whole lines."""

    words: str
    code: str


@dataclass(frozen=True, kw_only=True)
class Home:
    """What a lesson says of its file; the functions that the reader sees stand between `before` and `after`.

    `told` are sentences under the title, `imports` are lines beside those that every file has. The code in
    `after` leaves a matplotlib `figure` behind.
    """

    title: str
    told: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    before: tuple[Part, ...] = ()
    after: tuple[Part, ...]


class AtWork(Protocol):
    """A lesson with sliders at work, as far as its file is concerned."""

    @property
    def lesson(self) -> ChosenLesson:
        """The lesson in its current variant."""

    @property
    def choices(self) -> Mapping[str, str]:
        """What is chosen and written."""

    @property
    def values(self) -> tuple[float, ...]:
        """Where the sliders stand."""

    @property
    def rate(self) -> float:
        """The learning rate."""

    @property
    def way(self) -> Way:
        """The way downhill."""
