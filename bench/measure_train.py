"""How many steps of training the page takes a second, and what share of native Python's that is.

The page shows every few steps meanwhile: its map of weights, both losses, what the model writes. The native
model is the same one, on the same machine, and shows nothing.
"""

import sys
import time
from collections.abc import Callable, Iterator

from bench.browser import Visit
from bench.samples import Condition, Sample
from tools.common import paths

SECONDS, WARM = 6.0, 5.0  # the browser compiles in the meantime what it has seen to run most
LESSON = "ten-thousand"


def trained(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield steps a second on our page, and their share of native ones; nothing of another page."""
    if visit.host.page.name != "ours":
        return
    play = visit.tab.locator(f"section#{LESSON} [data-action=play]")
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
