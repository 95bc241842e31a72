"""Boxes of whole device pixels, from the top left: which parts of a picture have changed."""

from __future__ import annotations

from collections.abc import Iterable
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


def around(boxes: Iterable[Box], whole: Box | None = None) -> list[Box]:
    """Return one box around all that have any area, in a list, or the part of it that is in the `whole`.

    The list is empty if there is no such box. It is called with every move: comparing is faster than calling
    `min` and `max`.
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
    if edges is None:
        return []
    if whole is not None:
        edges = [*map(max, edges[:2], whole[:2]), *map(min, edges[2:], whole[2:])]
        if edges[0] >= edges[2] or edges[1] >= edges[3]:
            return []
    return [Box(*edges)]


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
