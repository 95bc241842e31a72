"""Boxes of whole device pixels, counted from the top left: which part of a picture has changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from math import ceil, floor
from typing import NamedTuple


class Box(NamedTuple):
    """From `left` and `top` up to, and without, `right` and `bottom`."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def area(self) -> int:
        """How many pixels lie in it; 0 where it is turned inside out."""
        return max(self.right - self.left, 0) * max(self.bottom - self.top, 0)

    def within(self, other: Box) -> Box:
        """The part that lies in the other one as well; its area may be 0."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        return Box(left, top, min(self.right, other.right), min(self.bottom, other.bottom))


def box(left: float, top: float, right: float, bottom: float) -> Box:
    """The smallest box around these lengths, which are in pixels."""
    return Box(floor(left), floor(top), ceil(right), ceil(bottom))


def around(boxes: Iterable[Box]) -> list[Box]:
    """One box around all of them that have any area; none around none."""
    found = [each for each in boxes if each.area]
    return [reduce(_around_both, found)] if found else []


def fewest(old: list[Box], new: list[Box]) -> list[Box]:
    """The boxes before and after, as one wherever that means no more pixels."""
    apart = [*old, *new]
    together = around(apart)
    return together if sum(b.area for b in together) <= sum(b.area for b in apart) else apart


def _around_both(one: Box, other: Box) -> Box:
    left, top = min(one.left, other.left), min(one.top, other.top)
    return Box(left, top, max(one.right, other.right), max(one.bottom, other.bottom))
