"""What stands beside the lines of a lesson's Python is what the lesson measures; asking changes nothing."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.lessons import all_models
from downhill.play.rates import slope
from downhill.session.lesson_view import view
from downhill.session.python_values import of_model, of_sliders
from downhill.training import network
from downhill.training.trainer import Trainer
from tests.session.test_step_in_numbers import placed
from tests.source.test_values import agree, agree_in
from tests.support.often import often
from tests.support.player import Player
from tests.support.states import LESSONS, OTHERS, VARIANTS, Variant, corners, each_variant

MODEL = all_models()[0]
LOSS = {"valley": "height", "line": "loss", "next-word": "loss", "choose-word": "loss"}
SLOPES = {"valley": "slope", "line": "gradient", "next-word": "gradient", "choose-word": "slope"}
PLACES = {"next-word": [0, 2, 1, 3]}  # of the slopes as the function returns them, in the sliders' order
NOT_FINITE = re.compile(r"\b(nan|inf)\b", re.IGNORECASE)
unit = st.floats(0, 1)
shares = st.lists(unit, min_size=8, max_size=8)


def returned(texts: dict[str, str], name: str) -> str:
    """What a function is told to have returned."""
    (found,) = [text for key, text in texts.items() if key.startswith(f"{name}:") and text.startswith("→ ")]
    return found.removeprefix("→ ")


def named(text: str) -> dict[str, str]:
    """The values of a line by their names."""
    return dict(re.findall(r"(\w+) = (.*?)(?=, \w+ = |$)", text))


def step_of(texts: dict[str, str]) -> tuple[dict[str, str], str]:
    """What the step of descent is told to have been given, and what it has led to."""
    (found,) = [values["new_values"] for text in texts.values() if "new_values" in (values := named(text))]
    return named(texts["step:1"]), found


@each_variant
@often(100)
@given(shares, unit)
def test_what_is_returned_is_the_loss_its_slopes_and_the_next_step(
    variant: Variant, places: list[float], exponent: float
) -> None:
    state = placed(variant, places, exponent)
    texts, lesson = of_sliders(state), variant.plain.id
    if lesson in LOSS and state.lesson.shown:
        assert agree(returned(texts, LOSS[lesson]), state.now.loss)
        slopes = np.array(slope(state.lesson, state.values))[PLACES.get(lesson, ...)]
        assert agree_in(returned(texts, SLOPES[lesson]), slopes.ravel())
    assert state.ahead is not None
    given, led_to = step_of(texts)
    assert agree_in(given["values"], state.values)
    assert agree(given["rate"], state.rate)
    assert agree_in(led_to, state.ahead.raw)


@pytest.mark.parametrize("variant", [*VARIANTS, *OTHERS], ids=lambda variant: variant.name)
def test_every_text_is_finite_and_short_at_every_corner_and_at_every_rate(variant: Variant) -> None:
    for values in (*corners(variant.lesson), variant.lesson.start_values()):
        state = variant.state(values)
        for rate in (state.variant.rates.low, state.variant.rates.high):
            state.set_rate(rate)
            for key, text in of_sliders(state).items():
                assert re.fullmatch(r"\w+:\d+", key)
                assert text == text.strip() != ""
                assert len(text) < 120
                assert not NOT_FINITE.search(text)


@each_variant
def test_asking_leaves_a_lesson_as_it_was(variant: Variant) -> None:
    asked, other = variant.state(), variant.state()
    for _ in range(3):
        of_sliders(asked)
        assert view(asked) == view(other)
        asked.step()
        other.step()


@pytest.mark.parametrize("lesson", [*(lesson.id for lesson in LESSONS), MODEL.id])
def test_values_are_worked_out_only_while_somebody_reads_them(lesson: str) -> None:
    player = Player(LESSONS, [MODEL])
    assert player.look(lesson).python == {}
    shown = player.watch_python(lesson, True).python
    assert shown
    assert player.step(lesson).python != shown
    assert player.watch_python(lesson, False).python == {}
    assert player.step(lesson).python == {}


def test_only_the_functions_of_the_option_that_is_chosen_have_values() -> None:
    player = Player(LESSONS)
    player.watch_python("next-word", True)
    scores = player.view("next-word").python
    assert "predict:8" not in scores
    assert "predict:8" in player.choose("next-word", "output", "probabilities").python
    player.watch_python("valley", True)
    assert {key.partition(":")[0] for key in player.choose("valley", "shape", "own").python} == {"step"}


def trained(steps: int) -> Trainer:
    trainer = Trainer(MODEL)
    for _ in range(steps):
        assert trainer.step()
    return trainer


@pytest.mark.parametrize("steps", [0, 1, 30])
def test_what_the_model_is_told_to_work_out_is_its_loss_and_its_step(steps: int) -> None:
    trainer = trained(steps)
    training, texts = trainer.training, of_model(trainer)
    assert agree(returned(texts, "cross_entropy"), training.loss())
    read = training.read if steps else np.arange(16)
    slopes = np.zeros_like(training.weights)
    into = network.layers(slopes, training.size)
    before, after = (part[read] for part in training.text.learned)
    network.backward(training.net, before, after, into)
    given, led_to = step_of(texts)
    assert agree_in(led_to, training.weights - trainer.rate * slopes)
    assert agree(given["rate"], trainer.rate)
    assert led_to.endswith(f", {training.weights.size:,} numbers")


def test_asking_leaves_the_model_as_it_was_and_its_next_step_the_same() -> None:
    asked, other = trained(3), trained(3)
    for _ in range(3):
        kept = [np.array(getattr(asked.training, name)) for name in ("weights", "read", "given")]
        of_model(asked)
        for name, before in zip(("weights", "read", "given"), kept, strict=True):
            assert np.array_equal(getattr(asked.training, name), before)
        assert asked.step()
        assert other.step()
        assert np.array_equal(asked.training.weights, other.training.weights)
    assert asked.standing() == other.standing()
