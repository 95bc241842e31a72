"""What every lesson found must keep, in each of its variants."""

from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from downhill.lesson import Lesson
from downhill.lessons import all_models, every_lesson
from downhill.maths import descent, truths
from downhill.studio.picture import easel, pictures
from downhill.text.format import fill
from downhill.training.model_lesson import ModelLesson
from downhill.training.prompt import numbers
from downhill.training.trainer import Trainer, trainer_of
from downhill.training.trainer_view import view
from tests.support.often import FULLY, slow
from tests.support.states import LESSONS, OTHERS, VARIANTS, Variant, corners, each_variant, states
from tools.common import paths

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
MANY, SOME = 1000, 100
HOME = paths.ROOT / "py" / "downhill" / "lessons"


def test_lessons_are_found_in_the_order_of_their_numbers_and_no_id_twice() -> None:
    files = sorted(HOME.glob("lesson_*"), key=lambda file: int(file.stem.split("_")[1]))  # files and folders
    modules = [import_module(f"downhill.lessons.{file.stem}") for file in files]
    assert [module.lesson for module in modules] == [*every_lesson()]
    ids = [lesson.id for lesson in every_lesson()]
    assert len(set(ids)) == len(ids) >= 5


@each_variant
def test_at_every_corner_and_between_the_loss_is_finite_and_a_sentence_has_its_numbers(
    variant: Variant,
) -> None:
    for place in [*corners(variant.lesson), *states(variant.lesson, MANY, seed=2)]:
        measured = variant.lesson.measure_at(place)
        assert np.isfinite(measured.loss), place
        assert variant.lesson.measure_at(place).loss == measured.loss
        sentence = fill(variant.lesson.words[f"now.{variant.lesson.describe(measured)}"], measured._asdict())
        assert sentence.strip(), place
        assert "{" not in sentence


@slow
@each_lesson
def test_every_sentence_of_a_lesson_is_true_somewhere(lesson: Lesson) -> None:
    written = {key.removeprefix("now.") for key in lesson.words if key.startswith("now.")}
    said = set()
    for variant in (v for v in (*VARIANTS, *OTHERS) if v.plain is lesson):
        state, anywhere = variant.state(), states(variant.lesson, (3 if FULLY else 1) * MANY, seed=3)
        on_marks = [
            tuple(s.snap(v) for s, v in zip(variant.lesson.sliders, place, strict=True)) for place in anywhere
        ]
        for place in [*anywhere, *on_marks, *(state.values for _ in range(600) if state.step())]:
            said.add(variant.lesson.describe(variant.lesson.measure_at(place)))
    forms = {key for key in written - said if lesson.variant and key.rpartition(".")[0] in said}
    assert said == written - forms  # a lesson with words for each variant has forms of a sentence, too


@each_variant
def test_play_is_not_solved_at_once_and_ends_in_every_variant_but_a_hopeless_one(variant: Variant) -> None:
    state, solved = variant.state(), 0
    hopeless = bool(state.variant.rates.hopeless)
    assert not state.solved
    assert 0 < state.lesson.rates.low < state.lesson.rates.good < state.lesson.rates.high
    for _ in range(1000 if hopeless else 3000):
        if state.finished or not state.step():
            break
        solved = solved or state.solved * state.machine_steps
    ends = ("edge",) if state.variant.rates.bottomless else (truths.CONVERGED, truths.HOVERING, "stuck")
    assert state.finished != hopeless
    assert hopeless or state.verdict() in ends
    assert not (hopeless and state.solved)
    assert 0 < solved <= 1000 or variant.choices != variant.plain.first_choices()  # as the lesson opens


@each_variant
def test_the_gradient_agrees_with_central_differences_away_from_corners_of_the_loss(variant: Variant) -> None:
    compared = 0
    for place in states(variant.lesson, SOME, seed=4):
        numeric, smooth = _numeric(variant, place)
        if smooth or not variant.state().variant.rates.kinked:
            analytic = variant.state(place).gradient()
            np.testing.assert_allclose(analytic, numeric, rtol=1e-6, atol=1e-9 * np.abs(numeric).max() + 1e-9)
            compared += 1
    assert compared > 0.9 * SOME


def _numeric(variant: Variant, place: tuple[float, ...]) -> tuple[np.ndarray, bool]:
    """The gradient by central differences, extrapolated to no width, and whether two widths agreed."""

    def loss(values: np.ndarray) -> float:
        return float(variant.lesson.measure_at(tuple(values)).loss)

    spans = np.array([slider.span for slider in variant.lesson.sliders])
    wide, narrow = (descent.central_gradient(loss, place, width * spans) for width in (2.0, 1.0))
    return (4 * narrow - wide) / 3, bool(np.allclose(wide, narrow, rtol=1e-6))


@each_variant
def test_a_step_is_the_rule_on_the_page_in_the_units_of_the_lesson(variant: Variant) -> None:
    lesson, scaling = variant.lesson, np.eye(len(variant.lesson.sliders))
    if lesson.scaling is not None:
        scaling = np.array(lesson.scaling)
    for place in states(lesson, SOME, seed=5):
        state = variant.state(place)
        expected = np.array(place) - state.rate * np.linalg.inv(scaling.T @ scaling) @ state.gradient()
        assert state.ahead is not None
        np.testing.assert_allclose(
            state.ahead.raw, expected, rtol=1e-10, atol=1e-11 * max(state.variant.spans)
        )


@each_variant
def test_the_steps_of_descent_are_not_snapped_to_the_sliders_marks(variant: Variant) -> None:
    state = variant.state()
    state.step()
    state.step()
    assert any(s.snap(value) != value for s, value in zip(variant.lesson.sliders, state.values, strict=True))


