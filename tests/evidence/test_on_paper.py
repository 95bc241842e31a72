"""The questions on paper: boxes in a fixed order, and a typed line that is a result code like others."""

import pytest

from downhill.evidence.items import BY_ID, FORMS, ids_asked
from downhill.evidence.on_paper import BOXES, boxes, read
from downhill.session.code_finder import search
from downhill.session.result import Result
from downhill.session.result_code import decode, encode


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
