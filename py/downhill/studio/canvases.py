"""The canvases of a studio, and which of them are worth painting now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from downhill.drawing.dirty_rect import Box

Key = tuple[str, str]
"""The names of a lesson and of one of its pictures."""
MOST = 12
"""Figures that are kept while their canvases are far or hidden: with its pixels, each takes some 4 MB."""


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
    `drawn` are those whose figures are kept, the one that was painted last at the end.
    """

    def __init__(self) -> None:
        self.all: dict[Key, Canvas] = {}
        self.hidden: set[Key] = set()
        self.far: set[Key] = set()
        self.stale: set[Key] = set()
        self.lit: set[Key] = set()
        self.drawn: dict[Key, None] = {}

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

    def paint(self, key: Key, paint: Callable[[Canvas], None], far: bool = False) -> None:
        """Call `paint` with the canvas of a picture, if there is one and it is near; else that is stale.

        Where it may be `far`, too, it is painted all the same.
        """
        if key not in self.all:
            return
        if key in self.hidden or (key in self.far and not far):
            self.stale.add(key)
            return
        paint(self.all[key])
        self.stale.discard(key)
        self.lit.add(key)
        self.drawn.pop(key, None)
        self.drawn[key] = None

    def give_up(self) -> list[Key]:
        """The oldest figures of canvases that nobody sees, where they are too many, to be drawn anew."""
        unseen = [key for key in self.drawn if key in self.far or key in self.hidden]
        oldest = unseen[: max(len(self.drawn) - MOST, 0)]
        for key in oldest:
            del self.drawn[key]
            self.all[key].release()
        return oldest

    def late(self) -> list[Key]:
        """The canvases that are stale only because they are far."""
        late = (self.stale & self.far) - self.hidden
        return [key for key in self.all if key in late]
