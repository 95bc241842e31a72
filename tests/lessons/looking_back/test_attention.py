"""The model that looks back: its slopes, against an independent model in plain loops, and what it learns."""

import math
from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pytest

from downhill.lesson.way import ADAM, MOMENTUM
from downhill.lessons.lesson_60_looking_back import attention, lesson
from downhill.lessons.lesson_60_looking_back.attention import How, Layers, layers
from downhill.lessons.lesson_60_looking_back.texts import ASKED, WINDOW, Batch, batch, draw
from downhill.lessons.lesson_60_looking_back.training import BATCH, LookingTraining, ThreeWords, kept_texts
from downhill.lessons.lesson_60_looking_back.world import WORDS, world_of
from downhill.training import network
from downhill.training.trainer import trainer_of
from tests.lessons.looking_back.worlds import WORLDS
from tests.support.often import slow, thorough

WORLD = world_of(WORDS)
SIZE = len(WORLD.tokens)
RATE = 2.0
Number = Any  # a float, or a complex number


@cache
def trained(steps: int, seed: int = 1, code: str = "en") -> LookingTraining:
    training = LookingTraining(world_of(WORLDS[code]), seed)
    assert all(training.step(RATE) for _ in range(steps))
    return training


def some(count: int, new: bool = False) -> Batch:
    dice = Random(11)
    return batch(WORLD, [draw(WORLD, dice, new) for _ in range(count)])


def plain(
    net: Sequence[list[list[Number]]], text: Sequence[int], place: int
) -> tuple[list[Number], list[Number]]:
    """Shares and scores at one place of a text, number by number; works with complex numbers, too."""
    embedding, query, key, inner, mixed, (shift,), outer, said, (bias,) = net

    def context(at: int) -> list[Number]:
        words = [text[i] if i >= 0 else 0 for i in range(at - 3, at)]
        return [number for word in words for number in embedding[word]]

    def through(vector: Sequence[Number], matrix: list[list[Number]]) -> list[Number]:
        return [sum(vector[i] * matrix[i][j] for i in range(len(vector))) for j in range(len(matrix[0]))]

    here = context(place)
    asks = through(here, query)
    fits = [
        sum(a * b for a, b in zip(asks, through(context(j), key), strict=True)) / math.sqrt(len(asks))
        for j in range(place)
    ]
    powers = [_exp(fit) for fit in fits]
    shares = [power / sum(powers) for power in powers]
    mixture = [sum(s * embedding[text[j]][d] for j, s in enumerate(shares)) for d in range(len(embedding[0]))]
    inside = [a + b + c for a, b, c in zip(through(here, inner), through(mixture, mixed), shift, strict=True)]
    hidden = [_tanh(value) for value in inside]
    scores = [a + b + c for a, b, c in zip(through(hidden, outer), through(mixture, said), bias, strict=True)]
    return shares, scores


def _exp(z: Number) -> Number:
    return np.exp(z)


def _tanh(z: Number) -> Number:
    return np.tanh(z)


def as_lists(net: Layers) -> list[list[list[Number]]]:
    return [np.atleast_2d(layer).tolist() for layer in net]


def plain_loss(net: Sequence[list[list[Number]]], texts: Batch) -> Number:
    """The mean surprise at all places of texts."""
    total: Number = 0.0
    for text, places in zip(texts.texts.tolist(), texts.places.tolist(), strict=True):
        for at in places:
            _, scores = plain(net, text, at)
            total += np.log(sum(map(_exp, scores))) - scores[text[at]]
    return total / texts.places.size


@slow
@pytest.mark.parametrize("steps", [0, 150])
def test_shares_and_scores_are_those_of_an_independent_model_in_plain_loops(steps: int) -> None:
    training, texts = trained(steps), some(3)
    seen, lists = attention.forward(training.net, texts.texts, texts.places), as_lists(training.net)
    for n, (text, places) in enumerate(zip(texts.texts.tolist(), texts.places.tolist(), strict=True)):
        for m, at in enumerate(places):
            shares, scores = plain(lists, text, at)
            assert seen.shares[n, m, :at] == pytest.approx(np.array(shares), abs=1e-12)
            assert not seen.shares[n, m, at:].any()
            assert seen.scores.reshape(3, 4, -1)[n, m] == pytest.approx(np.array(scores), abs=1e-12)
    assert network.cross_entropy(seen.scores, texts.true.ravel()) == pytest.approx(
        plain_loss(lists, texts), abs=1e-12
    )


@pytest.mark.parametrize("part", Layers._fields)
def test_the_slope_of_every_layer_agrees_with_complex_steps_of_the_independent_model(part: str) -> None:
    """The derivative is the imaginary part of the loss at w + ih, over h (Squire and Trapp, 1998)."""
    training, texts, width = trained(60), some(2), 1e-30
    slopes = np.zeros_like(training.weights)
    into = layers(slopes, SIZE)
    attention.backward(training.net, texts.texts, texts.places, texts.true.ravel(), into)
    found, lists = np.atleast_2d(getattr(into, part)), as_lists(training.net)
    array, dice = lists[Layers._fields.index(part)], np.random.default_rng(2)
    rows = np.flatnonzero(np.abs(found).sum(axis=1))
    for row in dice.choice(rows, min(4, len(rows)), replace=False).tolist():
        column = int(dice.integers(found.shape[1]))
        kept = array[row][column]
        array[row][column] = kept + width * 1j
        slope = complex(plain_loss(lists, texts)).imag / width
        array[row][column] = kept
        assert found[row, column] == pytest.approx(slope, rel=1e-9, abs=1e-13)


