"""What is measured of a live page: its start, moves, training, and memory."""

import re
import statistics
import sys
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page

from bench.browser import Visit, probe, puts
from bench.report import Condition, Sample
from tools.common import paths


def started(visit: Visit, which: str, condition: Condition, wanted: frozenset[str]) -> Iterator[Sample]:
    """Yield what the start probe saw on the `which` ("first" or "later") visit, as far as it is wanted."""
    page, start = visit.host.page.name, visit.start
    if "start" in wanted:
        yield Sample(f"start {which}", page, condition, start["shown"])
    if "bytes" in wanted and condition.throttle == 1:
        live = (visit.tab.evaluate("performance.timeOrigin") + start["shown"]) / 1000
        sent, requests = visit.host.line.until(live)
        yield Sample(f"bytes {which}", page, condition, sent)
        yield Sample(f"requests {which}", page, condition, requests)


def whole(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield what the first visit took in all, once the line is quiet."""
    line = visit.host.line
    yield Sample("bytes whole", visit.host.page.name, condition, line.sent)
    yield Sample("requests whole", visit.host.page.name, condition, line.answers)


MOVES = 100
PAUSE = 40
"""Milliseconds of idle page between two moves."""


def move(visit: Visit, count: int) -> list[float]:
    """Move the page's slider `count` times; return the ms of each until its pixels were on the canvas.

    A page that draws in no worker has its pixels when it counts the frame. Raises `RuntimeError` where a
    worker draws and a move left no pixels.
    """
    page, tab = visit.host.page, visit.tab
    puts(tab)
    arguments = {"slider": page.slider, "frame": page.frame, "count": count, "pause": PAUSE}
    moved = tab.evaluate(probe("move"), arguments)
    size, found = tuple(moved["canvas"] or ()), puts(tab)
    if not found:
        return [counted for _, counted in moved["times"]]
    own = [when for when, *canvas in found if tuple(canvas) == size]
    return [first(own, sent, counted) for sent, counted in moved["times"]]


def first(puts: Sequence[float], sent: float, counted: float) -> float:
    """The ms from an event to the first pixels after it; `puts` are times in ms, ascending.

    Raises `RuntimeError` if the frame was counted before its pixels.
    """
    place = bisect_left(puts, sent)
    if place == len(puts) or puts[place] - sent > counted + 1:  # of a clock that shows tenths
        raise RuntimeError("a frame was counted before there were pixels of it on the lesson's own canvas")
    return puts[place] - sent


def moved(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield the median of the moves, after five that don't count."""
    move(visit, 5)
    yield Sample("move", visit.host.page.name, condition, statistics.median(move(visit, MOVES)))


SECONDS, WARM = 6.0, 5.0  # the browser compiles in the meantime what it has seen to run most
LESSON = "ten-thousand"


def trained(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield steps a second on our page, and their share of native ones; nothing of another page."""
    if visit.host.page.name != "ours":
        return
    play = visit.tab.locator(f"section#{LESSON}").locator("[data-action=play]")
    play.click()
    rate = _rate(lambda: _steps(visit), lambda seconds: visit.tab.wait_for_timeout(1000 * seconds))
    play.click()
    yield Sample("steps", "ours", condition, rate)
    yield Sample("share", "ours", condition, rate / native())


def native() -> float:
    """Return the steps a second that this machine's own Python takes."""
    sys.path.insert(0, str(paths.ROOT / "py"))
    from downhill.lessons import all_models
    from downhill.training.trainer import trainer_of

    (trainer,) = (trainer_of(lesson) for lesson in all_models() if lesson.id == LESSON)

    def work(seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            trainer.step()

    return _rate(lambda: trainer.steps, work)


def _rate(steps: Callable[[], int], work: Callable[[float], None]) -> float:
    work(WARM)
    first, begun = steps(), time.perf_counter()
    work(SECONDS)
    return (steps() - first) / (time.perf_counter() - begun)


def _steps(visit: Visit) -> int:
    return int(visit.tab.locator(f"section#{LESSON}").get_attribute("data-steps") or 0)


REST = 2000
"""Milliseconds in which the page may tidy up before it is weighed."""
LIMIT = 20_000
"""Milliseconds that one lesson may play."""
PRIVATE = re.compile(r"^Private_(?:Dirty|Hugetlb):\s+(\d+) kB$", re.MULTILINE)


def private_bytes(rollup: str) -> int:
    """Add up the private pages that were written to, in the text of a /proc/PID/smaps_rollup, in bytes.

    Clean ones are the browser's own program, up to 65 MB of it: private to a process only as long as no other
    renderer has read the same pages.
    """
    return sum(int(kilobytes) for kilobytes in PRIVATE.findall(rollup)) * 1024


def renderers(tab: Page) -> list[int]:
    """Process ids of the renderers of a tab's browser. Raises `RuntimeError` for a tab without a browser."""
    browser = tab.context.browser
    if browser is None:
        raise RuntimeError("the tab has no browser to ask for its processes")
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [int(process["id"]) for process in processes if process["type"] == "renderer"]


def weighed(tab: Page) -> tuple[int, int]:
    """The private bytes of a tab's renderer, the largest (spare ones hold no page), and its process."""
    return max((private_bytes(Path(f"/proc/{id}/smaps_rollup").read_text()), id) for id in renderers(tab))


def remembered(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield the tab's memory once every lesson was played, each with all views open.

    Yields nothing where a lesson did not play, or where /proc/PID/smaps_rollup is not.
    """
    tab = visit.tab
    tab.evaluate(probe("views"), True)
    found = tab.evaluate(probe("play"), LIMIT)
    tab.evaluate(probe("views"), False)
    if found["played"] == found["lessons"] and Path("/proc/self/smaps_rollup").exists():
        tab.wait_for_timeout(REST)
        yield Sample("memory", visit.host.page.name, condition, weighed(tab)[0])
