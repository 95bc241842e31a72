"""The model's file reads the same text, begins with the same weights, and trains as the page does."""

import re
from pathlib import Path

import numpy as np
import pytest

from downhill.lessons import all_models
from downhill.training.own_text import VOCABULARY, read_own
from downhill.training.trainer import Trainer
from tests.support.often import slow
from tests.support.take_home import Ran, both, changed, run, text_of
from tests.training.test_own_text import CHINESE, SONG

pytestmark = slow  # each starts a Python of its own

MODEL = all_models()[0]
MORE = 20


def shorter(file: str) -> str:
    """A file in which somebody asks for twenty steps, and for the losses of each."""
    return changed(changed(file, "steps = 200", f"steps = {MORE}"), "every = 10", "every = 1")


def losses(trainer: Trainer) -> list[list[float]]:
    """Steps and both losses, now and after each of twenty more steps of the page."""
    found = [[trainer.steps, *trainer.training.losses()]]
    for _ in range(MORE):
        trainer.step()
        found.append([trainer.steps, *trainer.training.losses()])
    return found


def played() -> Trainer:
    """A model that was trained, moved by hand, and trained on at another rate."""
    trainer = Trainer(MODEL)
    trainer.reseed()
    for _ in range(7):
        trainer.step()
    trainer.set_rate(0.8)
    trainer.select_weight(123)
    trainer.move("weight", 1.5)
    trainer.settle()
    for _ in range(5):
        trainer.step()
    trainer.set_rate(0.1)
    trainer.enter("prompt", "The horse")
    return trainer


def with_adam() -> Trainer:
    """A model that learns with Adam, at a rate of its own."""
    trainer = Trainer(MODEL)
    trainer.set_way("adam")
    trainer.set_rate(0.02)
    trainer.set_beta("beta2", 0.99)
    trainer.step()
    return trainer


def with_text(source: str) -> Trainer:
    """A model that learns a text of the reader's own."""
    trainer = Trainer(MODEL)
    trainer.take_text(read_own(source))
    trainer.step()
    return trainer


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> list[Ran]:
    """The files of an untouched model, of one that was played with, and of one with other functions."""
    fresh = Trainer(MODEL)
    text = changed(
        text_of(fresh), "np.tanh(multiply(inputs, net.inner)", "0.9 * np.tanh(multiply(inputs, net.inner)"
    )
    files = [*both(fresh), *both(played()), *both(fresh, text), both(with_adam())[0]]
    return run([both(fresh)[0], *map(shorter, files)], tmp_path_factory.mktemp("home"))


def test_a_file_trains_for_two_hundred_steps_and_writes(ran: list[Ran]) -> None:
    *lines, sentence, saved = ran[0].printed.splitlines()
    assert [int(line.split()[0]) for line in lines] == [*range(0, 201, 10)]
    assert re.fullmatch(r"I pet the [\w ]+\.", sentence)
    assert saved == "The picture is saved as file0.png"
    assert ran[0].losses[-1][1] < 0.6 * ran[0].losses[0][1]


def test_losses_are_those_of_the_page_after_every_step(ran: list[Ran]) -> None:
    for trainer, (file, again) in ((Trainer(MODEL), ran[1:3]), (played(), ran[3:5])):
        np.testing.assert_allclose(file.losses, losses(trainer), rtol=1e-9)
        assert again.losses == file.losses
        assert again.printed.splitlines() == file.printed.splitlines()[:-1]
        assert len(file.printed.splitlines()) == MORE + 3
        assert min(file.picture, again.picture) > 5000
    assert ran[3].printed.splitlines()[-2].startswith("the horse ")


def test_a_file_of_another_way_begins_anew_and_goes_that_way(ran: list[Ran]) -> None:
    trainer = with_adam()
    trainer.restart()
    trainer.set_rate(0.02)
    np.testing.assert_allclose(ran[-1].losses, losses(trainer), rtol=1e-9)


def test_functions_of_the_readers_own_are_those_that_train(ran: list[Ran]) -> None:
    usual, own = np.array(ran[1].losses), np.array(ran[5].losses)
    assert not np.isclose(usual[1:, 1], own[1:, 1]).any()
    assert own[-1, 1] < own[0, 1]


@pytest.mark.parametrize(
    "source", [SONG, CHINESE, SONG + " ".join(f"word{n} (goes)." for n in range(VOCABULARY + 9))]
)
def test_a_text_of_the_readers_own_is_in_the_file_and_learned_as_on_the_page(
    source: str, tmp_path: Path
) -> None:
    file, again = run([*map(shorter, both(with_text(source)))], tmp_path)
    np.testing.assert_allclose(file.losses, losses(with_text(source)), rtol=1e-9)
    assert again.losses == file.losses
