"""A student's word: folded, it gives the form and an order of options, the same on every page."""

from collections import Counter

import pytest

from downhill.evidence.items import ITEMS
from downhill.evidence.pair_word import folded, form_of, is_word, order_of_options

WORDS = [f"{animal}{number}" for animal in ("otter", "wren", "mole", "lynx") for number in range(100, 350)]

VECTORS = [  # a page's JavaScript is held to the same
    ("otter472", "b", "votr", "cfur"),
    ("weiss123", "b", "rtov", "cruf"),
    ("水獭472", "a", "tovr", "rufc"),
    ("lynx101", "b", "tvor", "rufc"),
]


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Otter 472", "otter472"),
        ("  O t t e r-472! ", "otter472"),
        ("ＯＴＴＥＲ４７２", "otter472"),
        ("Weiß123", "weiss123"),
        ("水獭472", "水獭472"),
        ("Ñandú_٣٤٥", "ñandú٣٤٥"),
        ("🦦…", ""),
    ],
)
def test_a_word_typed_another_way_is_the_same_word(typed: str, word: str) -> None:
    assert folded(typed) == word
    assert folded(word) == word


@pytest.mark.parametrize(("word", "form", "first", "second"), VECTORS)
def test_form_and_order_follow_from_the_word_alone(word: str, form: str, first: str, second: str) -> None:
    assert form_of(word, "before") == form
    assert order_of_options("rvot", word, "D1", "before") == first
    assert order_of_options("rcuf", word, "L2", "after") == second


def test_a_word_has_from_four_to_sixteen_characters() -> None:
    assert [is_word("x" * length) for length in (3, 4, 16, 17)] == [False, True, True, False]


def test_half_a_class_has_each_order_of_forms_and_everybody_has_both() -> None:
    assert all(form_of(word, "before") + form_of(word, "after") in ("ab", "ba") for word in WORDS)
    assert all(form_of(word, "later") == "c" for word in WORDS)
    assert 450 < sum(form_of(word, "before") == "a" for word in WORDS) < 550


def test_over_a_thousand_words_the_right_option_is_as_often_in_each_place() -> None:
    for item in ITEMS:
        orders = [
            order_of_options(item.letters, word, item.id, occasion)
            for word in WORDS
            for occasion in ("before", "after")
        ]
        assert all(sorted(order) == sorted(item.letters) for order in orders)
        places = Counter(order.index("r") for order in orders)
        assert all(0.22 <= places[place] / len(orders) <= 0.28 for place in range(4)), item.id
