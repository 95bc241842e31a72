"""What the teacher's table says of a class: no sentence but those that its numbers allow."""

from typing import Any

import pytest

from downhill.evidence.items import MISCONCEPTIONS
from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.session.evidence import persons
from downhill.session.evidence_rows import evidence_rows
from downhill.session.evidence_told import PARTS, open_answers, told
from downhill.session.evidence_verbs import evidence
from downhill.session.result import Result
from downhill.session.result_code import encode
from downhill.studio.results_file import quoted_csv
from downhill.text.english.evidence_told import EVIDENCE_TOLD as WORDS
from tests.support.evidence import ROWS, fields, of_the_class
from tests.support.player import Player

LESSONS = [lesson.id for lesson in every_lesson()]


def of(codes: list[dict[str, str]], coded: dict[str, str] | None = None) -> dict[str, Any]:
    """What is told of these codes."""
    return told(persons(codes, {}), coded or {}, WORDS, LESSONS)


def test_of_twelve_everything_is_told_and_what_is_missing_most_comes_first() -> None:
    found = of(of_the_class())
    assert (found["pairs"], found["gain"]) == (12, "0.71")
    assert found["verdict"] == WORDS["verdict.rise"]
    assert found["said"] == [
        "Right answers out of 7, on average: 1.2 before, 5.3 after.",
        "The difference is 4.2; its 95% interval goes from 3.2 to 5.1.",
        "Normalized gain: 0.71.",
        WORDS["told.control"],
    ]
    assert [row["id"] for row in found["items"]] == ["L3", "D4", "D3", "L2", "D1", "L1", "D2"]
    assert found["items"][0]["texts"] == ["3 of 12 (25%)", "7 of 12 (58%)"]
    assert {row["id"]: row["counts"] for row in found["beliefs"]}["continuous"] == [8, 3]


@pytest.mark.parametrize("count", [0, 1, 4])
def test_of_fewer_than_five_only_who_answered_is_told(count: int) -> None:
    found = of(of_the_class(count))
    assert found.keys() == {"pairs", "gain", "none", "who", "near"}
    assert found["none"] == (count == 0)
    assert found["who"][-1] == WORDS["told.few"]


@pytest.mark.parametrize("count", [5, 9])
def test_of_five_to_nine_counts_are_told_without_percent_gain_or_interval(count: int) -> None:
    found = of(of_the_class(count))
    said = " ".join([*found["said"], *(text for row in found["items"] for text in row["texts"])])
    assert "%" not in said
    assert found["gain"] == ""
    assert found["verdict"] == WORDS["verdict.few"]
    assert found["said"][-1] == WORDS["told.control"]


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (["vumerrr"] * 10 + ["rrrrrrr"], ["rrrrrrr"] * 11, "rise"),
        (["rrrrrrr"] * 10 + ["vumerrr"], ["vuwerrr"] * 11, "fall"),
        (["vurrrrr", "rrrrrrr"] * 5, ["rrrrrrr", "vurrrrr"] * 5, "none"),
    ],
)
def test_the_sentence_is_the_one_that_the_interval_allows(
    before: list[str], after: list[str], verdict: str
) -> None:
    codes = [
        fields(f"wren{at}", before=first, after=last)
        for at, (first, last) in enumerate(zip(before, after, strict=True))
    ]
    found = of(codes)
    assert found["verdict"] == WORDS[f"verdict.{verdict}"]


def test_a_class_that_knew_it_before_is_told_no_gain() -> None:
    found = of([fields(f"wren{at}", before="rrrrrrr", after="rrrrrrr") for at in range(12)])
    assert (found["gain"], found["verdict"]) == ("", WORDS["verdict.none"])
    assert WORDS["told.known"] in found["said"]


def test_clashes_quick_ones_newer_and_wordless_ones_are_told() -> None:
    codes = [
        *of_the_class(6),
        fields("lynx101", before="rrrrrrr"),
        {"pair": "", "test-after": "1a:rrrrrrr.1"},
    ]
    codes += [{"pair": "heron111", "test-before": "7a:x.1"}]
    codes[2] = {key: text.replace(".5", ".0") for key, text in codes[2].items()}
    said = of(codes)["who"]
    assert said[0].startswith("Answered before: 5; after: 5; both: 5; three weeks later: 0.")
    assert [line.split(":")[-1].strip()[0] for line in said[1:4]] == ["1", "1", "1"]
    assert "“lynx101”" in said[4]


def test_open_answers_come_without_order_of_codes_or_occasions_and_are_counted_by_their_codes() -> None:
    codes = of_the_class(why={"before": "It lies.", "after": "Its data is old."})
    pairs = persons(codes, {}).pairs
    ids = [each["id"] for each in open_answers(pairs)]
    assert sorted(ids) == sorted(f"{word} {each}" for word, *_ in ROWS for each in ("before", "after"))
    assert ids != [f"{word} {each}" for word, *_ in ROWS for each in ("before", "after")]
    early = [id_.endswith("before") for id_ in ids]
    assert early != sorted(early)
    assert early != sorted(early, reverse=True)
    coded = {id_: "0" if id_.endswith("before") else "13"[at % 2] for at, id_ in enumerate(ids)}
    both = sum(code == "3" for code in coded.values())
    why = {row["id"]: row["counts"] for row in of(codes, coded)["why"]}
    assert why == {"data": [0, 12], "model": [0, both], "neither": [12, 0]}
    assert of(codes, dict.fromkeys(ids[:4], "1"))["why"] == []


def test_every_misconception_leads_to_a_part_of_the_essay_that_is_there() -> None:
    for lesson, part in MISCONCEPTIONS.values():
        assert lesson in LESSONS
        assert part in PARTS


def test_the_file_has_a_row_for_each_word_and_no_cell_is_a_formula() -> None:
    codes = of_the_class(why={"before": "=1+1", "after": "so"})
    head, *rows = evidence_rows(codes, {}, {"lynx101 after": "2"}, True)
    first = dict(zip(head, rows[0], strict=True))
    assert len(rows) == 12
    assert (first["word"], first["D1_before"], first["L3_after"]) == ("lynx101", "v", "r")
    assert (first["why_code_after"], first["right_before"], first["right_after"]) == ("2", "0", "6")
    assert first["form_later"] == ""
    assert "word" not in next(iter(evidence_rows(codes, {}, {}, False)))
    assert '"\'=1+1"' in quoted_csv(rows)


def test_codes_are_told_in_the_language_of_the_page() -> None:
    session = Player(all_lessons(), all_models())
    codes = [encode(Result("", f"v{at}", more=each)) for at, each in enumerate(of_the_class())]
    found = evidence(session, codes, {}, {}, '{"verdict.rise": "Mehr."}')
    assert (found["pairs"], found["verdict"]) == (12, "Mehr.")
