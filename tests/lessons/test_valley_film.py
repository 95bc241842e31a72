"""The film of the first lesson: its words hold what numbers say; walk and leaps are the lesson's own."""

import math

import numpy as np
import pytest

from downhill.lessons.lesson_10_valley import film, lesson, reels
from downhill.lessons.lesson_10_valley.curves import CURVES
from downhill.play.lesson_state import LessonState
from downhill.studio.picture import easel, pictures

CURVE = CURVES["two-valleys"]
PLACES = np.arange(-5, 5.01, 0.05)
HIGHER = -3.4032  # the bottom of the higher valley


def two_valleys(x: float = reels.START) -> LessonState:
    state = LessonState(lesson)
    state.choose("shape", "two-valleys")
    state.place([x])
    state.show_reel("", 1)
    return state


def keys(name: str, state: LessonState) -> list[str]:
    return [said.key.removeprefix("film.") for said in film.FILM.payoffs[name](state.scene()).said]


def walked(state: LessonState, steps: int = 10_000) -> LessonState:
    while steps and not state.finished and state.step():
        steps -= 1
    return state


def test_the_hand_that_the_button_moves_comes_to_level_ground_from_wherever_it_is() -> None:
    for x in PLACES:
        state = two_valleys(float(x))
        before, heights = state.now.loss, []
        for place in film.down(state.scene()):
            state.move("x", place)
            heights.append(state.now.loss)
        assert film.is_level(state.scene())
        assert len(heights) == film.STRIDES
        assert heights == sorted(heights, reverse=True) or film.is_level(two_valleys(float(x)).scene())
        assert heights[-1] <= before + 1e-3


def test_a_flag_is_told_what_it_is_worth() -> None:
    for x in PLACES:
        state = two_valleys(float(x))
        slope, gap = state.now.slope, state.now.loss - CURVE.lowest
        found = keys("verdict", state)
        if state.now.loss <= CURVE.goal:
            assert found == ["lowest"]
            continue
        assert found == ["not-lowest" if abs(slope) < film.LEVEL else "still-falls", "lower"]
        lower = film.verdict(state.scene()).said[1]
        assert lower.numbers["gap"] == pytest.approx(gap)
        assert keys("level", state) == ["level" if abs(slope) < film.LEVEL else "still-falls"]


def test_the_ride_ends_on_a_slope_of_nothing_and_tells_every_slope_on_its_way() -> None:
    state = two_valleys(-3.4)
    state.noted["hand"] = np.array([[reels.START], [-3.4]])
    for share in np.linspace(0, 1, 11):
        state.show_reel("slope", share)
        told = film.riding(state.scene()).said[0].numbers["slope"]
        assert told == pytest.approx(CURVE.both(reels.START + share * (-3.4 - reels.START))[1])
    assert keys("slope", state) == ["slope-zero"]
    assert keys("slope", two_valleys()) == ["slope"]


@pytest.mark.parametrize(("hand", "key"), [(-3.4, "same-trap"), (3.65, "its-own-trap")])
def test_the_machine_stops_in_the_nearer_valley_whoever_was_there_before(hand: float, key: str) -> None:
    state = walked(two_valleys())
    state.noted["hand"] = np.array([[reels.START], [hand]])
    state.noted["machine"] = state.trail.values
    assert state.values[0] == pytest.approx(HIGHER, abs=0.01)
    assert keys("machine", state) == [key, "only-slope"]
    assert film.machine(state.scene()).right == "near"
    assert keys("both", state) == ["both-here" if hand < 0 else "two-places"]
    other = walked(two_valleys(2.0))
    assert keys("machine", other) == ["machine-lowest"]
    assert film.machine(other.scene()).right == "deep"


def test_forty_tiny_steps_do_not_arrive_and_big_ones_then_small_do() -> None:
    state = two_valleys()
    state.set_rate(film.TINY)
    walked(state, film.MANY)
    assert len(state.trail) == film.MANY + 1
    assert keys("tiny", state) == ["not-there"]
    state = two_valleys()
    for rate, steps in ((film.BIG, film.FEW), (film.GOOD, film.REST)):
        state.set_rate(rate)
        walked(state, steps)
    assert state.values[0] == pytest.approx(CURVE.bottom, abs=0.02)
    assert keys("big-then-small", state) == ["the-lowest", "by-luck"]
    assert keys("big-then-small", two_valleys()) == ["not-there-either"]


def test_huge_steps_leap_further_each_time_and_the_camera_keeps_them_in_view() -> None:
    xs = reels.leaps(CURVE)
    assert xs[1:3] == pytest.approx([5.71, -21.1], abs=0.01)
    assert xs[4] == pytest.approx(-2.46e9, rel=0.01)
    state = two_valleys()
    for share in np.linspace(0.01, reels.LEAPS, 60):
        state.show_reel("huge", share)
        view = reels.camera(state.scene())
        assert view
        assert all(map(math.isfinite, view))
        for x in xs[: int(share) + 1]:
            assert view[0] <= x <= view[1]
            assert view[2] <= reels.height(CURVE, x) <= view[3]
    assert keys("huge", state) == ["gone-left", "hill-is-here"]
    assert film.huge(state.scene()).right == "never"


@pytest.mark.parametrize("shape", ["bowl", "flat-slope"])
def test_on_another_hill_nothing_is_said_to_be_gone_that_is_near(shape: str) -> None:
    state = two_valleys()
    state.choose("shape", shape)
    gone = abs(reels.leaps(state.scene().data["curve"])[-1]) >= film.FAR
    assert keys("huge", state) == (["gone-left", "hill-is-here"] if gone else ["leap"])


@pytest.mark.usefixtures("typefaces")
@pytest.mark.parametrize("reel", reels.REELS)
def test_every_reel_changes_the_picture_and_goes_when_the_hill_is_walked_on(reel: str) -> None:
    state = two_valleys(-3.4)
    state.noted["hand"] = np.array([[reels.START], [-3.4]])
    state.noted["machine"] = walked(two_valleys()).trail.values
    stand = easel(lesson, next(iter(pictures(lesson))), "light")
    before = np.array(stand.paint(state.scene()))
    state.show_reel(reel, 1.0)
    assert (np.array(stand.paint(state.scene())) != before).any()
    state.move("x", -3.0)
    assert state.reel == ""


def test_a_step_glides_from_where_it_began_to_where_it_led() -> None:
    state = two_valleys()
    state.step()
    for share in (0.0, 0.25, 1.0):
        state.show_reel("glide", share)
        x = reels.START + share * (state.values[0] - reels.START)
        assert state.scene().now.x == pytest.approx(x)
        assert state.scene().now.loss == pytest.approx(reels.height(CURVE, x))
