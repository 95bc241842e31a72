"""What is said of a training, held against numbers that are worked out here in another way."""

import math
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

import numpy as np
import pytest

from downhill.lessons import all_models, every_lesson
from downhill.text.language import speaking
from downhill.training.tokens import Examples, Text
from downhill.training.trainer import Trainer
from downhill.training.trainer_view import view
from tests.support.often import a_few, slow
from tools.languages.language import Language, all_languages

MODEL = all_models()[0]
LANGUAGES = all_languages()
# A seed, a learning rate, and how many steps: what learns nothing, learns, learns by heart, breaks.
RUNS = [(1, 0.003, 20), (1, 0.3, 400), (2, 1.0, 500), (3, 2.0, 500), (1, 10.0, 100)]


@pytest.fixture(params=LANGUAGES, ids=lambda language: language.code)
def text(request: pytest.FixtureRequest) -> Iterator[Text]:
    language: Language = request.param
    with speaking(language.catalogue, every_lesson()):
        yield MODEL.text()


class Counts(NamedTuple):
    """What mere counting knows of a text: how often each token is there, and after each other token."""

    single: np.ndarray
    pairs: np.ndarray

    def by_frequency(self, asked: Examples) -> float:
        """The loss of one who knows how frequent each token is, and nothing else."""
        return -float(np.log(self.single[asked.after]).mean())

    def by_pairs(self, asked: Examples) -> float:
        """The loss of one who knows how often each token follows each other one."""
        return -float(np.log(self.pairs[asked.before[:, -1], asked.after]).mean())


def counts(text: Text) -> Counts:
    """Relative frequencies, a little flattened so that nothing is held for impossible."""
    size, after = len(text.tokens), text.learned.after
    single = np.bincount(after, minlength=size) + 0.5
    single /= single.sum()
    seen = np.zeros((size, size))
    np.add.at(seen, (text.learned.before[:, -1], after), 1)
    pairs = seen + 0.1 * size * single
    return Counts(single, pairs / pairs.sum(axis=1, keepdims=True))


def chances(trainer: Trainer, asked: Examples) -> np.ndarray:
    """The probability of every token after these, worked out layer by layer, shape (n, V)."""
    net = trainer.training.net
    inputs = np.concatenate([net.embedding[tokens] for tokens in asked.before.T], axis=1)
    powers = np.exp(np.tanh(inputs @ net.inner + net.shift) @ net.outer + net.bias)
    chance: np.ndarray = powers / powers.sum(axis=1, keepdims=True)
    return chance


def loss(given: np.ndarray, asked: Examples) -> float:
    """The mean of -ln of what each true token was given."""
    return -float(np.log(given[np.arange(len(given)), asked.after]).mean())


class Watched:
    """A training, and what an onlooker has written down of it: steps and losses whenever they were noted."""

    def __init__(self, text: Text, seed: int, rate: float) -> None:
        self.text, self.counts = text, counts(text)
        self.seed, self.rate = seed, rate
        self.trainer = Trainer(MODEL)
        self.trainer.seed = seed
        self.trainer.restart()
        self.trainer.set_rate(rate)
        self.noted: dict[int, tuple[float, float]] = {}
        self.look()
        self.first = self.noted[0][0]

    def look(self) -> tuple[float, float]:
        """Both losses of now."""
        given = chances(self.trainer, self.text.sample)
        self.noted[self.trainer.steps] = (
            loss(given, self.text.sample),
            loss(chances(self.trainer, self.text.held_out), self.text.held_out),
        )
        return self.noted[self.trainer.steps]

    def at(self, steps: int) -> tuple[float, float]:
        """Both losses after `steps` steps: where they were not noted, another training takes these steps."""
        if steps not in self.noted:
            again = Watched(self.text, self.seed, self.rate)
            while again.trainer.steps < steps:
                assert again.trainer.step()
            self.noted[steps] = again.look()
        return self.noted[steps]


def is_start(run: Watched) -> bool:
    """No token is far likelier than another, most are within a factor of two of all being alike."""
    even = 1 / len(run.text.tokens)
    ratio = np.abs(np.log(chances(run.trainer, run.text.sample) / even))
    about_even = bool(ratio.max() < math.log(4) and (ratio < math.log(2)).mean() > 0.9)
    return about_even and abs(run.look()[0] + math.log(even)) < 0.1


def is_lot(run: Watched) -> bool:
    return run.look()[0] > 0.96 * run.first


def is_noise(run: Watched) -> bool:
    """What it expects on average goes with how frequent the tokens are."""
    expected = chances(run.trainer, run.text.sample).mean(axis=0)
    return np.corrcoef(expected, run.counts.single)[0, 1] > 0.4 and run.look()[0] < run.first


def is_pairs(run: Watched) -> bool:
    return run.look()[0] < run.counts.by_frequency(run.text.sample)


