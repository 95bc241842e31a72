"""From the dispatch of an input event to the pixels it led to, and to all else that the page says of it."""

import statistics
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bench.browser import Visit
from bench.pixels import puts
from bench.probe import probe
from bench.samples import Condition, Sample

PAUSE = 40
"""Milliseconds of idle page between two moves."""


class Move(NamedTuple):
    """The ms after an event until its pixels were on the canvas, and until the page had counted the frame.

    A page that draws in no worker has its pixels when it counts the frame.
    """

    pixels: float
    counted: float


def move(visit: Visit, count: int, pause: int = PAUSE) -> list[Move]:
    """Move the page's slider `count` times.

    Raises `RuntimeError` where a worker draws and a move left no pixels.
    """
    page, tab = visit.host.page, visit.tab
    puts(tab)
    arguments = {"slider": page.slider, "frame": page.frame, "count": count, "pause": pause}
    moved = tab.evaluate(probe("move"), arguments)
    size, found = tuple(moved["canvas"] or ()), puts(tab)
    if not found:
        return [Move(counted, counted) for _, counted in moved["times"]]
    own = [when for when, *canvas in found if tuple(canvas) == size]
    return [Move(first(own, sent, counted), counted) for sent, counted in moved["times"]]


def first(puts: Sequence[float], sent: float, counted: float) -> float:
    """The ms from an event to the first pixels after it; `puts` are times in ms, ascending.

    Raises `RuntimeError` if the frame was counted before its pixels.
    """
    place = bisect_left(puts, sent)
    if place == len(puts) or puts[place] - sent > counted + 1:  # of a clock that shows tenths
        raise RuntimeError("a frame was counted before there were pixels of it on the lesson's own canvas")
    return puts[place] - sent


def moved(visit: Visit, condition: Condition, count: int) -> Iterator[Sample]:
    """Yield the medians of `count` moves, after five that don't count: to pixels, and to words."""
    move(visit, 5)
    pixels, counted = zip(*move(visit, count), strict=True)
    for name, times in (("move", pixels), ("told", counted)):
        yield Sample(name, visit.host.page.name, condition, statistics.median(times))
