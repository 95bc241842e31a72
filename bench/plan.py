"""Which visits are made: plain, ours, plain, ours, and in each the same things in the same order."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.browser import Program, Visit, settle, visit
from bench.measures import moved, remembered, started, trained, whole
from bench.pages import Host
from bench.report import Condition, Sample

BY_HAND = {"move", "train", "memory"}
"""What is measured while somebody is at work on the page."""


class Plan(NamedTuple):
    """What one call of the bench measures."""

    runs: int
    conditions: Sequence[Condition]
    wanted: frozenset[str]


def carry_out(
    plan: Plan, program: Program, hosts: Sequence[Host], tell: Callable[[str], None]
) -> list[Sample]:
    """Return the samples of all runs; before them goes one visit to each page that does not count."""
    for host in hosts:
        tell(f"warming up: {host.page.name}")
        with tempfile.TemporaryDirectory() as profile, visit(program, Path(profile), host, 1):
            pass
    samples: list[Sample] = []
    for run in range(1, plan.runs + 1):
        for condition in plan.conditions:
            for host in hosts:
                new = list(visits(plan, program, host, condition))
                samples += new
                tell(f"run {run} of {plan.runs}, {condition}, {host.page.name}: {brief(new)}")
    return samples


def brief(samples: Sequence[Sample]) -> str:
    """Write the samples in one line of bare numbers."""
    return ", ".join(f"{sample.measure} {sample.value:.4g}" for sample in samples)


def visits(plan: Plan, program: Program, host: Host, condition: Condition) -> Iterator[Sample]:
    """Visit first with a fresh profile, then start the browser on that profile again for a later visit.

    What needs a hand has a third visit to itself: to watch for its pixels would lengthen a start.
    """
    host.line.megabits = condition.line
    with tempfile.TemporaryDirectory() as folder:
        for which in ("first", "later"):
            host.line.reset()
            with visit(program, Path(folder), host, condition.throttle) as live:
                yield from at_start(plan, live, which, condition)
        if plan.wanted & BY_HAND and condition.line is None:
            with visit(program, Path(folder), host, condition.throttle, watched=True) as live:
                settle(live.tab, live.host.line)
                yield from by_hand(plan, live, condition)


def at_start(plan: Plan, live: Visit, which: str, condition: Condition) -> Iterator[Sample]:
    """Yield what a visit's start has cost; the line is quiet when this ends."""
    yield from started(live, which, condition, plan.wanted)
    settle(live.tab, live.host.line)
    if which == "first" and "bytes" in plan.wanted and condition.throttle == 1:
        yield from whole(live, condition)


def by_hand(plan: Plan, live: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield moves and, where nothing is held back, training, and the memory after all of it."""
    if "move" in plan.wanted:
        yield from moved(live, condition)
    if condition.throttle > 1:
        return
    if "train" in plan.wanted:
        yield from trained(live, condition)
    if "memory" in plan.wanted:
        yield from remembered(live, condition)
