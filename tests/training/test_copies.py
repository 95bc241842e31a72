"""A copy of a reader's model: whatever happens to it, the reader's own comes back as it was, bit for bit."""

from collections.abc import Callable
from typing import Any

import pytest

from downhill.lessons import all_models
from downhill.session import copy_verbs
from downhill.training.time_slices import Slices
from tests.support.often import slow
from tests.support.player import Player

WRITES, LOOKS = (model.id for model in all_models())
TRIALS = [(WRITES, name) for name in ("", "turn", "on", "lies", "huge")] + [(LOOKS, "")]
CHALLENGES = [(model.id, each.id) for model in all_models() for each in model.challenges]


def made(lesson: str) -> Player:
    """A model that a reader has made: trained, with a weight moved and other settings."""
    player = Player([], all_models())
    player.ask("reseed", lesson)
    player.ask("step", lesson, 30)
    player.ask("set_rate", lesson, 0.5)
    player.ask("set_way", lesson, "adam")
    player.ask("step", lesson, 30)
    if lesson == WRITES:
        player.ask("choose_weight", lesson, 5)
        player.ask("move", lesson, "weight", 0.25)
    else:
        player.ask("choose", lesson, "eyes", "model")
        player.ask("choose", lesson, "hide", "4")
    player.ask("settle", lesson)
    return player


def state(player: Player, lesson: str) -> dict[str, Any]:
    trainer = player.trainers[lesson]
    seen: dict[str, Any] = player.view(lesson).as_dict() | {"fragment": player.fragment(lesson)}
    return seen | {"weights": trainer.training.weights.tobytes(), "course": trainer.course.seen.tobytes()}


def play(player: Player, lesson: str) -> None:
    """What a reader may do to a copy; its steps come to another order of the text."""
    player.ask("step", lesson, 100)
    player.ask("set_rate", lesson, 2.0)
    player.ask("enter", lesson, "prompt", "")
    player.ask("step", lesson, 5)
    if lesson == LOOKS:
        player.ask("rewind", lesson, 0)
        player.ask("choose", lesson, "hide", "2")
    player.ask("reset", lesson)
    player.ask("reseed", lesson)


@slow
@pytest.mark.parametrize(("lesson", "trial"), TRIALS)
def test_after_a_trial_the_readers_model_is_there_exactly_and_learns_on_as_if_nothing_had_been(
    lesson: str, trial: str
) -> None:
    player, twin = made(lesson), made(lesson)
    before = state(player, lesson)
    shown = player.ask("try_on_copy", lesson, trial).copy
    assert shown == {"trial": trial, "kept": before["outcome"], "steps": 60}
    play(player, lesson)
    assert state(player, lesson)["weights"] != before["weights"]
    assert player.fragment(lesson) == before["fragment"]
    player.ask("bring_back", lesson)
    assert state(player, lesson) == before
    for each in (player, twin):
        each.ask("step", lesson, 200)
    assert state(player, lesson) == state(twin, lesson)


@slow
@pytest.mark.parametrize(("lesson", "name"), CHALLENGES)
def test_a_challenge_takes_nothing_from_the_reader_and_leaving_it_brings_everything_back(
    lesson: str, name: str
) -> None:
    player = made(lesson)
    before = state(player, lesson)
    for _ in range(2):
        player.ask("challenge", lesson, name)
    player.ask("step", lesson, 3)
    assert player.fragment(lesson) == before["fragment"]
    player.ask("leave", lesson)
    assert state(player, lesson) == before


@slow
def test_there_is_one_copy_at_most_and_it_is_one_of_the_readers_own() -> None:
    player = made(WRITES)
    before = state(player, WRITES)
    for trial in ("huge", "on", ""):
        player.ask("try_on_copy", WRITES, trial)
        player.ask("step", WRITES, 10)
        assert player.trainers[WRITES].steps == 70
    player.ask("challenge", WRITES, "hand")
    assert [*player.kept] == [WRITES]
    assert player.ask("bring_back", WRITES).challenge == {}
    assert player.ask("bring_back", WRITES).copy == {}
    assert state(player, WRITES) == before


@slow
def test_an_address_leads_from_a_copy_to_the_readers_own_without_a_step() -> None:
    player = made(LOOKS)
    before = state(player, LOOKS)
    player.ask("try_on_copy", LOOKS)
    player.ask("step", LOOKS, 20)
    assert player.restore(before["fragment"]) == ()
    assert state(player, LOOKS) == before


@slow
def test_a_turn_of_training_ends_where_its_model_is_put_aside_and_takes_no_further_step() -> None:
    player, waiting, told = made(WRITES), list[Callable[[], None]](), list[int]()
    before = state(player, WRITES)
    slices = Slices(iter(range(0, 9999, 4)).__next__, waiting.append)
    player.train(WRITES, slices, lambda: told.append(player.trainers[WRITES].steps), 1000)
    steps = player.trainers[WRITES].steps
    assert steps > 60
    player.ask("try_on_copy", WRITES, "huge")
    waiting.pop()()
    assert (waiting, told) == ([], [steps])
    assert not player.is_training(WRITES)
    player.bring_back(WRITES)
    assert player.trainers[WRITES].steps == steps
    assert before["weights"] != state(player, WRITES)["weights"]


@slow
def test_what_a_copy_does_counts_and_coming_back_counts_as_nothing() -> None:
    player = made(WRITES)
    player.ask("try_on_copy", WRITES, "lies")
    player.ask("step", WRITES, 7)
    player.ask("bring_back", WRITES)
    player.ask("step", WRITES, 1)
    assert player.tally.of(WRITES).steps == 60 + 7 + 1


@slow
def test_another_language_brings_the_readers_own_back_first() -> None:
    player = made(WRITES)
    player.ask("try_on_copy", WRITES, "on")
    player.set_language()
    assert player.kept == {}
    assert player.view(WRITES).copy == {}


def test_a_trial_that_there_is_not_is_named_and_nothing_is_put_aside() -> None:
    player = made(WRITES)
    for ask in (copy_verbs.try_on_copy, copy_verbs.fact):
        with pytest.raises(KeyError, match=r"has no 'luck' in its (TRIALS|FACTS), only"):
            ask(player, WRITES, "luck")
    assert player.kept == {}
