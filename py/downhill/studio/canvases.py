"""The canvases of a studio, and which of them are worth painting now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from downhill.drawing.dirty_rect import Box

Key = tuple[str, str]
"""The names of a lesson and of one of its pictures."""
MOST = 20_000_000
"""Bytes that figures may take before the oldest are dropped, first those whose canvases are far or hidden."""


class Canvas(Protocol):
    """Where pixels go."""

    def put(self, pixels: memoryview, whole: Box, changed: Sequence[Box]) -> None:
        """Show a picture, given as RGBA bytes row by row from the top left; at least the `changed` boxes."""

    def release(self) -> None:
        """Free the memory of those pixels; the canvas keeps showing them."""


class Canvases:
    """All canvases by the keys of their pictures.

    A `hidden` canvas is folded away, a `far` one is too far outside the window: neither is painted. It is
    then `stale` and shows an earlier state, or nothing, if it was never `lit`. `drawn` are those whose
    figures are kept, with the bytes of each, the one painted last at the end.
    """

    def __init__(self) -> None:
        self.all: dict[Key, Canvas] = {}
        self.keys: dict[str, list[Key]] = {}  # by lesson
        self.hidden: set[Key] = set()
        self.far: set[Key] = set()
        self.stale: set[Key] = set()
        self.lit: set[Key] = set()
        self.drawn: dict[Key, int] = {}

    def attach(self, key: Key, canvas: Canvas) -> None:
        """Give a picture its canvas, which is still empty."""
        if key not in self.all:
            self.keys.setdefault(key[0], []).append(key)
        self.all[key] = canvas
        self.stale.add(key)
        self.lit.discard(key)

    def of(self, lesson: str) -> list[Key]:
        """Return the keys of a lesson's canvases."""
        return self.keys.get(lesson, [])

    def place(self, key: Key, hidden: bool, far: bool) -> None:
        """Note whether a canvas is hidden, and whether it is far."""
        for which, holds in ((self.hidden, hidden), (self.far, far)):
            (which.add if holds else which.discard)(key)

    def ready(self, key: Key, far: bool = False) -> Canvas | None:
        """Return the canvas of a picture, None if it isn't near and needn't be (`far`): then it is stale."""
        if key in self.hidden or (key in self.far and not far):
            self.stale |= {key} & self.all.keys()
            return None
        return self.all.get(key)

    def note_painted(self, key: Key, memory: int) -> list[Key]:
        """Record that a figure of `memory` bytes was painted; return the figures to drop now."""
        self.drawn.pop(key, None)
        self.drawn[key] = memory
        self.stale.discard(key)
        self.lit.add(key)
        return self.give_up(key[0])

    def forget(self, key: Key) -> None:
        """Record that a picture's figure is gone; its canvas keeps showing what it showed."""
        self.drawn.pop(key, None)
        if key in self.all:
            self.all[key].release()

    def give_up(self, lesson: str) -> list[Key]:
        """Return the oldest figures to drop, so that at most `MOST` bytes remain, invisible ones first.

        Visible ones of `lesson`, which is in use, stay.
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
        """Return the canvases that are stale only because they are far."""
        late = (self.stale & self.far) - self.hidden
        return [key for key in self.all if key in late] if late else []
