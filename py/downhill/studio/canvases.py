"""The canvases of a studio, and which of them are worth painting now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from downhill.drawing.dirty_rect import Box

Key = tuple[str, str]
"""The names of a lesson and of one of its pictures."""
MOST = 20_000_000
"""Bytes that figures may hold before the oldest go, first those whose canvases are far or hidden."""


class Canvas(Protocol):
    """Where pixels go."""

    def put(self, pixels: memoryview, whole: Box, changed: Sequence[Box]) -> None:
        """Show a picture, given as RGBA bytes row by row from the top left: where it has changed at least."""

    def release(self) -> None:
        """Let go of the memory of those pixels; they are shown as before."""


class Canvases:
    """All canvases by the keys of their pictures.

    A canvas that is `hidden` is folded away, one that is `far` lies beyond the neighbourhood of the window:
    neither is painted. It is then `stale` and shows an earlier moment, or nothing, if it never was `lit`.
    `drawn` are those whose figures are kept, with the bytes of each, the one painted last at the end.
    """

    def __init__(self) -> None:
        self.all: dict[Key, Canvas] = {}
        self.hidden: set[Key] = set()
        self.far: set[Key] = set()
        self.stale: set[Key] = set()
        self.lit: set[Key] = set()
        self.drawn: dict[Key, int] = {}

    def attach(self, key: Key, canvas: Canvas) -> None:
        """Give a picture its canvas, on which nothing is painted yet."""
        self.all[key] = canvas
        self.stale.add(key)
        self.lit.discard(key)

    def of(self, lesson: str) -> Iterator[Key]:
        """The keys of a lesson's canvases."""
        return (key for key in self.all if key[0] == lesson)

    def place(self, key: Key, hidden: bool, far: bool) -> None:
        """Note whether a canvas is hidden, and whether it is far."""
        for which, holds in ((self.hidden, hidden), (self.far, far)):
            (which.add if holds else which.discard)(key)

    def paint(self, key: Key, paint: Callable[[Canvas], int], far: bool = False) -> None:
        """Call `paint` with the canvas of a picture, if there is one and it is near; else that is stale.

        Where it may be `far`, too, it is painted all the same. `paint` returns the bytes that a figure holds.
        """
        if key not in self.all:
            return
        if key in self.hidden or (key in self.far and not far):
            self.stale.add(key)
            return
        self.drawn.pop(key, None)
        self.drawn[key] = paint(self.all[key])
        self.stale.discard(key)
        self.lit.add(key)

    def forget(self, key: Key) -> None:
        """The figure of a picture is no more; its canvas shows what it showed."""
        self.drawn.pop(key, None)
        if key in self.all:
            self.all[key].release()

    def give_up(self, lesson: str) -> list[Key]:
        """The oldest figures, as many as hold what is beyond `MOST`, first those that nobody sees.

        Those that are seen of `lesson`, which is at work, stay.
        """
        beyond, oldest = sum(self.drawn.values()) - MOST, []
        if beyond <= 0:
            return []  # as nearly always, with every move
        seen = self.drawn.keys() - self.far - self.hidden
        for key in sorted(self.drawn, key=seen.__contains__):
            if beyond > 0 and not (key in seen and key[0] == lesson):
                beyond -= self.drawn[key]
                oldest.append(key)
        return oldest

    def late(self) -> list[Key]:
        """The canvases that are stale only because they are far."""
        late = (self.stale & self.far) - self.hidden
        return [key for key in self.all if key in late]
