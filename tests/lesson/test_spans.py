"""Spans of numbers, joined where they meet."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from downhill.lesson.spans import inside, merged

SPAN = st.tuples(st.integers(0, 40), st.integers(0, 8)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(SPAN, max_size=12))
def test_a_place_is_in_the_union_where_it_is_in_one_of_the_spans(spans: list[tuple[int, int]]) -> None:
    union = merged(np.array(spans, dtype=float).reshape(-1, 2))
    places = np.arange(-1, 50) + 0.5
    expected = [any(low < place < high for low, high in spans) for place in places]
    assert inside(union, places).tolist() == expected


@given(st.lists(SPAN, max_size=12))
def test_the_union_rises_and_its_spans_do_not_meet(spans: list[tuple[int, int]]) -> None:
    union = merged(np.array(spans, dtype=float).reshape(-1, 2)).ravel()
    assert (union[1::2] >= union[::2]).all()
    assert (np.diff(union)[1::2] > 0).all()


def test_spans_that_are_close_are_joined_with_what_lies_between() -> None:
    spans = np.array([[4.0, 5.0], [0.0, 1.0], [1.5, 2.0]])
    assert merged(spans, gap=0.5).tolist() == [[0, 2], [4, 5]]
    assert merged(spans, gap=2).tolist() == [[0, 5]]
