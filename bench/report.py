"""What was measured, and the table of it: a row a measure, both pages' medians, their ratio, and a target.

A target is reported, never tested, for machines differ.
"""

import os
import platform
import statistics
from collections.abc import Mapping, Sequence
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


HEAD = ("measure", "held back", "plain", "ours", "plain / ours", "to reach")
NAMES = {
    "start first": "first visit to the first live picture",
    "start later": "later visit to the first live picture",
    "bytes first": "bytes until live, first visit",
    "requests first": "requests until live, first visit",
    "bytes whole": "bytes of the first visit, with what comes quietly for the next one",
    "requests whole": "requests of the first visit, in all",
    "bytes later": "bytes until live, later visit",
    "requests later": "requests until live, later visit",
    "move": "input event to pixels on the canvas, median",
    "steps": "steps of training a second, on the page, all of it shown",
    "share": "of the steps that native Python takes, which shows none",
    "memory": "tab's memory, after all lessons played, each with all views open",
}


FREE, SLOW, LINE = Condition(), Condition(throttle=4), Condition(line=10.0)
TARGETS: Mapping[tuple[str, Condition], float] = {
    ("start first", FREE): 3.5,
    ("start first", LINE): 2,
    ("start later", FREE): 4,
    ("move", FREE): 25,
    ("move", SLOW): 25,
    ("memory", FREE): 1.5,
}
"""How many times less than the plain page ours is to take."""


def quantity(measure: str, value: float) -> str:
    """Write a value in its measure's unit."""
    kind = measure.split()[0]
    if kind in ("steps", "requests"):
        return f"{value:.0f}"
    if kind == "share":
        return f"{value:.0%}"
    if kind in ("bytes", "memory"):
        return f"{value / 1e6:.1f} MB" if value >= 1e5 else f"{value / 1e3:.1f} kB"
    return f"{value / 1000:.2f} s" if value >= 1000 else f"{value:.1f} ms"


def cell(measure: str, summed: Summary | None) -> str:
    """Median with least and greatest of several runs."""
    if summed is None:
        return "-"
    middle, low, high = (quantity(measure, value) for value in summed[:3])
    return middle if summed.runs == 1 or low == high else f"{middle} ({low} to {high})"


def ratio(plain: Summary | None, ours: Summary | None) -> str:
    """How many times ours goes into plain."""
    if plain is None or ours is None:
        return "-"
    if ours.median == 0:
        return "1" if plain.median == 0 else "all"
    return f"{plain.median / ours.median:.3g}"


def verdict(times: float | None, plain: Summary | None, ours: Summary | None) -> str:
    """Say whether ours is that many times less than the plain page; '' without a target or one of the two."""
    if times is None or plain is None or ours is None:
        return ""
    return f"at most 1/{times:g} of plain: {'holds' if ours.median * times <= plain.median else 'missed'}"


def rows(samples: Sequence[Sample]) -> list[tuple[str, ...]]:
    """Return the table's rows as text, in the order of `NAMES`."""
    table, order = collect(samples), list(NAMES)
    lines: list[tuple[str, ...]] = []
    for key in sorted(table, key=lambda key: order.index(key[0])):
        measure, condition = key
        plain, ours = table[key].get("plain"), table[key].get("ours")
        reached = verdict(TARGETS.get(key), plain, ours)
        both = (cell(measure, plain), cell(measure, ours), ratio(plain, ours))
        lines.append((NAMES[measure], str(condition), *both, reached))
    return lines


def as_text(lines: Sequence[Sequence[str]]) -> str:
    """Write the rows in columns of equal width."""
    widths = [max(len(line[column]) for line in [HEAD, *lines]) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in [HEAD, *lines]
    )


def as_markdown(lines: Sequence[Sequence[str]]) -> str:
    """Write the rows as a Markdown table."""
    rule = ["---"] * len(HEAD)
    return "\n".join("| " + " | ".join(line) + " |" for line in [HEAD, rule, *lines])


def machine(browser_version: str) -> str:
    """Name the machine in a few neutral words."""
    cores = f"{os.cpu_count()} cores"
    return f"{cores}, {platform.system()}, Chromium {browser_version}, headless, drawn in software"
