"""The Python of a lesson, changed and run. The plain page has none.

The times are those of a page on which code was run before: whatever running it takes is there.
"""

import re
import statistics
from collections.abc import Iterator

from playwright.sync_api import Locator

from bench.browser import LIMIT, Visit
from bench.measure_move import first
from bench.pixels import puts
from bench.samples import Condition, Sample

LESSON, TURNS = "line", 10
LAST = re.compile(r"return np\.abs\(errors\)\.sum\(\)")
CHANGED = "return (errors**2).sum() * {turn}"
PRESSED = "button => { const now = performance.timeOrigin + performance.now(); button.click(); return now; }"


def python(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield how long it takes to see what changed code does."""
    if visit.host.page.name != "ours":
        return
    text = _opened(visit)
    times = [_run(visit, LAST.sub(CHANGED.format(turn=turn), text)) for turn in range(1, TURNS + 2)]
    yield Sample("python", "ours", condition, statistics.median(times[1:]))


def _part(visit: Visit, selector: str) -> Locator:
    return visit.tab.locator(f"section#{LESSON} [data-code] {selector}")


def _opened(visit: Visit) -> str:
    """Open the Python of the lesson and its editor; the text in it."""
    visit.tab.locator(f"section#{LESSON} details[data-code]").evaluate("panel => { panel.open = true; }")
    _part(visit, "[data-code-do=edit]").click()
    _part(visit, ".cm-content").wait_for()
    return "\n".join(line.rstrip("\n") for line in _part(visit, ".cm-line").all_inner_texts())


def _write(visit: Visit, text: str) -> None:
    """Put a text in the place of all that is in the editor, and let the page come to rest."""
    _part(visit, ".cm-content").click()
    visit.tab.keyboard.press("Control+a")
    visit.tab.keyboard.insert_text(text)
    visit.tab.wait_for_timeout(500)


def _run(visit: Visit, text: str) -> float:
    """The ms from a press of Run to the first pixels of the lesson's own picture."""
    _write(visit, text)
    puts(visit.tab)
    pressed: float = _part(visit, "[data-code-do=run]").evaluate(PRESSED)
    visit.tab.wait_for_selector(f"section#{LESSON} [data-code-state=changed]")
    visit.tab.wait_for_timeout(500)
    return first([when for when, *_ in puts(visit.tab)], pressed, float(LIMIT))