def test_the_same_seed_gives_the_same_weights_bit_by_bit_and_another_one_others() -> None:
    one, other = LookingTraining(WORLD, 3), LookingTraining(WORLD, 3)
    for training in (one, other):
        assert all(training.step(RATE) for _ in range(20))
    assert (one.weights == other.weights).all()
    assert (LookingTraining(WORLD, 4).weights != LookingTraining(WORLD, 3).weights).any()


def test_both_models_have_some_six_thousand_weights() -> None:
    for words in WORLDS.values():
        size = len(world_of(words).tokens)
        many, others = attention.count(size), network.count(size, 64)
        assert 5_800 < many < 6_200
        assert abs(others - many) < 0.03 * many


def test_before_all_training_every_earlier_word_is_looked_at_alike() -> None:
    texts = kept_texts(WORLD, False)
    seen = attention.forward(LookingTraining(WORLD).net, texts.texts, texts.places)
    even = 1 / texts.places
    shares = np.where(seen.shares > 0, seen.shares, np.nan)
    assert np.nanmax(shares / even[:, :, None]) < 2
    assert np.nanmin(shares / even[:, :, None]) > 0.4


SOME = [("en", 1), ("de", 3), ("es", 2), ("fr", 19), ("pt-BR", 2), ("zh-Hans", 8)]
ALL = [(code, seed) for code in WORLDS for seed in range(1, 21)]


@slow
@pytest.mark.parametrize(
    ("code", "seed"), [*SOME, *(pytest.param(*each, marks=thorough) for each in ALL if each not in SOME)]
)
def test_within_300_steps_it_looks_at_the_right_word_of_pairs_it_never_saw_and_answers_right(
    code: str, seed: int
) -> None:
    training = trained(300, seed, code)
    start = LookingTraining(training.text, seed).measure(kept_texts(training.text, True))
    new = training.measure(kept_texts(training.text, True))
    assert start.looks < 0.06
    assert start.right < 0.25
    assert start.loss > 3
    assert new.looks > 0.8
    assert new.right > 0.95
    assert new.loss < WINDOW / 2


@slow
@pytest.mark.parametrize("way", [MOMENTUM, ADAM])
@pytest.mark.parametrize(
    "seed", [1, 12, *(pytest.param(seed, marks=thorough) for seed in range(2, 21) if seed != 12)]
)
def test_with_a_memory_it_learns_the_same_rule_within_300_steps(way: str, seed: int) -> None:
    model = trainer_of(lesson)
    model.set_way(way)
    training = LookingTraining(WORLD, seed)
    assert all(training.step(model.rate, model.ways.way()) for _ in range(300))
    new = training.measure(kept_texts(WORLD, True))
    assert new.looks > 0.8
    assert new.right > 0.95


@slow
@pytest.mark.parametrize("code", ["en", *(pytest.param(c, marks=thorough) for c in WORLDS if c != "en")])
def test_a_network_of_three_words_stays_at_one_in_five_and_above_what_it_can_have_at_least(
    code: str,
) -> None:
    world = world_of(WORLDS[code])
    other, texts = ThreeWords(world), kept_texts(world, False)
    other.train(400, RATE, 100)
    before, true = attention.windows(texts.texts), texts.true[:, ASKED]
    asked = before[np.arange(len(true)), texts.places[:, ASKED]]
    _, _, scores = network.forward(other.net, asked)
    right = (scores.argmax(axis=1) == true).mean()
    assert 0.05 < right < 0.4
    assert (other.course[:, 1:] > WINDOW).all()
    assert other.course[-1, 2] > other.course[-1, 1] + 0.1  # it has learned that new pairs do not occur


@slow
@pytest.mark.parametrize("code", WORLDS)
def test_what_is_broken_by_hand_breaks_and_longer_texts_do_not(code: str) -> None:
    training = trained(300, SOME[[*WORLDS].index(code)][1], code)
    texts = kept_texts(training.text, True)
    whole = training.measure(texts)
    hidden = np.arange(texts.texts.shape[1]) == texts.found[:, None]
    assert training.measure(texts, How(off=True)).right < 0.4
    assert training.measure(texts, How(hidden=hidden)).right < 0.2
    even = training.measure(texts, How(sharp=0.0))
    assert even.right < 0.5
    assert even.looks == pytest.approx((1 / texts.places[:, ASKED]).mean())
    looks = [training.measure(texts, How(sharp=sharp)).looks for sharp in (0.0, 0.25, 0.5, 1.0, 2.0)]
    assert looks == sorted(looks)
    assert looks[-1] > whole.looks
    longer = training.measure(kept_texts(training.text, True, 6))
    assert longer.right > 0.9
    assert longer.looks > 0.6


def test_a_step_that_would_leave_the_finite_is_not_taken() -> None:
    training = LookingTraining(WORLD)
    while training.step(1e3) and training.steps < 50:
        pass
    assert training.broken
    assert np.isfinite(training.weights).all()
    assert training.many == BATCH
