"""What is claimed of models that are put together, over twenty seeds; codes go through text as in a class."""

from functools import cache
from typing import NamedTuple

import numpy as np
import pytest

from downhill.lessons.lesson_50_ten_thousand import lesson
from downhill.together.at_home import HONEST, AtHome
from downhill.together.averaging import EQUALLY, MEDIAN
from downhill.together.class_text import ROUND
from downhill.together.collecting import averaged, collected, given_away
from downhill.together.model_code import MANY, Model, decode, encode
from tests.support.often import FULLY, slow
from tests.together.test_collecting import text

SEEDS = range(1, 21) if FULLY else (1, 2)
GROUPS = (1, 2, 3, 4)


class Class(NamedTuple):
    """Losses on everybody's held-out text, and the codes of each round with the mean that it began from."""

    alone: list[float]
    rounds: list[float]
    once: float
    longer: list[float]
    costs: list[float]
    home: AtHome
    codes: list[tuple[str, list[str]]]


@cache
def class_of(seed: int) -> Class:
    read, home = text(), AtHome(text())
    begun, rounds, handed = "", [], []
    for _ in range(4):
        codes = [home.code(group, begun, seed) for group in GROUPS]
        found = collected((), "\n".join(codes), begun, read, seed)
        assert [*found.codes.values()] == codes
        handed.append((begun, codes))
        mean = averaged(found, read, seed, EQUALLY)
        begun = encode(mean, MANY)
        rounds.append(read.loss(mean.weights))
    alone = [home.alone(group, ROUND, seed) for group in GROUPS]
    coded = [model.weights for code in handed[0][1] if isinstance(model := decode(code), Model)]
    costs = [read.loss(each) - read.loss(weights) for each, weights in zip(coded, alone, strict=True)]
    longer = [home.alone(group, 4 * ROUND, seed) for group in GROUPS]
    once = read.loss(np.mean(longer, axis=0))
    return Class([*map(read.loss, alone)], rounds, once, [*map(read.loss, longer)], costs, home, handed)


@slow
@pytest.mark.parametrize("seed", SEEDS)
def test_the_mean_beats_the_best_group_alone_and_four_rounds_beat_one_even_with_four_bits_for_a_weight(
    seed: int,
) -> None:
    found = class_of(seed)
    assert found.rounds[0] < min(found.alone) - 0.2
    assert found.once < min(found.longer) - 0.5  # one round of four times the steps
    assert found.rounds[3] < found.rounds[0] - 0.2
    assert found.rounds[3] < found.once - 0.2
    assert max(found.costs) < 0.1


@slow
@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_code_gives_away_is_in_the_groups_text_in_the_second_round_too(seed: int) -> None:
    read = text()
    for begun, codes in class_of(seed).codes[:2]:
        for group, code in zip(GROUPS, codes, strict=True):
            model = decode(code)
            assert isinstance(model, Model)
            theirs = {read.text.tokens[i] for i in np.unique(read.topics[group - 1].after)}
            assert {*given_away(model, begun, read)} <= theirs


@slow
@pytest.mark.parametrize("seed", SEEDS)
def test_with_other_first_weights_the_mean_is_worse_than_every_group_because_units_have_no_order(
    seed: int,
) -> None:
    found = class_of(seed).home.apart(seed)
    assert found["other"]["mean"] > max(found["other"]["losses"]) + 0.1
    assert found["same"]["mean"] < min(found["same"]["losses"])
    assert found["same"]["matched"] >= 12 > 6 >= found["other"]["matched"]
    why = class_of(seed).home.reordered(seed)
    assert why["swapped"] == pytest.approx(why["whole"], abs=1e-9)
    assert why["half"] > why["whole"] + 0.1


@slow
def test_more_honest_groups_thin_a_lie_out_and_the_median_seldom_needs_fewer_than_the_mean() -> None:
    read = text()
    lie = [
        i for token in read.text.tokens_in(lesson.words["lie"]) if (i := read.text.number(token)) is not None
    ]
    won, chances, sooner = [], [], []
    for seed in SEEDS:
        home = class_of(seed).home
        least = {}
        for way in (EQUALLY, MEDIAN):
            found = [home.poisoned(honest, way, lie, seed) for honest in range(1, HONEST + 1)]
            lied = [each["lie"] > each["true"] for each in found]
            least[way] = HONEST - lied[::-1].index(True) if any(lied) else 0
            if way == EQUALLY:
                won.append(lied[0])
                chances.append((found[0]["lie"], found[-1]["lie"]))
        sooner.append(least[MEDIAN] < least[EQUALLY])
    assert np.mean(won) >= 0.9
    one, all_of_them = np.mean(chances, axis=0)
    assert all_of_them < one / 1.7
    assert sum(sooner) <= max(1, len(SEEDS) / 4)
