"""The picture of an overshoot: the last leaps of a run that diverges, measured on one line."""

import numpy as np
import pytest

from downhill.play.lesson_state import LessonState
from downhill.play.overshoot import MOST, cut, last_leaps, overshoot
from downhill.play.verdicts import WILD
from downhill.session.lesson_view import view
from tests.support.states import LESSONS, VARIANTS, Variant

LARGE = [v for v in VARIANTS if not (v.state().variant.rates.kinked or v.state().variant.rates.bottomless)]
each_variant = pytest.mark.parametrize("variant", LARGE, ids=lambda variant: variant.name)


def diverged(variant: Variant) -> LessonState:
    """A lesson state whose run has been paused because it diverges."""
    state = variant.state()
    state.set_rate(state.variant.presets.big)
    for _ in range(100):
        if state.finished or not state.step():
            break
    assert state.verdict() in WILD
    return state


@each_variant
def test_the_last_leaps_are_shown_on_the_line_of_the_last_one_with_the_valley_between_its_ends(
    variant: Variant,
) -> None:
    state = diverged(variant)
    leaps = last_leaps(state.trail)
    assert leaps is not None
    count = len(leaps.steps)
    assert 3 <= count <= MOST
    np.testing.assert_array_equal(leaps.values, state.trail.values[-count:])
    np.testing.assert_array_equal(leaps.losses, state.trail.losses[-count:])
    assert leaps.steps == tuple(range(state.machine_steps - count + 1, state.machine_steps + 1))
    line, places = cut(state.scene(), leaps)
    end, way = leaps.values[-1], leaps.values[-1] - leaps.values[-2]
    for t, loss in line[::20]:
        assert loss == variant.lesson.measure_at(end + t * way).loss
        for slider, value in zip(state.lesson.sliders, end + t * way, strict=True):
            assert slider.low - 1e-9 * slider.span <= value <= slider.high + 1e-9 * slider.span
    assert places[-2:] == pytest.approx([-1, 0])
    assert line[0, 0] <= places.min() + 1e-12
    assert line[-1, 0] >= places.max() - 1e-12
    lowest = line[line[:, 1].argmin()]
    assert -1 < lowest[0] < 0
    assert lowest[1] < leaps.losses[-2:].min()


@each_variant
def test_the_numbers_are_told_and_only_what_is_true_of_them(variant: Variant) -> None:
    state = diverged(variant)
    if "fog" in state.choices:
        state.choose("fog", "clear")  # in it nothing is told
    leaps = last_leaps(state.trail)
    assert leaps is not None
    text = view(state).overshoot
    assert f"at step {state.machine_steps}" in text
    assert ("Each leap lands higher" in text) == leaps.rise == bool((np.diff(leaps.losses) > 0).all())
    assert ("Only the sliders’ ends" in text) == (not leaps.rise)
    if not leaps.rise:
        assert any(stage.clipped for stage in state.run.stages[-2:])


def test_there_is_nothing_to_tell_while_a_run_is_well_or_a_hand_moves() -> None:
    state = LessonState(LESSONS[0])
    assert overshoot(state, "diverging") == ""
    state.step()
    assert view(state).overshoot == ""
    state = diverged(LARGE[0])
    assert view(state).overshoot
    state.move("x", 1.0)
    assert (view(state).overshoot, last_leaps(state.trail)) == ("", None)
