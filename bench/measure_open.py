"""Our page with all that can be folded open: how soon a move is seen, how many steps a second Play shows."""

from collections.abc import Iterator

from bench.browser import Visit
from bench.measure_move import move, summed
from bench.pages import Page
from bench.probe import probe
from bench.samples import Condition, Sample

PLAYED = ("valley", "line")
STEPS, LIMIT = 300, 20_000  # steps of one lesson, and the milliseconds that they may take
SLIDERS = {
    "valley": "section#valley input[type=range][name=x]",
    "line": "section#line input[type=range][name=m]",
}


def opened(visit: Visit, condition: Condition, count: int) -> Iterator[Sample]:
    """Yield moves and steps a second of our page with all views and maths open; nothing of another page."""
    page = visit.host.page
    if page.name != "ours":
        return
    visit.tab.evaluate(probe("views"), True)
    for lesson, slider in SLIDERS.items():
        there = visit._replace(host=visit.host._replace(page=Page(page.name, slider, f"section#{lesson}")))
        move(there, 5)
        yield from summed(there, f"move open {lesson}", condition, move(there, count))
    for lesson in PLAYED:
        found = visit.tab.evaluate(probe("frames"), {"lesson": lesson, "count": STEPS, "limit": LIMIT})
        yield Sample(f"frames open {lesson}", page.name, condition, found["played"])
    visit.tab.evaluate(probe("views"), False)
