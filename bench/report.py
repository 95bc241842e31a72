"""The table: a row a measure, both pages' medians with least and greatest, their ratio, the bound."""

import os
import platform
from collections.abc import Sequence

from bench.bounds import verdicts
from bench.samples import Sample, Summary, collect

HEAD = ("measure", "held back", "plain", "ours", "plain / ours", "to reach")
NAMES = {
    "start first": "first visit to the first live picture",
    "start later": "later visit to the first live picture",
    "blocked first": "main thread blocked, first visit",
    "blocked later": "main thread blocked, later visit",
    "long tasks first": "long tasks in all, first visit",
    "long tasks later": "long tasks in all, later visit",
    "bytes first live": "bytes until live, first visit",
    "bytes first settled": "bytes until quiet, first visit",
    "bytes later live": "bytes until live, later visit",
    "bytes later settled": "bytes until quiet, later visit",
    "answers first live": "answers until live, first visit",
    "answers first settled": "answers until quiet, first visit",
    "answers later live": "answers until live, later visit",
    "answers later settled": "answers until quiet, later visit",
    "move median": "input event to pixels on the canvas, median",
    "move p95": "input event to pixels on the canvas, p95",
    "told move median": "input event to all words and numbers of it, median",
    "told move p95": "input event to all words and numbers of it, p95",
    "move open valley median": "event to pixels, all views open, a point on a curve, median",
    "move open valley p95": "event to pixels, all views open, a point on a curve, p95",
    "told move open valley median": "event to all words, all views open, a point on a curve, median",
    "told move open valley p95": "event to all words, all views open, a point on a curve, p95",
    "move open line median": "event to pixels, all views open, a line through points, median",
    "move open line p95": "event to pixels, all views open, a line through points, p95",
    "told move open line median": "event to all words, all views open, a line through points, median",
    "told move open line p95": "event to all words, all views open, a line through points, p95",
    "frames open valley": "steps of Play shown a second, all views open, a point on a curve",
    "frames open line": "steps of Play shown a second, all views open, a line through points",
    "frames train native": "steps of training a second, native numpy, nothing else",
    "frames train first": "steps of training a second, on the page, in the 2nd to 5th second",
    "frames train": "steps of training a second, on the page, all of it shown, from then on",
    "move train median": "event to pixels during the training, median",
    "move train p95": "event to pixels during the training, p95",
    "told move train median": "event to all words during the training, median",
    "told move train p95": "event to all words during the training, p95",
    "looks right": "Train to a model that looks at the right word, 80 of 100, waits between steps left out",
    "move look median": "event to pixels during that training, median",
    "move look p95": "event to pixels during that training, p95",
    "told move look median": "event to all words during that training, median",
    "told move look p95": "event to all words during that training, p95",
    "python open median": "opening the Python of a lesson until its values are those of now, median",
    "python run median": "Run of changed code to the first changed pixel, median",
    "python again": "stop of code that never ends to the first live picture",
    "key median": "key press to screen, median",
    "key p95": "key press to screen, p95",
    "memory live": "tab's memory, live",
    "memory moved": "tab's memory, after the moves",
    "memory played": "tab's memory, after all lessons played",
    "memory worn": "tab's memory, after many moves",
}


def quantity(measure: str, value: float) -> str:
    """Write a value in its measure's unit."""
    kind = measure.split()[0]
    if kind == "answers":
        return f"{value:.0f}"
    if kind == "frames":
        return f"{value:.1f}"
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


def rows(samples: Sequence[Sample]) -> list[tuple[str, ...]]:
    """Return the table's rows as text, in the order of `NAMES`."""
    table = collect(samples)
    medians = {key: {page: summed.median for page, summed in pages.items()} for key, pages in table.items()}
    order = list(NAMES)
    lines: list[tuple[str, ...]] = []
    for key in sorted(table, key=lambda key: order.index(key[0])):
        measure, condition = key
        plain, ours = table[key].get("plain"), table[key].get("ours")
        both = (cell(measure, plain), cell(measure, ours), ratio(plain, ours))
        lines.append((NAMES[measure], str(condition), *both, verdicts(key, medians)))
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
