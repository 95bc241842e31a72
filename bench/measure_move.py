"""From the dispatch of an input event to the pixels it led to."""

import statistics
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bench.browser import Visit
from bench.pixels import puts
from bench.probe import probe
from bench.samples import Condition, Sample

MOVES = 100
PAUSE = 40
"""Milliseconds of idle page between two moves."""


def move(visit: Visit, count: int) -> list[float]:
    """Move the page's slider `count` times; return the ms of each until its pixels were on the canvas.

    A page that draws in no worker has its pixels when it counts the frame. Raises `RuntimeError` where a
    worker draws and a move left no pixels.
    """
    page, tab = visit.host.page, visit.tab
    puts(tab)
    arguments = {"slider": page.slider, "frame": page.frame, "count": count, "pause": PAUSE}
    moved = tab.evaluate(probe("move"), arguments)
    size, found = tuple(moved["canvas"] or ()), puts(tab)
    if not found:
        return [counted for _, counted in moved["times"]]
    own = [when for when, *canvas in found if tuple(canvas) == size]
    return [first(own, sent, counted) for sent, counted in moved["times"]]


def first(puts: Sequence[float], sent: float, counted: float) -> float:
    """The ms from an event to the first pixels after it; `puts` are times in ms, ascending.

    Raises `RuntimeError` if the frame was counted before its pixels.
    """
    place = bisect_left(puts, sent)
    if place == len(puts) or puts[place] - sent > counted + 1:  # of a clock that shows tenths
        raise RuntimeError("a frame was counted before there were pixels of it on the lesson's own canvas")
    return puts[place] - sent


def moved(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield the median of the moves, after five that don't count."""
    move(visit, 5)
    yield Sample("move", visit.host.page.name, condition, statistics.median(move(visit, MOVES)))
