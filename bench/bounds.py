"""What our page is to reach against the plain one: reported, never a test, for machines differ."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from bench.samples import Condition

Key = tuple[str, Condition]
Medians = Mapping[Key, Mapping[str, float]]
"""Medians by measure and condition, then by page."""


class Bound(NamedTuple):
    """A target for one row of the table, in words, and whether it holds in these medians.

    `against` is the row that it is measured by; without that in the table the bound is left open.
    """

    row: Key
    words: str
    holds: Callable[[Medians], bool]
    against: Key
    alone: bool = False  # the plain page has no such row


FREE = Condition()
SLOW = Condition(throttle=4)
LINE = Condition(line=10.0)


def sooner(measure: str, condition: Condition, times: float) -> Bound:
    """Ours needs at most the `times`-th part of what the plain page needs."""
    row = (measure, condition)
    words = f"at most 1/{times:g} of plain"
    return Bound(row, words, lambda medians: medians[row]["ours"] * times <= medians[row]["plain"], row)


def below(measure: str, condition: Condition, limit: float, unit: str, alone: bool = False) -> Bound:
    """Ours needs at most `limit`, which `unit` names."""
    row = (measure, condition)
    return Bound(row, f"at most {limit:g} {unit}", lambda medians: medians[row]["ours"] <= limit, row, alone)


def no_heavier(measure: str, times: float) -> Bound:
    """Ours weighs at most `times` what the plain page weighs as soon as it is live, before its moves."""
    row, live = (measure, FREE), ("memory live", FREE)
    words = f"at most {times:g} times plain when live"
    return Bound(row, words, lambda medians: medians[row]["ours"] <= times * medians[live]["plain"], live)


def like_before(row: Key, before: Key, times: float, words: str) -> Bound:
    """Ours in this row is at most `times` what it is in the row `before`."""
    return Bound(row, words, lambda medians: medians[row]["ours"] <= times * medians[before]["ours"], before)


def at_least(row: Key, other: Key, share: float, words: str) -> Bound:
    """Ours in this row is at least so many times what it is in the row `other`."""
    return Bound(
        row, words, lambda medians: medians[row]["ours"] >= share * medians[other]["ours"], other, True
    )


BOUNDS = (
    sooner("start first", FREE, 3.5),
    sooner("start later", FREE, 4),
    below("start later", FREE, 900, "ms"),
    sooner("start first", LINE, 2),
    like_before(("start later", LINE), ("start later", FREE), 1.25, "as on an unlimited line"),
    sooner("blocked first", SLOW, 50),
    sooner("move median", FREE, 25),
    sooner("move median", SLOW, 25),
    sooner("move open valley median", FREE, 25),
    sooner("move open line median", FREE, 25),
    at_least(("frames train", FREE), ("frames train native", FREE), 0.5, "half of native"),
    below("told move train median", FREE, 16.7, "ms", alone=True),
    below("looks right", SLOW, 20_000, "ms", alone=True),
    below("told move look median", FREE, 16.7, "ms", alone=True),
    below("python open median", FREE, 1000, "ms", alone=True),
    below("python run median", FREE, 300, "ms", alone=True),
    below("python again", FREE, 2000, "ms", alone=True),
    below("key median", FREE, 16.7, "ms"),
    below("key p95", FREE, 33, "ms"),
    no_heavier("memory moved", 1.25),
    no_heavier("memory played", 1.25),
    like_before(("memory worn", FREE), ("memory played", FREE), 1.1, "flat"),
)


def verdicts(row: Key, medians: Medians) -> str:
    """Say of every bound on this row whether it holds, as far as both pages were measured."""

    def measured(key: Key, alone: bool) -> bool:
        return ({"ours"} if alone else {"plain", "ours"}) <= set(medians.get(key, ()))

    known = [
        bound
        for bound in BOUNDS
        if bound.row == row and measured(row, bound.alone) and measured(bound.against, bound.alone)
    ]
    return "; ".join(f"{bound.words}: {'holds' if bound.holds(medians) else 'missed'}" for bound in known)
