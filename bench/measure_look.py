"""How long the model that looks back trains until it looks right, and how soon a slider answers meanwhile."""

import time
from collections.abc import Iterator

from bench.browser import Visit
from bench.measure_move import move, summed
from bench.samples import Condition, Sample

SECTION, RIGHT, LIMIT = "section#attention", 0.8, 180_000
LOOKS = f"() => Number(document.querySelector('{SECTION}').dataset.looks) > {RIGHT}"


def looked(visit: Visit, condition: Condition, count: int) -> Iterator[Sample]:
    """Yield the ms from Train until the mean share of the look on the right word is 0.8, then `count` moves.

    The training goes on during the moves, which are another lesson's. Yields nothing of another page.
    """
    if visit.host.page.name != "ours":
        return
    play, begun = visit.tab.locator(f"{SECTION} [data-action=play]"), time.perf_counter()
    play.click()
    visit.tab.wait_for_function(LOOKS, timeout=LIMIT)
    yield Sample("looks right", "ours", condition, 1000 * (time.perf_counter() - begun))
    yield from summed(visit, "move look", condition, move(visit, count))
    play.click()
