"""What was measured, and the two numbers that sum up many."""

import statistics
from collections.abc import Sequence
from typing import NamedTuple


class Condition(NamedTuple):
    """How the browser was held back: the main thread's slow-down and the line's rate in Mbit/s."""

    throttle: int = 1
    line: float | None = None

    def __str__(self) -> str:
        speed = f"{self.throttle}x"
        return speed if self.line is None else f"{speed}, {self.line:g} Mbit/s"


class Sample(NamedTuple):
    """One measure of one page in one run; the measure's name decides the unit (see `bench.report`)."""

    measure: str
    page: str
    condition: Condition
    value: float


class Summary(NamedTuple):
    """Many runs of one measure: median, least and greatest."""

    median: float
    low: float
    high: float
    runs: int


def summary(values: Sequence[float]) -> Summary:
    """Sum up one or more values; ValueError where there is none."""
    if not values:
        raise ValueError("nothing to sum up: expected at least one value")
    return Summary(statistics.median(values), min(values), max(values), len(values))


def collect(samples: Sequence[Sample]) -> dict[tuple[str, Condition], dict[str, Summary]]:
    """Summaries by measure and condition, in order of first appearance, then by page."""
    values: dict[tuple[str, Condition], dict[str, list[float]]] = {}
    for sample in samples:
        pages = values.setdefault((sample.measure, sample.condition), {})
        pages.setdefault(sample.page, []).append(sample.value)
    return {key: {page: summary(runs) for page, runs in pages.items()} for key, pages in values.items()}
