"""How many frames the browser drops while a hand drags: the slider moves once a frame."""

from collections.abc import Iterator
from itertools import pairwise

from bench.browser import Visit
from bench.probe import probe
from bench.samples import Condition, Sample

FRAMES = 200


def dropped(times: list[float], frame: float = 1000 / 60) -> float:
    """Return the share of frames that are missing between the frames at these times; all in ms."""
    missing = sum(round((late - early) / frame) - 1 for early, late in pairwise(times))
    return missing / (missing + len(times) - 1)


def dragged(visit: Visit, condition: Condition) -> Iterator[Sample]:
    """Yield the share of frames that were dropped."""
    page = visit.host.page
    times = visit.tab.evaluate(probe("frames"), {"slider": page.slider, "count": FRAMES})
    yield Sample("frames", page.name, condition, dropped(times))
