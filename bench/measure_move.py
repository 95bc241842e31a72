"""From the dispatch of an input event to the moment the page counts the frame that it led to."""

import statistics
from collections.abc import Iterator

from bench.browser import Visit, probe
from bench.samples import Condition, Sample, percentile_95

PAUSE = 40
"""Milliseconds of idle page between two moves."""


def move(visit: Visit, count: int, pause: int = PAUSE) -> list[float]:
    """Move the page's slider `count` times; return the ms of each."""
    page = visit.host.page
    arguments = {"slider": page.slider, "frame": page.frame, "count": count, "pause": pause}
    times: list[float] = visit.tab.evaluate(probe("move"), arguments)
    return times


def moved(visit: Visit, condition: Condition, count: int) -> Iterator[Sample]:
    """Yield median and 95th percentile of `count` moves, after five that don't count."""
    move(visit, 5)
    times = move(visit, count)
    yield Sample("move median", visit.host.page.name, condition, statistics.median(times))
    yield Sample("move p95", visit.host.page.name, condition, percentile_95(times))
