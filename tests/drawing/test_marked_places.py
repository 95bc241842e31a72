"""Which places leave marks, followed move by move: the same ones as of a trail that is looked at once."""

from hypothesis import given
from hypothesis import strategies as st

from downhill.drawing.trail_marks import MarkedPlaces
from downhill.lesson import HAND, MACHINE
from downhill.lesson.trail import Trail

MOST = 6
moves = st.lists(st.one_of(st.sampled_from((HAND, MACHINE)), st.integers(0, 30)), max_size=40)


def go(trail: Trail, move: str | int) -> None:
    """One more place by whoever is named, or back or forth to the place of a number."""
    if isinstance(move, int):
        trail.go(move)
    else:
        trail.append((float(len(trail)),), 1.0, move)


@given(moves)
def test_marks_that_are_followed_are_those_that_a_trail_shows(walk: list[str | int]) -> None:
    trail, marked = Trail((0.0,), 1.0, HAND), MarkedPlaces()
    seen: list[int] = []
    for move in walk:
        go(trail, move)
        new = marked.follow(trail, MOST)
        shown = trail.shown(MOST).tolist()
        seen = shown if new is None else [*seen, *new]
        assert seen == shown == marked.numbers


@given(moves)
def test_nothing_is_drawn_anew_while_all_marks_stay(walk: list[str | int]) -> None:
    trail, marked = Trail((0.0,), 1.0, MACHINE), MarkedPlaces()
    for move in walk:
        before, rewritten = marked.numbers.copy(), trail.rewritten
        go(trail, move)
        stay = trail.rewritten == rewritten and trail.shown(MOST).tolist()[: len(before)] == before
        assert (marked.follow(trail, MOST) is not None) == (stay or not before)


def test_marks_of_another_trail_are_drawn_anew() -> None:
    first, other, marked = Trail((0.0,), 1.0, HAND), Trail((0.0,), 1.0, HAND), MarkedPlaces()
    for trail in (first, other):
        for _ in range(3):
            go(trail, HAND)
    assert marked.follow(first, MOST) == [0, 1, 2]
    assert marked.follow(first, MOST) == []
    assert marked.follow(other, MOST) is None
