"""What visits cost a line and a host, counted in a real browser and written into docs/scaling.md.

    python3 -m bench.cost

The bytes are those that the server sends, headers included, with text and wasm gzipped.
"""

import re
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench import pages
from tools import cli
from tools.common import paths
from tools.common.console import guarded, say
from tools.setup import environment

if TYPE_CHECKING:  # it needs what the venv holds
    from bench.browser import Program

PAPER = paths.ROOT / "docs" / "scaling.md"
BETWEEN = re.compile(r"(?<=<!-- measured -->\n).*(?=<!-- end -->)", re.DOTALL)
CLASS, MANY = 30, 1_000_000
LINES = (10, 50, 100)  # Mbit/s
PACE = 20  # Mbit/s: slow enough to tell what came before the page was live from what came after
FIRST = {
    "first visit, woken from the snapshot": "?start=snapshot",
    "first visit, from the pack": "?start=packed",
}
LATER = "later visit"


class Cost(NamedTuple):
    """What one visit took: bytes and requests until the page was live, and until nothing more was fetched."""

    live: int
    live_requests: int
    whole: int
    whole_requests: int


def seconds(size: int, megabits: float) -> float:
    """How long a line of so many Mbit/s is busy with `size` bytes."""
    return size * 8 / (megabits * 1e6)


def measured(costs: Mapping[str, Cost], what: str) -> str:
    """Write the measured table, and all that follows from it, as Markdown; `what` says when and with what."""
    return "\n".join([f"{what}", "", *_visits(costs), "", *_class(costs), "", *_many(costs), "", ""])


def _visits(costs: Mapping[str, Cost]) -> list[str]:
    rows = ["| visit | until live | requests | in all | requests |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, cost in costs.items():
        live, whole = _amount(cost.live), _amount(cost.whole)
        rows.append(f"| {name} | {live} | {cost.live_requests} | {whole} | {cost.whole_requests} |")
    return rows


def _class(costs: Mapping[str, Cost]) -> list[str]:
    rates = " | ".join(f"{rate} Mbit/s" for rate in LINES)
    rows = [f"| {CLASS} readers at once, until all are live | {rates} |", "| --- |" + " ---: |" * len(LINES)]
    for name, cost in costs.items():
        for readers, how in ((CLASS, "each over the line"), (1, "once over the line, then from the school")):
            times = " | ".join(_time(seconds(readers * cost.live, rate)) for rate in LINES)
            if readers > 1 or name != LATER:
                rows.append(f"| {name}, {how} | {times} |")
    return rows


def _many(costs: Mapping[str, Cost]) -> list[str]:
    rows = ["| a million of | bytes | requests |", "| --- | ---: | ---: |"]
    for name, cost in costs.items():
        requests = cost.whole_requests * MANY / 1e6
        rows.append(f"| {name} | {_amount(cost.whole * MANY)} | {requests:.0f} million |")
    return rows


def _amount(size: float) -> str:
    for unit, scale in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if size >= scale:
            return f"{size / scale:.1f} {unit}"
    return f"{size / 1e3:.1f} kB"


def _time(duration: float) -> str:
    if duration >= 90:
        return f"{duration / 60:.1f} min"
    return f"{duration:.1f} s" if duration >= 1 else f"{duration:.2f} s"


def main() -> int:
    """Measure, and write the tables anew."""
    environment.enter("test", ["-m", "bench.cost"])
    from playwright.sync_api import sync_playwright

    from bench import browser
    from tests import browser_setup

    site, chromium = cli.built(), browser_setup.ensure_chromium(say)
    with sync_playwright() as playwright:
        program = browser.Program(playwright, chromium)
        costs = _measure(program, site)
        version = browser.version(program)
    today = datetime.now(UTC)
    what = f"Measured on {today.day} {today:%B %Y} with Chromium {version.partition('.')[0]}:"
    text = BETWEEN.sub(lambda _: "\n" + measured(costs, what), PAPER.read_text(encoding="utf-8"))
    PAPER.write_text(text, encoding="utf-8")
    say(measured(costs, what))
    return 0


def _measure(program: "Program", site: Path) -> dict[str, Cost]:
    """Each kind of first visit with a fresh profile, then a later one with the last of these profiles."""
    costs = {}
    with ExitStack() as stack:
        host = stack.enter_context(pages.serve(pages.OURS, site))
        for name, query in FIRST.items():
            profile = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            costs[name] = _cost(program, profile, host._replace(address=host.address + query))
        costs[LATER] = _cost(program, profile, host)
    return costs


def _cost(program: "Program", profile: Path, host: pages.Host) -> Cost:
    from bench.browser import settle, visit

    line = host.line
    line.sent = line.answers = 0
    line.history.clear()
    line.megabits = PACE
    with visit(program, profile, host, 1) as live:
        settle(live.tab, line, quiet=6)
        when = (live.tab.evaluate("performance.timeOrigin") + live.start["shown"]) / 1000
        return Cost(*line.until(when), line.sent, line.answers)


if __name__ == "__main__":
    sys.exit(guarded(main))
