"""Codes of a class: what fits is averaged, what doesn't is refused with the reason."""

from typing import Any

import numpy as np
import pytest

from downhill.lessons.lesson_50_ten_thousand import lesson
from downhill.text.english.together import TOGETHER
from downhill.together.averaging import EQUALLY, MEDIAN, STEPS, together
from downhill.together.class_text import ClassText, class_text
from downhill.together.collecting import averaged, collected, places, sum_of_code, told
from downhill.together.model_code import MANY, Model, decode, encode

SEED = 3


def text() -> ClassText:
    return class_text(tuple(lesson.words[part] for part in lesson.corpus))


def model(group: int, **changed: Any) -> Model:
    weights = text().first(SEED) * (1 + group / 10)
    return text().model(weights, SEED, group=group, steps=300)._replace(**changed)


def keys(codes: str, known: list[str] | None = None, begun: str = "") -> list[tuple[str, dict[str, object]]]:
    return collected(known or [], codes, begun, text(), SEED).said


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"seed": 4}, "seed"),
        ({"vocabulary": 1}, "vocabulary"),
        ({"steps": 0}, "untrained"),
        ({"round": 2, "begun": 5}, "round"),
        ({"round": 2}, "round"),
    ],
)
def test_a_model_that_does_not_fit_is_refused_with_its_line_and_group(
    changed: dict[str, Any], why: str
) -> None:
    fits, other = encode(model(1)), encode(model(7, **changed))
    found = collected((), f"{fits}\n\n{other}", "", text(), SEED)
    assert [*found.codes] == [1]
    assert found.said == [("said.read", {"count": 1}), (f"why.{why}", {"line": "3", "group": "7"})]


def test_a_group_counts_once_with_the_model_that_took_more_steps() -> None:
    once, more = encode(model(2)), encode(model(2, steps=500))
    assert keys(once, [once]) == [("why.twice", {"line": "1", "group": "2"})]
    assert [*collected([once], more, "", text(), SEED).codes.values()] == [more]
    assert [*collected([more], once, "", text(), SEED).codes.values()] == [more]


def test_damaged_newer_and_other_texts_are_told_apart() -> None:
    assert keys(encode(model(1))[:-9]) == [("why.damaged", {"line": "1", "group": "0"})]
    assert keys("\n downhill-model7.AAAA") == [("why.newer", {"line": "2", "group": "0"})]
    assert keys("Dear Ms. Gray, my dog has eaten it.") == [("said.none", {})]
    assert keys(" \n") == []


def test_a_mean_that_is_pasted_begins_the_next_round_and_only_what_went_on_from_it_fits() -> None:
    mean = encode(text().model(text().first(SEED), SEED, groups=4, steps=1200), MANY)
    found = collected([encode(model(1))], mean, "", text(), SEED)
    assert (found.begun, found.codes) == (mean, {})
    later = encode(model(1, round=2, begun=sum_of_code(mean)))
    assert [*collected((), later, mean, text(), SEED).codes] == [1]
    assert keys(encode(model(1)), begun=mean) == [("why.round", {"line": "1", "group": "1"})]


def test_groups_count_equally_or_by_their_steps_or_the_middle_one_counts() -> None:
    models, steps = np.array([[0.0, 1.0], [3.0, 1.0], [9.0, 4.0]]), np.array([100.0, 100.0, 400.0])
    assert together(models, steps, EQUALLY).tolist() == [4.0, 2.0]
    assert together(models, steps, STEPS).tolist() == [6.5, 3.0]
    assert together(models, steps, MEDIAN).tolist() == [3.0, 1.0]


def test_thirty_models_of_a_class_are_put_together_and_told() -> None:
    codes = "\n".join(encode(model(group, name=f"<b>{group}")) for group in range(1, 31))
    found = collected((), codes, "", text(), SEED)
    answer = told(found, text(), SEED, EQUALLY, lesson.words["prompt"], TOGETHER)
    assert len(answer["rows"]) == answer["mean"]["groups"] == 30
    assert answer["rows"][4]["title"] == "Group 5 (<b>5): pets"
    whole = decode(answer["mean"]["model"])
    assert isinstance(whole, Model)
    assert np.abs(whole.weights - averaged(found, text(), SEED, EQUALLY).weights).max() < 0.02
    best = min(row["loss"] for row in answer["rows"])
    better = answer["mean"]["loss"] < best
    assert any(
        sentence.startswith("Put together") and ("beats" in sentence) == better for sentence in answer["said"]
    )


def test_the_mean_is_in_the_middle_of_the_map_and_distances_are_kept_for_three_models() -> None:
    models = np.random.default_rng(1).normal(size=(3, 40))
    found = places(models)
    assert np.abs(found.mean(axis=0)).max() < 1e-9
    there = [np.linalg.norm(models[i] - models[j]) for i, j in ((0, 1), (0, 2), (1, 2))]
    here = [np.linalg.norm(found[i] - found[j]) for i, j in ((0, 1), (0, 2), (1, 2))]
    assert np.allclose(np.array(here) / here[0], np.array(there) / there[0])
    assert places(models[:1]).tolist() == [[0.0, 0.0]]


def test_a_group_learns_its_topic_alone_and_everybody_is_tested_on_all() -> None:
    read = text()
    assert sum(len(topic.after) for topic in read.topics) == len(read.text.learned.after)
    one, fifth = read.of_group(1, 1), read.of_group(5, 1)
    assert sorted(one.learned.after.tolist()) == sorted(fifth.learned.after.tolist())
    assert one.learned.after.tolist() != fifth.learned.after.tolist()
    assert one.held_out is read.text.held_out
    pets, plane = read.text.number("cat"), read.text.number("plane")
    assert pets in one.learned.after
    assert plane not in one.learned.after
