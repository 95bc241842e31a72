"""The Python of a lesson: opened, changed and run, and stopped where it never ends. The plain page has none.

The times are those of a page on which code was run before: whatever running it takes is there.
"""

import re
import statistics
from collections.abc import Iterator

from playwright.sync_api import Locator

from bench.browser import LIMIT, Visit
from bench.measure_move import first
from bench.pixels import puts
from bench.probe import probe
from bench.samples import Condition, Sample

LESSON, SLIDER, TURNS = "line", "m", 10
LAST = re.compile(r"return np\.abs\(errors\)\.sum\(\)")
CHANGED, ENDLESS = "return (errors**2).sum() * {turn}", "while True: pass"
PRESSED = "button => { const now = performance.timeOrigin + performance.now(); button.click(); return now; }"


def python(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield how long it takes to open it, to see what changed code does, and to be live after a stop."""
    if visit.host.page.name != "ours":
        return
    arguments = {"lesson": LESSON, "slider": SLIDER, "count": TURNS}
    yield _sample("python open median", condition, visit.tab.evaluate(probe("python"), arguments))
    text = _edited(visit)
    times = [_run(visit, LAST.sub(CHANGED.format(turn=turn), text)) for turn in range(1, TURNS + 2)]
    yield _sample("python run median", condition, times[1:])
    yield _sample("python again", condition, [_stopped(visit, LAST.sub(ENDLESS, text))])


def _sample(measure: str, condition: Condition, times: list[float]) -> Sample:
    return Sample(measure, "ours", condition, statistics.median(times))


def _part(visit: Visit, selector: str) -> Locator:
    return visit.tab.locator(f"section#{LESSON} [data-code] {selector}")


def _edited(visit: Visit) -> str:
    """Open the editor; the text in it."""
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


def _stopped(visit: Visit, text: str) -> float:
    """The ms from a stop of what never ends to the first live picture of the page that begins anew."""
    _write(visit, text)
    _part(visit, "[data-code-do=run]").click()
    stop = _part(visit, "[data-code-do=stop]")
    stop.wait_for()
    with visit.tab.expect_event(
        "domcontentloaded"
    ):  # the address changes before that, without a new document
        stop.click(no_wait_after=True)
    begun: dict[str, float] = visit.tab.evaluate("limit => benchStart(limit)", LIMIT)
    visit.tab.wait_for_selector(f"section#{LESSON} [data-code-state=stopped]")
    return begun["shown"]
