"""Where the sliders have been."""

import numpy as np

from downhill.lesson import HAND, MACHINE
from downhill.lesson.spans import merged
from downhill.lesson.trail import ROOM, Standing, Trail


def test_a_trail_begins_with_the_place_where_it_was_made() -> None:
    trail = Trail((1.0, 2.0), 5.0, HAND)
    assert len(trail) == 1
    np.testing.assert_array_equal(trail.values, [[1.0, 2.0]])
    np.testing.assert_array_equal(trail.losses, [5.0])
    assert not trail.by_machine.any()


def test_places_are_kept_in_order_with_who_went_there() -> None:
    trail = Trail((0.0,), 0.0, HAND)
    for index, mover in enumerate([MACHINE, MACHINE, HAND], start=1):
        trail.append((float(index),), 10.0 * index, mover)
    np.testing.assert_array_equal(trail.values[:, 0], [0, 1, 2, 3])
    np.testing.assert_array_equal(trail.losses, [0, 10, 20, 30])
    np.testing.assert_array_equal(trail.by_machine, [False, True, True, False])
    assert trail.mover == HAND


def test_ten_thousand_moves_stay_bounded_and_the_newest_are_kept() -> None:
    trail, longest = Trail((0.0,), 0.0, HAND), 1
    for index in range(1, 10_001):
        trail.append((float(index),), float(-index), MACHINE if index % 3 else HAND)
        longest = max(longest, len(trail))
    assert longest == ROOM
    count = len(trail)
    assert ROOM // 2 <= count <= ROOM
    newest = np.arange(10_001 - count, 10_001)
    np.testing.assert_array_equal(trail.values[:, 0], newest)
    np.testing.assert_array_equal(trail.losses, -newest)
    np.testing.assert_array_equal(trail.by_machine, newest % 3 != 0)


def test_a_drag_passes_over_what_lies_between_its_places_and_a_click_or_a_step_does_not() -> None:
    trail = Trail((0.0,), 0.0, HAND)
    for move, value, mover in [(1, 3.0, HAND), (1, 4.0, HAND), (2, 8.0, HAND), (2, 9.0, MACHINE)]:
        trail.append((value,), 0.0, mover, Standing(hand_moves=move, machine_steps=mover == MACHINE))
    assert trail.visited().tolist() == [[0, 0], [3, 3], [3, 4], [8, 8], [9, 9]]
    trail.go(2)
    assert trail.visited().tolist() == [[0, 0], [3, 3], [3, 4]]


def test_what_was_passed_over_is_known_after_the_places_are_forgotten() -> None:
    trail = Trail((0.0, 5.0), 0.0, HAND)
    for place in range(1, 3 * ROOM):
        trail.append((place / 100, 5.0), 0.0, HAND, Standing(hand_moves=1))
    assert trail.forgotten
    assert merged(trail.visited(), 0.011).tolist() == [[0, (3 * ROOM - 1) / 100]]
    assert len(trail.visited(1)) <= ROOM + 1


def walked(movers: str) -> Trail:
    """A trail of moves of the hand (h) and steps of the machine (m) behind its beginning."""
    trail = Trail((0.0,), 0.0, HAND)
    for index, mover in enumerate(movers, start=1):
        trail.append((float(index),), 0.0, HAND if mover == "h" else MACHINE)
    return trail


def test_where_marks_are_too_many_they_are_thinned_out_evenly_and_stay_where_they_are() -> None:
    trail, before = walked(""), np.empty(0)
    for index in range(1, 900):
        trail.append((float(index),), 0.0, MACHINE)
        shown = trail.shown(100)
        assert len(shown) <= 100
        assert len(shown) == index or (len(shown) >= 50 and len({*np.diff(shown).tolist()}) == 1)
        if len(shown) >= len(before):
            assert (shown[: len(before)] == before).all()
        before = shown
