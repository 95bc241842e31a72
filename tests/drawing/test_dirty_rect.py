"""Boxes of pixels: around what was drawn, and as few pixels as may be."""

from hypothesis import given
from hypothesis import strategies as st

from downhill.drawing.dirty_rect import A_CALL, Box, around, cheapest, cost

numbers = st.integers(-50, 50)
boxes = st.builds(Box, numbers, numbers, numbers, numbers)


def pixels(found: list[Box]) -> set[tuple[int, int]]:
    return {(x, y) for b in found for x in range(b.left, b.right) for y in range(b.top, b.bottom)}


@given(boxes)
def test_the_area_counts_pixels(one: Box) -> None:
    assert one.area == len(pixels([one]))


@given(st.lists(boxes, max_size=4))
def test_around_holds_all_and_touches_the_outermost(found: list[Box]) -> None:
    together = around(found)
    assert pixels(found) <= pixels(together)
    assert len(together) == (1 if pixels(found) else 0)


@given(st.lists(boxes, max_size=4), boxes)
def test_around_keeps_to_the_whole(found: list[Box], whole: Box) -> None:
    together = around(found, whole)
    assert pixels(together) == pixels(around(found)) & pixels([whole])
    assert len(together) == (1 if pixels(together) else 0)


@given(boxes, boxes)
def test_the_cheapest_boxes_hold_both_and_never_cost_more(old: Box, new: Box) -> None:
    found = cheapest([old], [new])
    assert pixels([old, new]) <= pixels(found)
    assert cost(found) <= cost([old, new])


def test_boxes_that_lie_far_apart_stay_apart() -> None:
    corners = Box(0, 0, 10, 10), Box(2000, 2000, 2010, 2010)
    assert cheapest([corners[0]], [corners[1]]) == [*corners]
    near = Box(0, 0, 10, 10), Box(20, 20, 30, 30)
    assert cheapest([near[0]], [near[1]]) == [Box(0, 0, 30, 30)]
    assert cost([near[0]]) == 100 + A_CALL