def is_sense(run: Watched) -> bool:
    """It finds the right token far more often than one who always says the most frequent one, and most of
    what it writes from the first word of a sentence on comes to an end.
    """
    after, end = run.text.sample.after, run.text.end
    right = (chances(run.trainer, run.text.sample).argmax(axis=1) == after).mean()
    frequent = (after == run.counts.single.argmax()).mean()
    firsts = {int(row[2]) for row in run.text.held_out.before if row[1] == end != row[2]}
    ended = [run.trainer.training.write([first])[-1] == end for first in firsts]
    return bool(right > frequent + 0.12) and 2 * sum(ended) > len(ended) and is_pairs(run)


def is_fluent(run: Watched) -> bool:
    """It is better at sentences that it has never seen than who has counted all pairs of words."""
    return is_sense(run) and run.look()[1] < run.counts.by_pairs(run.text.held_out)


def is_overfit(run: Watched) -> bool:
    now, then = run.look(), run.at(run.trainer.standing().best)
    return round(now[1], 2) > round(then[1], 2) and now[0] < then[0]


def is_wild(run: Watched) -> bool:
    now = run.look()[0]
    return now > run.first and now > min(known for known, _ in run.noted.values())


TRUE: dict[str, Callable[[Watched], bool]] = {
    "start": is_start,
    "lot": is_lot,
    "noise": is_noise,
    "pairs": is_pairs,
    "sense": is_sense,
    "fluent": is_fluent,
    "overfit": is_overfit,
    "wild": is_wild,
}


def looks(run: Watched, steps: int) -> Iterator[str]:
    """The key of what is said wherever losses are noted, somewhere between, and where the training stops."""
    dice, trainer, going = Random(steps), run.trainer, True
    yield MODEL.describe(trainer.standing())
    while going and trainer.steps < steps:
        going = trainer.step()
        if (
            trainer.course.is_due(trainer.steps)
            or trainer.steps == steps
            or not going
            or dice.random() < 0.01
        ):
            run.look()
            yield MODEL.describe(trainer.standing())


@slow
@a_few(8)
@pytest.mark.parametrize("run", RUNS, ids=str)
def test_every_sentence_about_a_training_is_true(text: Text, run: tuple[int, float, int]) -> None:
    watched = Watched(text, *run[:2])
    for key in looks(watched, run[2]):
        assert TRUE[key](watched), f"{key} at {watched.trainer.steps}: {watched.trainer.standing()}"
        assert view(watched.trainer).solved == (key == "fluent")


@slow
def test_a_model_is_solved_no_more_when_it_learns_by_heart() -> None:
    watched, keys, solved = Watched(MODEL.text(), 1, 1.0), [], []
    for key in looks(watched, 1500):
        assert TRUE[key](watched), f"{key} at {watched.trainer.steps}: {watched.trainer.standing()}"
        keys.append(key)
        solved.append(view(watched.trainer).solved)
    assert keys[-1] == "overfit"
    assert {key for key, is_solved in zip(keys, solved, strict=True) if is_solved} == {"fluent"}
    assert {key for key, is_solved in zip(keys, solved, strict=True) if not is_solved} >= {"sense", "overfit"}
    least = watched.at(watched.trainer.standing().best)
    assert (
        watched.trainer.losses[0] < least[0] < 0.35 * watched.first
    )  # it would be solved by its own text alone


def test_what_is_said_of_a_hand_at_a_model_is_true(text: Text) -> None:
    trainer = Watched(text, 1, 0.3).trainer
    for index, value in ((7, 1.0), (7, 2.0), (len(trainer.training.weights) - 3, -2.5)):
        before, weights = loss(chances(trainer, text.sample), text.sample), trainer.training.weights.copy()
        trainer.chosen = index
        trainer.move("weight", value)
        trainer.settle()
        assert (trainer.training.weights != weights).nonzero()[0].tolist() == [index]
        now = trainer.standing()
        assert MODEL.describe(now) == "hand"
        change = loss(chances(trainer, text.sample), text.sample) - before
        assert now.change == pytest.approx(change, abs=1e-9)
        assert now.hours == pytest.approx(len(trainer.training.weights) / 60 / 60)
    assert trainer.standing().moves == 2


def test_what_a_hand_has_spoiled_is_not_blamed_on_the_steps() -> None:
    trainer = Watched(MODEL.text(), 1, 0.3).trainer
    for _ in range(50):
        trainer.step()
    trainer.chosen = len(trainer.training.weights) - 3  # what the score of a token begins with
    trainer.move("weight", 60.0)
    assert MODEL.describe(trainer.standing()) == "hand"
    trainer.step()
    now = trainer.standing()
    assert now.loss > now.first + 10
    assert MODEL.describe(now) == "lot"


def test_what_the_steps_have_spoiled_is_told_of_them() -> None:
    run = Watched(MODEL.text(), 1, 10.0)
    assert [*looks(run, 1000)][-1] == "wild"
    assert run.trainer.stopped == "wild"
