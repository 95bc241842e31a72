"""Three learning rates to try: what each of them promises, in every variant of every lesson."""

import pytest

from downhill.lesson import Rates
from downhill.maths import truths
from downhill.play.lesson_state import LessonState
from downhill.play.rates import presets, stable_limit
from downhill.play.verdicts import HOPELESS, WILD
from downhill.session.lesson_view import view
from tests.lesson.test_lesson import Square, tiny
from tests.support.player import Player
from tests.support.states import LESSONS, Variant, each_variant


def run(variant: Variant, rate: float, steps: int) -> LessonState:
    """A run from the start, to its end or for `steps` steps."""
    state = variant.state()
    state.set_rate(rate)
    for _ in range(steps):
        if state.finished or not state.step():
            break
    return state


@each_variant
def test_the_rates_to_try_lie_on_the_slider_and_no_rate_is_called_good_or_too_big_that_is_not(
    variant: Variant,
) -> None:
    seen = variant.state()
    rates, tried, names = seen.variant.rates, seen.variant.presets, view(seen).presets
    assert rates.low <= tried.small < tried.good < tried.big <= rates.high
    assert (names["good"] == "good") == (not rates.hopeless)
    assert (names["big"] == "too big") == (not rates.bottomless)


@each_variant
def test_with_too_small_a_rate_the_run_crawls_and_is_far_from_solved(variant: Variant) -> None:
    start = variant.state()
    state, goal = run(variant, start.variant.presets.small, 100), start.variant.goal
    assert state.verdict() == (HOPELESS if state.variant.rates.hopeless else truths.CRAWLING)
    assert state.now.loss - goal > 0.5 * (start.now.loss - goal)


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
    if rates.kinked:
        assert min(state.trail.losses[-truths.WINDOW :]) > 1.5 * state.variant.goal


@each_variant
def test_too_big_lies_above_the_stable_limit_and_good_below_it_where_the_run_comes_to_rest(
    variant: Variant,
) -> None:
    rates = variant.state().variant.rates
    if not (rates.kinked or rates.bottomless):
        limit = stable_limit(variant.lesson, run(variant, rates.good, 1000).values)
        assert rates.good < limit < variant.state().variant.presets.big


def test_a_lesson_that_names_no_rate_too_big_gets_one_from_its_curvature() -> None:
    lesson = tiny(measure=lambda x: Square(x * x, x), rates=Rates(0.001, 0.1, 5.0)).chosen({})
    assert stable_limit(lesson, (0.5,)) == pytest.approx(1.0, rel=1e-6)
    assert presets(lesson).big == pytest.approx(1.25, rel=0.01)


def test_the_session_sets_a_rate_to_try_and_the_view_names_it() -> None:
    session = Player(LESSONS)
    assert session.look("line").preset == "good"
    for name in ("small", "big", "good"):
        seen = session.preset("line", name)
        assert (seen.preset, seen.rate) == (name, getattr(session.state("line").variant.presets, name))
    assert session.set_rate("line", 0.123).preset == ""
    with pytest.raises(KeyError, match="no learning rate 'huge', only"):
        session.preset("line", "huge")
