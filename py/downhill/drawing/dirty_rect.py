"""Boxes of whole device pixels, from the top left: which parts of a picture have changed."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from typing import NamedTuple

A_CALL = 100_000  # pixels that can be copied in the time of one call (Chromium, 2 cores)


class Box(NamedTuple):
    """From `left` and `top` up to, but not including, `right` and `bottom`."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def area(self) -> int:
        """Return how many pixels are in it; 0 if it is inside out."""
        left, top, right, bottom = self
        return (right - left) * (bottom - top) if left < right and top < bottom else 0

    def within(self, other: Box) -> Box:
        """Return the intersection with another box; its area may be 0."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        return Box(left, top, min(self.right, other.right), min(self.bottom, other.bottom))


def box(left: float, top: float, right: float, bottom: float) -> Box:
    """Return the smallest box of whole pixels around these coordinates, in pixels."""
    return Box(floor(left), floor(top), ceil(right), ceil(bottom))


def around(boxes: Iterable[Box]) -> list[Box]:
    """Return one box around all that have any area, in a list; an empty list if none has.

    It is called with every move: comparing is faster than calling `min` and `max`.
    """
    edges = None
    for left, top, right, bottom in boxes:
        if left >= right or top >= bottom:
            continue
        if edges is None:
            edges = [left, top, right, bottom]
            continue
        if left < edges[0]:
            edges[0] = left
        if top < edges[1]:
            edges[1] = top
        if right > edges[2]:
            edges[2] = right
        if bottom > edges[3]:
            edges[3] = bottom
    return [Box(*edges)] if edges else []


def cheapest(old: list[Box], new: list[Box]) -> list[Box]:
    """Return the boxes before and after, all with an area, merged wherever that costs less."""
    apart = [*old, *new]
    together = around(apart)
    return together if cost(together) <= cost(apart) else apart


def cost(boxes: list[Box]) -> int:
    """Return the cost of copying these boxes, in pixels: one call costs as much as many pixels."""
    total = 0
    for left, top, right, bottom in boxes:
        total += A_CALL + (right - left) * (bottom - top)
    return total
