"""A visit's start: how soon it is live, how long the main thread was blocked, what it cost in bytes."""

from collections.abc import Iterator

from bench.browser import Visit
from bench.samples import Condition, Sample

LONG = 50.0
"""Milliseconds from which on the browser calls a task long."""


def blocked(tasks: list[list[float]], until: float) -> float:
    """Return how long, in ms, the long tasks that began before `until` blocked the main thread.

    A task is [start, duration]; what it blocks is its time beyond the first 50 ms.
    """
    return sum(max(0.0, duration - LONG) for start, duration in tasks if start < until)


def started(visit: Visit, which: str, condition: Condition, wanted: frozenset[str]) -> Iterator[Sample]:
    """Yield what the start probe saw on the `which` ("first" or "later") visit, as far as it is wanted."""
    page, start = visit.host.page.name, visit.start
    if "start" in wanted:
        yield Sample(f"start {which}", page, condition, start["shown"])
    if which == "first" and "blocked" in wanted and condition.line is None:
        yield Sample("blocked first", page, condition, blocked(start["tasks"], start["shown"]))
    if "bytes" in wanted and condition.throttle == 1:
        live = (visit.tab.evaluate("performance.timeOrigin") + start["shown"]) / 1000
        sent, requests = visit.host.line.until(live)
        yield Sample(f"bytes {which}", page, condition, sent)
        yield Sample(f"requests {which}", page, condition, requests)


def whole(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield what the first visit took in all, once the line is quiet."""
    line = visit.host.line
    yield Sample("bytes whole", visit.host.page.name, condition, line.sent)
    yield Sample("requests whole", visit.host.page.name, condition, line.answers)
