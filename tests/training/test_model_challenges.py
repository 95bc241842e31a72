"""Challenges of a model: what their rules forbid and count, and where a training stops."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from downhill.lesson.challenge import DONE, OPEN, Challenge
from downhill.lessons import all_models
from downhill.training.network import place_of
from downhill.training.time_slices import Slices
from downhill.training.trainer import Trainer
from downhill.training.trainer_view import ModelView
from tests.support.often import a_few, slow
from tests.support.player import Player

LESSON = all_models()[0]
NAME = LESSON.id


class Game:
    """A session with the model alone, in which a challenge is begun."""

    def __init__(self, name: str, session: Player | None = None) -> None:
        self.session = session or Player([], [LESSON])
        self.challenge: Challenge = LESSON.challenge(name)
        self.view = self.ask("challenge", name)

    @property
    def trainer(self) -> Trainer:
        return self.session.trainers[NAME]

    @property
    def state(self) -> str:
        return str(self.view.challenge["state"])

    def ask(self, verb: str, *arguments: object) -> ModelView:
        """What the page may ask."""
        self.view = self.session.ask(verb, NAME, *arguments)
        return self.view

    def train(self) -> int:
        """One turn of the worker's, however long; returns the steps that it took."""
        before = self.trainer.steps
        slices = Slices(lambda: 0.0, lambda work: work())
        self.view = self.session.train(NAME, slices, lambda: None, 50)
        return self.trainer.steps - before


@pytest.mark.usefixtures("spoken")
def test_the_weights_of_the_answer_begin_the_scores_of_the_most_frequent_words() -> None:
    trainer, solution = Trainer(LESSON), LESSON.challenge("hand").solution
    taken = [index for verb, index, *_ in [(*step, 0) for step in solution] if verb == "choose_weight"]
    assert [place_of(index, trainer.training.size) for index in taken] == [("bias", 0, 0), ("bias", 0, 1)]


@slow
@a_few(2)
@pytest.mark.usefixtures("spoken")
def test_of_the_rates_of_the_answer_all_arrive_and_the_good_one_does_not() -> None:
    numbers = LESSON.challenge("steps").numbers
    for rate, state in ((numbers["low"], DONE), (numbers["high"], DONE), (LESSON.rates.good, "lost")):
        game = Game("steps")
        game.ask("set_rate", rate)
        game.ask("step", game.challenge.check.most)
        assert game.state == state, rate


@slow
def test_a_challenge_begins_with_the_first_weights_and_the_good_rate_and_leaves_the_prompt() -> None:
    session = Player([], [LESSON])
    for verb, *arguments in (("reseed",), ("set_rate", 2.0), ("step", 20), ("enter", "prompt", "the sea")):
        session.ask(verb, NAME, *arguments)
    game = Game("steps", session)
    seen = game.view
    assert (game.trainer.seed, seen.steps, seen.preset, seen.prompt) == (1, 0, "good", "the sea")


@slow
@pytest.mark.parametrize(
    ("name", "verb", "arguments"),
    [
        ("hand", "step", (1,)),
        ("steps", "move", ("weight", 1.0)),
        ("steps", "reseed", ()),
        ("predict", "step", (1,)),
        ("predict", "move", ("weight", 1.0)),
    ],
)
def test_what_its_rules_forbid_loses_it_and_reset_begins_it_anew(
    name: str, verb: str, arguments: tuple[object, ...]
) -> None:
    game = Game(name)
    assert game.ask(verb, *arguments).challenge["state"] == "lost"
    assert game.ask("reset").challenge["state"] == OPEN
    assert (game.trainer.seed, game.view.steps) == (1, 0)
    for step in game.challenge.solution:
        game.ask(*step)
    assert game.state == DONE


def test_a_drag_is_one_move_and_taking_another_weight_is_none() -> None:
    game = Game("hand")
    for value in (0.5, 1.0, 1.5):
        game.ask("move", "weight", value)
    assert game.view.challenge["counts"] == "1 of 3 moves"
    game.ask("settle")
    game.ask("choose_weight", 7)
    assert game.view.challenge["counts"] == "1 of 3 moves"
    game.ask("move", "weight", game.view.weight["value"])
    assert game.view.challenge["counts"] == "1 of 3 moves"
    game.ask("move", "weight", 1.0)
    assert game.view.challenge["counts"] == "2 of 3 moves"


@slow
def test_training_stops_with_the_step_that_decides_and_goes_on_when_it_is_asked_to() -> None:
    game = Game("steps")
    game.ask("set_rate", 1.0)
    steps = game.train()
    assert game.state == DONE
    assert game.view.loss <= 0.45 * game.trainer.course.points[0, 1]
    other = Game("steps")
    other.ask("set_rate", 1.0)
    assert all(pair == (OPEN, OPEN) for pair in pairwise(_states(other, steps - 1)))
    assert other.ask("step").challenge["state"] == DONE
    slices = Slices(iter(range(1000)).__next__, lambda work: work())
    game.session.train(NAME, slices, lambda: None, 50)
    assert game.trainer.steps > steps + 1


def _states(game: Game, steps: int) -> Iterator[str]:
    for _ in range(steps):
        game.ask("step")
        yield game.state


@slow
def test_a_training_that_loses_a_challenge_stops_with_its_last_step() -> None:
    game = Game("steps")
    assert game.train() == game.challenge.check.most
    assert game.state == "lost"
    assert game.view.challenge["counts"] == "200 of 200 steps"


def test_a_challenge_that_is_not_there_or_has_no_words_is_named() -> None:
    with pytest.raises(KeyError, match="no challenge 'nothing', only"):
        Game("nothing")
    with pytest.raises(ValueError, match=r"no words for challenge\.hand\.title"):
        replace(LESSON, words={k: v for k, v in LESSON.words.items() if k != "challenge.hand.title"})
