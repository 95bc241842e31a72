"""Challenges of a model that looks back: solved for every seed, lost by what their rules forbid."""

import pytest

from downhill.lesson.challenge import DONE, OPEN
from downhill.lessons.lesson_60_looking_back import lesson
from tests.lessons.looking_back.conftest import NAME, spoken
from tests.lessons.looking_back.worlds import WORLDS
from tests.support.often import slow, thorough
from tests.support.player import Player

SEEDS = range(1, 21)


def begun(name: str, seed: int = 1) -> Player:
    """A player who has begun a challenge; what the machine does before it is done."""
    player = Player([], [lesson])
    trainer = player.trainer(NAME)
    trainer.seed = seed
    trainer.begin()
    player.ask("challenge", NAME, name)
    while trainer.behind:
        player.ask("step", NAME, 10)
    return player


def state(player: Player) -> str:
    shown: str = player.view(NAME).challenge["state"]
    return shown


def solve(player: Player, name: str) -> None:
    for verb, *arguments in lesson.challenge(name).solution:
        player.ask(verb, NAME, *arguments)


QUICK = {("en", 2, "rate"), ("fr", 11, "rate")}
EVERY = [(code, seed, name) for code in WORLDS for seed in SEEDS for name in ("rate", "say")]


@slow
@pytest.mark.parametrize(
    ("code", "seed", "name"),
    [each if each in QUICK else pytest.param(*each, marks=thorough) for each in EVERY],
)
def test_what_needs_training_is_solved_for_every_seed(code: str, seed: int, name: str) -> None:
    with spoken(code):
        player = begun(name, seed)
        assert state(player) == OPEN
        solve(player, name)
        assert state(player) == DONE


def test_the_good_rate_is_too_slow_and_a_third_move_too_many() -> None:
    player = begun("rate")
    player.ask("step", NAME, 1)
    assert state(player) == "lost"
    player = begun("hand")
    for score in (1.0, 2.0):
        player.ask("move", NAME, "score1", score)
        player.ask("settle", NAME)
    assert state(player) == "lost"


def test_a_guess_after_a_step_comes_too_late_and_a_wrong_one_is_told() -> None:
    player = begun("three")
    player.ask("guess", NAME, 3.0)
    assert player.view(NAME).challenge["said"]
    assert state(player) == OPEN
    player.ask("step", NAME, 1)
    assert state(player) == "lost"
