"""Which visits are made: plain, ours, plain, ours, and in each the same things in the same order."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.browser import Program, Visit, settle, visit
from bench.measure_key import pressed
from bench.measure_look import looked
from bench.measure_memory import remembered
from bench.measure_move import move, moved
from bench.measure_open import opened
from bench.measure_python import python
from bench.measure_start import counted, started
from bench.measure_train import trained
from bench.pages import Host
from bench.probe import probe
from bench.samples import Condition, Sample

BY_HAND = {"move", "key", "open", "train", "look", "python", "memory"}
"""What is measured while somebody is at work on the page."""
PLAY_LIMIT = 20_000
"""Milliseconds that one lesson may play."""


class Plan(NamedTuple):
    """What one call of the bench measures."""

    runs: int
    conditions: Sequence[Condition]
    wanted: frozenset[str]
    moves: int = 100
    many: int = 0


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
            host.line.sent = host.line.answers = 0
            with visit(program, Path(folder), host, condition.throttle) as live:
                yield from at_start(plan, live, which, condition)
        if plan.wanted & BY_HAND and condition.line is None:
            with visit(program, Path(folder), host, condition.throttle, watched=True) as live:
                settle(live.tab, live.host.line)
                yield from by_hand(plan, live, condition)


def at_start(plan: Plan, live: Visit, which: str, condition: Condition) -> Iterator[Sample]:
    """Yield what a visit's start has cost and, once the line is quiet, what it has cost in all."""
    yield from started(live, which, condition, plan.wanted)
    count = "bytes" in plan.wanted and condition == Condition()
    if count:
        yield from counted(live, which, condition, "live")
    settle(live.tab, live.host.line)
    if count:
        yield from counted(live, which, condition, "settled")


def by_hand(plan: Plan, live: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield moves and, where nothing is held back, key presses, and the memory between them."""
    unthrottled = condition.throttle == 1
    weigh = "memory" in plan.wanted and unthrottled
    if weigh:
        yield from remembered(live, condition, "live")
    if "move" in plan.wanted:
        yield from moved(live, condition, plan.moves)
    elif weigh:
        move(live, plan.moves)
    if weigh:
        yield from remembered(live, condition, "moved")
    if "key" in plan.wanted and unthrottled:
        yield from pressed(live, condition, plan.moves)
    if "open" in plan.wanted and unthrottled:
        yield from opened(live, condition, plan.moves)
    if "train" in plan.wanted and unthrottled:
        yield from trained(live, condition, plan.moves)
    if "look" in plan.wanted:
        yield from looked(live, condition, plan.moves)
    if weigh:
        yield from worn(plan, live, condition)
    if "python" in plan.wanted and unthrottled:
        yield from python(live, condition)


def worn(plan: Plan, live: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield the memory after every lesson was played, and after many moves where these were asked for."""
    found = live.tab.evaluate(probe("play"), PLAY_LIMIT)
    if found["played"] == found["lessons"]:  # else this is not what the row promises
        yield from remembered(live, condition, "played")
    if plan.many:
        move(live, plan.many, pause=0)
        yield from remembered(live, condition, "worn")
