"""A visit's start: how soon it is live, how long the main thread was blocked, what it cost in bytes."""

from collections.abc import Iterator

from bench.browser import Visit
from bench.samples import Condition, Sample

LONG = 50.0
"""Milliseconds from which on the browser calls a task long."""


def blocked(tasks: list[list[float]], until: float) -> tuple[float, float]:
    """Return blocking and whole time, in ms, of the long tasks that began before `until`.

    A task is [start, duration]; what it blocks is its time beyond the first 50 ms.
    """
    durations = [duration for start, duration in tasks if start < until]
    return sum(max(0.0, duration - LONG) for duration in durations), sum(durations)


def started(visit: Visit, which: str, condition: Condition, wanted: frozenset[str]) -> Iterator[Sample]:
    """Yield what the start probe saw on the `which` ("first" or "later") visit, as far as it is wanted."""
    page, start = visit.host.page.name, visit.start
    if "start" in wanted:
        yield Sample(f"start {which}", page, condition, start["shown"])
    if "blocked" in wanted and condition.line is None:
        beyond, whole = blocked(start["tasks"], start["shown"])
        yield Sample(f"blocked {which}", page, condition, beyond)
        yield Sample(f"long tasks {which}", page, condition, whole)


def counted(visit: Visit, which: str, condition: Condition, when: str) -> Iterator[Sample]:
    """Yield the bytes and answers that the line has carried so far; `when` is "live" or "settled"."""
    page, line = visit.host.page.name, visit.host.line
    yield Sample(f"bytes {which} {when}", page, condition, line.sent)
    yield Sample(f"answers {which} {when}", page, condition, line.answers)
