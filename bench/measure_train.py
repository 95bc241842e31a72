"""How many steps of training a second: in a bare loop of this machine's own Python, and on the page.

The page shows every few steps meanwhile: its map of weights, both losses, what the model writes. Last, how
soon another lesson's slider is seen to move while the training goes on.
"""

import sys
import time
from collections.abc import Iterator

from bench.browser import Visit
from bench.measure_move import move, summed
from bench.samples import Condition, Sample
from tools.common import paths

SECONDS, WARM = 6.0, 4.0  # the browser compiles in the meantime what it has seen to run most
STEPS = "section#ten-thousand", "data-steps"


def native(seconds: float = SECONDS) -> float:
    """Steps a second of the same model, in a loop with nothing else in it."""
    sys.path.insert(0, str(paths.ROOT / "py"))
    from downhill.lessons import all_models
    from downhill.training.sgd import Training

    (lesson, *_) = all_models()
    training, begun = Training(lesson.text()), time.perf_counter()
    while time.perf_counter() - begun < seconds:
        training.step(lesson.rates.good)
    return training.steps / (time.perf_counter() - begun)


def trained(visit: Visit, condition: Condition, count: int) -> Iterator[Sample]:
    """Yield steps a second, native and on our page, and `count` moves meanwhile; nothing of another page."""
    if visit.host.page.name != "ours":
        return
    play = visit.tab.locator("section#ten-thousand [data-action=play]")
    yield Sample("frames train native", "ours", condition, native())
    play.click()
    visit.tab.wait_for_timeout(1000)
    yield Sample("frames train first", "ours", condition, _pace(visit, WARM))
    yield Sample("frames train", "ours", condition, _pace(visit, SECONDS))
    yield from summed(visit, "move train", condition, move(visit, count))
    play.click()


def _pace(visit: Visit, seconds: float) -> float:
    """Steps a second on the page, over so many seconds."""
    first, begun = _steps(visit), time.perf_counter()
    visit.tab.wait_for_timeout(1000 * seconds)
    return (_steps(visit) - first) / (time.perf_counter() - begun)


def _steps(visit: Visit) -> int:
    part, name = STEPS
    return int(visit.tab.locator(part).get_attribute(name) or 0)
