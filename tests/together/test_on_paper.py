"""Four numbers of each group, as a teacher types them, and what their mean gets right."""

import numpy as np
import pytest

from downhill.lessons.lesson_30_next_word import lesson, squared_error
from downhill.lessons.lesson_30_next_word.prompts import PROMPTS, TARGETS
from downhill.text.english.together import TOGETHER
from downhill.text.format import fill
from downhill.together.on_paper import averaged, read
from tests.support.often import slow
from tests.support.player import Player
from tests.support.states import states

SMALL = lesson.chosen({"output": "probabilities"})
PET, FLEW = 0, 1
Weights = np.ndarray


def typed(rows: list[Weights]) -> str:
    return "\n".join(" ".join(f"{weight:.17f}" for weight in row) for row in rows)


def scores(row: Weights) -> np.ndarray:
    """The score of each word after each prompt, shape (2, 2), by the lesson's formulas."""
    return np.array([[(word * prompt).sum() for word in row.reshape(2, 2)] for prompt in PROMPTS])


def trained(start: Weights, sentence: int, times: int) -> Weights:
    """Add to each word's two weights what its score lacks, times the prompt's two numbers."""
    row = start.reshape(2, 2).copy()
    for _ in range(times):
        for word in (0, 1):
            row[word] += (TARGETS[sentence, word] - row[word] @ PROMPTS[sentence]) * PROMPTS[sentence]
    return row.ravel()


def classes() -> list[list[Weights]]:
    """Groups of many classes, from two to five in each, with weights anywhere on the sliders."""
    groups = [np.array(values) for values in states(SMALL, 400)]
    return [groups[at : at + 2 + at % 4] for at in range(0, 390, 5)]


@slow
def test_the_mean_has_the_mean_of_the_scores_and_the_sentence_says_what_its_bars_show() -> None:
    keys = set()
    for groups in classes():
        found = averaged(lesson, typed(groups))
        *alone, mean = found["rows"]
        middle = np.mean([scores(group) for group in groups], axis=0)
        np.testing.assert_allclose(scores(np.array(found["mean"])), middle, atol=1e-12)
        odds = np.exp(middle)
        np.testing.assert_allclose(mean["chances"], (odds / odds.sum(axis=1)[:, None]).diagonal())
        over = [int(text.rstrip("%")) > 50 for text in mean["shown"]]
        assert mean["right"] == over
        key = ("paper.none", "paper.one", "paper.both")[sum(over)]
        one = ("I pet the cat.", "I flew the plane.")[over.index(True)] if any(over) else ""
        both = sum(all(int(text.rstrip("%")) > 50 for text in row["shown"]) for row in alone)
        assert found["said"][0] == fill(TOGETHER[key], {"right": one, "alone": both, "groups": len(groups)})
        keys.add(key)
    assert len(keys) == 3


@pytest.mark.parametrize("times", range(1, 20))
def test_from_zero_no_group_gets_both_sentences_and_the_mean_of_both_halves_does(times: int) -> None:
    pets, planes = (trained(np.zeros(4), sentence, times) for sentence in (PET, FLEW))
    for half, digits in ((1, 1), (2, 2), (7, 17)):
        found = averaged(lesson, typed([np.round(each, digits) for each in (pets, planes)] * half))
        assert [row["right"] for row in found["rows"]] == [[True, False], [False, True]] * half + [
            [True, True]
        ]
        assert f"alone: 0 of {2 * half}." in found["said"][0]


def test_the_rule_for_a_pencil_is_the_lessons_own_step_on_one_sentence_at_the_rate_one_half() -> None:
    for values in states(SMALL, 50):
        row = np.array(values)
        for sentence in (PET, FLEW):
            one = slice(sentence, sentence + 1)
            slopes = squared_error.gradient(PROMPTS[one], TARGETS[one], row.reshape(2, 2).T).T.ravel()
            np.testing.assert_allclose(trained(row, sentence, 1), row - 0.5 * slopes)


@slow
def test_from_any_first_weights_rounds_from_the_mean_end_with_both_sentences() -> None:
    rounds = []
    for values in states(SMALL, 100):
        mean, count = np.array(values), 0
        while not all(averaged(lesson, typed([mean, mean]))["rows"][-1]["right"]):
            mean, count = (
                np.mean([trained(mean, sentence, 30) for sentence in (PET, FLEW)], axis=0),
                count + 1,
            )
            assert count < 12
        rounds.append(count)
    assert max(rounds) > 2


@pytest.mark.parametrize(
    "row",
    [
        "0.9 0.3 0 -0.25",
        "0,9 0,3 0 -0,25",
        "0,9; 0,3; 0; −0,25",
        "0.9, 0.3, 0, -0.25",
        "0.9,0.3,0,-.25",
        ".9\t.3\t0\t-.25",
        "| 0.90 | 0.30 | 0 | -0.25 |",
        "0，9； 0，3； 0； -0，25",
        "+0,9, 0,3, 0, -0,25,",
    ],
)
def test_decimal_points_and_commas_are_read_with_anything_between_the_numbers(row: str) -> None:
    (only,), unfit = read(SMALL, f"\n  \n{row}\n", TOGETHER)
    assert unfit == []
    assert only.title == "Group 1"
    assert only.weights.tolist() == [0.9, 0.3, 0, -0.25]


def test_a_row_that_does_not_fit_is_told_with_its_number_and_the_others_count() -> None:
    text = "Ada’s group: 1 0 0 0\n1 0 0\n1,0,0,0,1\n0 0 one 1\n0 0 0 2.5\n\n1e5 0 0 0\n0 0 0 1"
    found = averaged(lesson, text)
    assert [row["title"] for row in found["rows"]] == ["Ada’s group", "Group 7", "All 2 together"]
    assert found["wrong"]
    assert found["said"][2:] == [
        "Row 2: it takes 4 numbers, and this is 3.",
        "Row 3: it takes 4 numbers, and this is 5.",
        "Row 4: “one” isn’t a number.",
        "Row 5: 2.50 is beyond the sliders, which go from −2 to 2.",
        "Row 6: “1e5” isn’t a number.",
    ]


def test_less_than_two_rows_make_no_mean_and_too_many_are_told() -> None:
    player = Player([lesson])
    for text, rows in (("", 0), (" \n", 0), ("1 0 0 0", 1)):
        found = player.average(lesson.id, text)
        assert (len(found["rows"]), found["said"]) == (rows, [TOGETHER["paper.few"]])
    many = player.average(lesson.id, "1 0 0 0\n" * 3000)
    assert len(many["rows"]) == 100
    assert many["said"][-1] == TOGETHER["said.long"]
