"""With all open that can be folded: how soon a move is seen, how many steps a second Play shows.

The plain page has nothing to open or to play; its moves are what ours are measured by.
"""

from collections.abc import Iterator

from bench.browser import Visit
from bench.measure_move import move, summed
from bench.probe import probe
from bench.samples import Condition, Sample

PLAYED = ("valley", "line")
STEPS, LIMIT = 300, 20_000  # steps of one lesson, and the milliseconds that they may take


def opened(visit: Visit, condition: Condition, count: int) -> Iterator[Sample]:
    """Yield moves of both sliders and, of our page, steps a second, with all views and maths open."""
    page = visit.host.page
    visit.tab.evaluate(probe("views"), True)
    for lesson, there in zip(PLAYED, (page, page.lined()), strict=True):
        at = visit._replace(host=visit.host._replace(page=there))
        move(at, 5)
        yield from summed(at, f"move open {lesson}", condition, move(at, count))
    for lesson in PLAYED if page.name == "ours" else ():
        found = visit.tab.evaluate(probe("frames"), {"lesson": lesson, "count": STEPS, "limit": LIMIT})
        yield Sample(f"frames open {lesson}", page.name, condition, found["played"])
    visit.tab.evaluate(probe("views"), False)
