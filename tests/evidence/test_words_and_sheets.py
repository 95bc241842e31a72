"""A student's word gives the form and an order of options; a typed sheet of paper is a result code."""

from collections import Counter

import pytest

from downhill.evidence.items import BY_ID, FORMS, ITEMS, ids_asked
from downhill.evidence.on_paper import BOXES, boxes, read
from downhill.evidence.pair_word import folded, form_of, is_word, order_of_options
from downhill.session.code_finder import search
from downhill.session.result import Result
from downhill.session.result_code import decode, encode

WORDS = [f"{animal}{number}" for animal in ("otter", "wren", "mole", "lynx") for number in range(100, 350)]

VECTORS = [  # pages of all versions agree on these
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


@pytest.mark.parametrize(("occasion", "form"), [("before", "a"), ("after", "b"), ("later", "c")])
def test_a_sheet_that_is_typed_says_what_was_crossed(occasion: str, form: str) -> None:
    ids = ids_asked(occasion)
    right = "".join(BOXES[boxes(id_, form).index("r")] for id_ in ids)
    found = read(f"Otter 472 {occasion} {form} {right.lower()} Its text was old.")
    assert found == {
        "pair": "otter472",
        f"test-{occasion}": f"1{form}:{'r' * len(ids)}.-",
        f"answer-why-{occasion}": "Its text was old.",
    }


def test_the_last_box_says_i_do_not_know_and_a_dash_says_that_none_is_crossed() -> None:
    found = read("wren318 before a EEE----")
    assert found
    assert found["test-before"] == "1a:???----.-"


def test_each_form_has_its_own_order_of_boxes_and_every_option_once() -> None:
    for id_ in ids_asked("later"):
        assert all(sorted(boxes(id_, form)) == sorted(BY_ID[id_].letters + "?") for form in FORMS)
    assert len({tuple(boxes(id_, form) for id_ in ids_asked("later")) for form in FORMS}) == len(FORMS)


@pytest.mark.parametrize(
    "line",
    [
        "otter472 before a ACB",  # too few
        "otter472 before c ACBEDAA",  # a form of another day
        "otter472 later a ACB",
        "ot before a ACBEDAA",  # no word
        "otter472 before a FCBEDAA",
        "We met before a meeting of the class",
    ],
)
def test_another_line_is_no_sheet(line: str) -> None:
    assert read(line) is None
    assert search(line).found == []
    assert search(line).empty == [1]


def test_typed_lines_are_collected_among_codes() -> None:
    code = encode(Result("Ada", "1"))
    looked = search(f"{code}\notter472 before b ACBE-AD It guesses.\nhello\nwren318 later c AAA")
    results = [each.result for each in looked.found]
    assert [each.line for each in looked.found] == [1, 2, 4]
    assert looked.empty == [3]
    assert [result.more.get("pair") for result in results if isinstance(result, Result)] == [
        None,
        "otter472",
        "wren318",
    ]
    assert [decode(each.code) for each in looked.found] == results
