"""How many steps of training the page takes a second.

It shows every few steps meanwhile: its map of weights, both losses, what the model writes.
"""

import time
from collections.abc import Iterator

from bench.browser import Visit
from bench.samples import Condition, Sample

SECONDS, WARM = 6.0, 5.0  # the browser compiles in the meantime what it has seen to run most
STEPS = "section#ten-thousand", "data-steps"


def trained(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield steps a second on our page; nothing of another one."""
    if visit.host.page.name != "ours":
        return
    play = visit.tab.locator("section#ten-thousand [data-action=play]")
    play.click()
    visit.tab.wait_for_timeout(1000 * WARM)
    first, begun = _steps(visit), time.perf_counter()
    visit.tab.wait_for_timeout(1000 * SECONDS)
    yield Sample("steps", "ours", condition, (_steps(visit) - first) / (time.perf_counter() - begun))
    play.click()


def _steps(visit: Visit) -> int:
    part, name = STEPS
    return int(visit.tab.locator(part).get_attribute(name) or 0)