@each_variant
def test_every_row_of_a_table_is_as_long_as_its_header_whose_words_are_there(variant: Variant) -> None:
    lesson = variant.lesson
    header = sorted(key for key in lesson.words if key.startswith("column."))
    assert header == [f"column.{number + 1}" for number in range(len(header))]
    assert (lesson.table is not None) == ("table" in lesson.words) == bool(header)
    if lesson.table is not None:
        tables = [lesson.table(lesson.measure_at(place)) for place in states(lesson, SOME)]
        assert {len(row) for rows in tables for row in rows} == {len(header)}
        assert {len(rows) for rows in tables} == {len(tables[0])}


@each_lesson
def test_every_start_is_a_mark_of_its_slider_and_so_are_both_ends(lesson: Lesson) -> None:
    for slider in lesson.sliders:
        for value in (slider.low, slider.start, slider.high):
            assert slider.snap(value) == value
            assert round(value, slider.decimals) == value


@each_variant
def test_the_lessons_picture_changes_when_any_slider_moves(variant: Variant, typefaces: Path) -> None:
    lesson, start = variant.lesson, variant.lesson.start_values()
    picture = next(picture for picture in pictures(variant.plain) if picture.name == "picture")
    stand = easel(lesson, picture, "light")
    before = np.array(stand.paint(variant.state().scene()))
    for index, slider in enumerate(lesson.sliders):
        for value in (slider.snap(slider.start + 2 * slider.step), slider.low, slider.high):
            moved = (*start[:index], value, *start[index + 1 :])
            after = np.array(stand.paint(variant.state(moved).scene()))
            assert (after != before).any(), (slider.name, value)


each_model = pytest.mark.parametrize("model", all_models(), ids=lambda model: model.id)
WRITERS = [model for model in all_models() if model.corpus]
each_writer = pytest.mark.parametrize("model", WRITERS, ids=lambda model: model.id)


def told(trainer: Trainer) -> str:
    """The sentence that is true of a model, with its numbers."""
    now = trainer.standing()
    return fill(trainer.lesson.words[f"now.{trainer.lesson.describe(now)}"], now._asdict())


@each_model
def test_a_model_has_a_finite_loss_and_a_sentence_wherever_a_hand_has_put_its_weights(
    model: ModelLesson,
) -> None:
    trainer, dice = trainer_of(model), np.random.default_rng(1)
    for size in (0.0, 0.1, 1.0, 30.0):
        trainer.training.weights[:] = size * dice.normal(size=trainer.training.weights.shape)
        trainer.put(int(dice.integers(len(trainer.training.weights))), float(dice.normal()))
        assert np.isfinite(trainer.losses).all(), size
        assert "{" not in told(trainer)


@slow
@each_writer
def test_every_sentence_of_a_model_is_true_somewhere(model: ModelLesson) -> None:
    written, trainer = (
        {key.removeprefix("now.") for key in model.words if key.startswith("now.")},
        trainer_of(model),
    )
    said = {model.describe(trainer.standing())}
    trainer.put(0, 1.0)
    said.add(model.describe(trainer.standing()))
    for rate, steps in ((model.rates.good, 2500), (1.0, 2000), (model.rates.high, 200)):
        trainer.set_rate(rate)
        for _ in range(steps):
            if not trainer.step():
                break
            if trainer.course.is_due(trainer.steps):
                said.add(model.describe(trainer.standing()))
        said.add(model.describe(trainer.standing()))
    assert said == written


@slow
@each_model
def test_a_model_is_not_solved_where_it_starts_and_training_solves_it(model: ModelLesson) -> None:
    trainer = trainer_of(model)
    assert not model.goal(trainer.standing())
    while trainer.steps < 1500 and not (trainer.steps % 100 == 0 and model.goal(trainer.standing())):
        assert trainer.step()
    assert model.goal(trainer.standing())


@slow
@each_model
def test_the_slope_of_a_weight_agrees_with_central_differences(model: ModelLesson) -> None:
    trainer = trainer_of(model)
    for index in np.linspace(0, len(trainer.training.weights) - 1, 12, dtype=int):
        slope, value, ends = trainer.training.slope(index), trainer.training.weights[index], []
        for there in (value - 1e-5, value + 1e-5, value):
            trainer.training.weights[index] = there
            ends.append(trainer.training.losses()[0])
        assert slope == pytest.approx((ends[1] - ends[0]) / 2e-5, rel=1e-6, abs=1e-9)


@each_writer
def test_the_picture_of_a_model_changes_when_any_weight_moves(model: ModelLesson, typefaces: Path) -> None:
    trainer = trainer_of(model)
    stand = easel(model, next(pictures(model)), "light")
    before = np.array(stand.paint(trainer.scene()))
    for index in np.linspace(0, len(trainer.training.weights) - 1, 12, dtype=int):
        trainer.training.weights[index] += 0.5
        after = np.array(stand.paint(trainer.scene()))
        assert (after != before).any(), index
        before = after


@each_model
def test_a_model_has_words_for_all_that_is_said_of_it_and_rates_in_order(model: ModelLesson) -> None:
    assert 5_500 < len(trainer_of(model).training.weights) < 13_000
    assert model.rates.low < model.rates.good < model.rates.big < model.rates.high
    assert [key for key in model.words if key.startswith("column.")] == [f"column.{n}" for n in range(1, 5)]
    rows = view(trainer_of(model)).pages
    assert {len(row) for row in rows} <= {4}
    assert not model.corpus or numbers(trainer_of(model).training.text, model.words["prompt"])
