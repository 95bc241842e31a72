"""Three learning rates to try: what each of them promises, in every variant of every lesson."""

import numpy as np
import pytest

from downhill.lesson import Rates
from downhill.maths import descent, truths
from downhill.play.lesson_state import LessonState
from downhill.play.rates import presets, stable_limit
from downhill.play.verdicts import HOPELESS, WILD
from downhill.session.lesson_view import view
from tests.lesson.test_lesson import Square, tiny
from tests.support.player import Player
from tests.support.states import LESSONS, VARIANTS, Variant

each_variant = pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
ARRIVED = (truths.CONVERGED, truths.HOVERING, "stuck")


def comes_to_rest(variant: Variant) -> bool:
    """Whether descent ends at a place where the loss is flat."""
    rates = variant.state().variant.rates
    return not (rates.kinked or rates.bottomless)


def run(variant: Variant, rate: float, steps: int) -> LessonState:
    """A run from the start, to its end or for so many steps."""
    state = variant.state()
    state.set_rate(rate)
    for _ in range(steps):
        if state.finished or not state.step():
            break
    return state


@each_variant
def test_the_rates_to_try_grow_and_lie_on_the_slider(variant: Variant) -> None:
    tried = variant.state().variant.presets
    assert (
        variant.state().variant.rates.low
        <= tried.small
        < tried.good
        < tried.big
        <= variant.state().variant.rates.high
    )


@each_variant
def test_with_too_small_a_rate_the_run_crawls_and_is_far_from_solved(variant: Variant) -> None:
    state = run(variant, variant.state().variant.presets.small, 100)
    assert state.verdict() == (HOPELESS if state.variant.rates.hopeless else truths.CRAWLING)
    assert state.now.loss - state.variant.goal > 0.5 * (variant.state().now.loss - state.variant.goal)


@each_variant
def test_with_the_good_rate_the_run_arrives_but_where_that_is_hopeless(variant: Variant) -> None:
    state = run(variant, variant.state().variant.presets.good, 1000)
    if state.variant.rates.hopeless:
        assert (state.machine_steps, state.solved, state.finished) == (1000, False, False)
        return
    assert state.verdict() in (("edge",) if state.variant.rates.bottomless else ARRIVED)
    assert state.solved == (state.verdict() != "stuck")


@each_variant
def test_with_too_big_a_rate_the_run_diverges_or_over_corners_hovers_far_off(variant: Variant) -> None:
    state = run(variant, variant.state().variant.presets.big, 100)
    rates = state.variant.rates
    if rates.bottomless:
        assert (state.verdict(), state.solved) == ("edge", True)  # no rate is too big
        return
    ends = {truths.HOVERING, truths.HELD, *([HOPELESS] if rates.hopeless else [])}
    assert state.verdict() in (ends if rates.kinked else WILD)
    assert not state.solved
    if state.variant.rates.kinked:
        assert min(state.trail.losses[-truths.WINDOW :]) > 1.5 * state.variant.goal


@pytest.mark.parametrize(
    "variant", [v for v in VARIANTS if comes_to_rest(v)], ids=lambda variant: variant.name
)
def test_too_big_lies_above_the_stable_limit_and_good_below_it_where_the_run_comes_to_rest(
    variant: Variant,
) -> None:
    rates = variant.state().variant.rates
    rest = run(variant, rates.good, 1000).values
    limit = stable_limit(variant.lesson, rest)
    assert rates.good < limit < variant.state().variant.presets.big


@pytest.mark.parametrize("seed", range(20))
def test_a_quadratic_is_left_exactly_above_the_stable_limit(seed: int) -> None:
    dice = np.random.default_rng(seed)
    root, scaling = dice.normal(size=(3, 3)), np.eye(3) + 0.2 * dice.normal(size=(3, 3))
    matrix = tuple(map(tuple, scaling))
    hessian, place = root.T @ root + 0.1 * np.eye(3), dice.normal(size=3)
    limit = 2 / descent.curvature(lambda v: hessian @ v, place, (1.0, 2.0, 3.0), matrix)
    for times, leaves in ((0.99, False), (1.01, True)):
        v = place
        for _ in range(4000):
            v = descent.step(v, descent.pull(hessian @ v, matrix), times * limit)
        assert (np.abs(v).max() > 1e3) == leaves


def test_a_lesson_that_names_no_rate_too_big_gets_one_from_its_curvature() -> None:
    lesson = tiny(measure=lambda x: Square(x * x, x), rates=Rates(0.001, 0.1, 5.0)).chosen({})
    assert stable_limit(lesson, (0.5,)) == pytest.approx(1.0, rel=1e-6)
    assert presets(lesson).big == pytest.approx(1.25, rel=0.01)


def test_where_the_ground_is_not_curved_too_big_is_the_sliders_end() -> None:
    lesson = tiny(measure=lambda x: Square(x, x), rates=Rates(0.001, 0.1, 5.0)).chosen({})
    assert presets(lesson).big == 5.0


def test_the_session_sets_a_rate_to_try_and_the_view_names_it() -> None:
    session = Player(LESSONS)
    assert session.look("line").preset == "good"
    for name in ("small", "big", "good"):
        seen = session.preset("line", name)
        assert (seen.preset, seen.rate) == (name, getattr(session.state("line").variant.presets, name))
    assert session.set_rate("line", 0.123).preset == ""
    with pytest.raises(KeyError, match="no learning rate 'huge', only"):
        session.preset("line", "huge")


@each_variant
def test_no_rate_is_called_good_where_none_arrives_nor_too_big_where_none_is(variant: Variant) -> None:
    rates, names = variant.state().variant.rates, view(variant.state()).presets
    assert (names["good"] == "good") == (not rates.hopeless)
    assert (names["big"] == "too big") == (not rates.bottomless)


@each_variant
def test_a_choice_has_rates_to_try_of_its_own(variant: Variant) -> None:
    state = variant.state()
    assert view(state).preset == "good"
    assert state.variant.presets == presets(variant.lesson)
