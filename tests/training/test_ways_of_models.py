"""Ways downhill in the training of a model: their rules, their memory, and links that train it again."""

import numpy as np
import pytest

from downhill.lesson.way import ADAM, MOMENTUM, PLAIN, WAYS, Way
from downhill.lessons import all_models
from downhill.session.session import Session
from downhill.training import network
from downhill.training.sgd import Training
from downhill.training.trainer import Trainer
from downhill.training.training_settings import rates_for
from tests.support.often import slow

MODEL = all_models()[0]
REMEMBERING = (MOMENTUM, ADAM)
remembering = pytest.mark.parametrize("way", REMEMBERING)


def trained(way: str, steps: int = 12) -> Trainer:
    trainer = Trainer(MODEL)
    trainer.set_way(way)
    for _ in range(steps):
        assert trainer.step()
    return trainer


@remembering
def test_every_weight_moves_by_the_rule(way: str) -> None:
    rate = rates_for(MODEL.rates, way).good
    shown, training = Training(MODEL.text()), Training(MODEL.text())
    weights = training.weights.copy()
    kept, squares = np.zeros_like(weights), np.zeros_like(weights)
    betas: tuple[float, ...] = (0.9,) if way == MOMENTUM else (0.9, 0.999)
    for taken in range(1, 6):
        slopes = np.zeros_like(weights)
        into = network.layers(slopes, training.size)
        network.backward(network.layers(weights, training.size), *shown._next_batch(), into)
        if way == MOMENTUM:
            kept = betas[0] * kept + slopes
            weights = weights - rate * kept
        else:
            kept = betas[0] * kept + (1 - betas[0]) * slopes
            squares = betas[1] * squares + (1 - betas[1]) * slopes * slopes
            fair = kept / (1 - betas[0] ** taken), squares / (1 - betas[1] ** taken)
            weights = weights - rate * fair[0] / (np.sqrt(fair[1]) + 1e-8)
        assert training.step(rate, Way(way, betas))
        np.testing.assert_allclose(training.weights, weights, rtol=1e-10, atol=1e-12)


@slow
def test_both_learn_faster_than_plain_descent_at_their_good_rates() -> None:
    losses = {way: trained(way, 100).training.loss() for way in WAYS}
    assert max(losses[MOMENTUM], losses[ADAM]) < losses[PLAIN]


@remembering
def test_a_rate_that_is_too_big_ends_the_training_and_a_small_one_crawls(way: str) -> None:
    trainer = Trainer(MODEL)
    trainer.set_way(way)
    small, good, big = trainer.presets
    assert trainer.rates.low == small < good < big < trainer.rates.high
    trainer.set_rate(big)
    assert any(not trainer.step() or trainer.finished for _ in range(300))
    crawling = Trainer(MODEL)
    crawling.set_way(way)
    crawling.set_rate(small)
    first = crawling.losses[0]
    for _ in range(20):
        crawling.step()
    assert crawling.losses[0] > 0.97 * first


@remembering
def test_a_hand_and_another_way_empty_the_memory_and_a_rate_leaves_it(way: str) -> None:
    trainer = trained(way, 3)
    before = trainer.training.memory
    trainer.set_rate(trainer.rate / 2)
    trainer.set_beta("beta" if way == MOMENTUM else "beta2", 0.5)
    assert trainer.training.memory is before is not None
    trainer.move("weight", 0.5)
    assert trainer.training.memory is None
    trainer.step()
    trainer.set_way(PLAIN)
    assert trainer.training.memory is None


def test_an_old_link_opens_as_before() -> None:
    session = Session([], [MODEL])
    session.trainer(MODEL.id).set_way(ADAM)
    assert session.restore("#ten-thousand&v=2&ten-thousand.changes=0r0.5_2r0.25&ten-thousand.steps=3") == ()
    trainer = session.trainer(MODEL.id)
    while trainer.behind:
        trainer.step()
    plain = Training(MODEL.text())
    for rate in (0.5, 0.5, 0.25):
        plain.step(rate)
    assert np.array_equal(trainer.training.weights, plain.weights)
