"""The film of the lesson on a line: its words hold what lines and errors are, in many states."""

import numpy as np
import pytest

from downhill.lessons.lesson_20_line import film, lesson, reels
from downhill.lessons.lesson_20_line.best_line import Coefficients, error_of
from downhill.lessons.lesson_20_line.landscape import FINE, ground, h_ends
from downhill.lessons.lesson_20_line.points_to_fit import Cloud
from downhill.play.lesson_state import LessonState
from tests.support.often import slow
from tests.support.player import Player
from tests.support.states import states


def at(values: tuple[float, ...]) -> LessonState:
    state = LessonState(lesson)
    state.place(values)
    return state


def cloud() -> Cloud:
    found: Cloud = at(reels.START).scene().data["cloud"]
    return found


def walked() -> LessonState:
    state = at(reels.START)
    state.set_rate(film.RATE)
    for _ in range(film.STEPS):
        state.step()
    return state


@slow
def test_what_is_said_of_the_machine_and_the_hand_holds_in_many_states() -> None:
    seen = set()
    hands = (tuple(cloud().lines["absolute"]), reels.READY, reels.START)
    for values in states(lesson, 300):
        for hand in hands:
            state = at(values)
            state.noted["hand"] = np.array([reels.START, hand])
            came, error = (
                film.machine(state.scene()),
                error_of(Coefficients(*hand), cloud().u, cloud().y, "absolute"),
            )
            seen.add(came.said[1].key)
            assert came.said[0].numbers["error"] == pytest.approx(state.now.loss)
            assert came.said[1].numbers["error"] == pytest.approx(error)
            assert (came.said[1].key == "film.you-win") == (error < state.now.loss) == (came.right == "mine")
            assert film.both(state.scene()).said[1].numbers["error"] == pytest.approx(error)
            assert film.tower(state.scene()).said[1].numbers["least"] <= state.now.loss + 1e-9
    assert seen == {"film.you-win", "film.your-line"}
    assert film.machine(at(reels.START).scene()).said[1].key == "film.least"


def test_the_machine_comes_within_two_percent_of_the_best_line_and_beats_the_hand_of_the_button() -> None:
    state = walked()
    state.noted["hand"] = np.array([reels.START, reels.READY])
    assert state.now.loss <= 1.02 * cloud().least("absolute")
    assert film.machine(state.scene()).right == "beats"
    assert at(reels.READY).now.loss < at(reels.START).now.loss


def test_one_wrong_price_turns_the_best_line_a_little_and_that_of_squares_nearly_flat() -> None:
    scene = at(reels.START).scene()
    before, absolute, squared = film._slopes(scene)
    assert (round(before), round(absolute), round(squared)) == (148, 129, 27)
    assert film.outlier(scene).right == "little"
    assert film.outlier(scene).said[1].key == "film.turned-little"
    assert film.squares(scene).said[0].key == "film.nearly-flat"


@pytest.mark.parametrize("reel", [reels.MISPRINT, reels.SQUARES, reels.LEAPS])
def test_the_number_that_counts_is_the_slope_of_the_line_that_is_seen(reel: str) -> None:
    state, told = at(reels.START), set()
    for share in np.linspace(0, 6 if reel == reels.LEAPS else 1, 25):
        state.show_reel(reel, float(share))
        m = reels.played(state.scene()).line.m
        said = film.slope(state.scene()).said[0]
        told.add(said.key)
        assert said.numbers["m"] == abs(m)
        assert (said.key == "film.slope") == (round(m) >= 0)
    assert ("film.slope-down" in told) == (reel == reels.LEAPS)


def test_each_huge_step_is_five_times_as_long_as_the_one_before_and_leaps_across() -> None:
    lines = np.array(reels.leaps(cloud()))
    best = np.array(cloud().lines["squared"])
    assert (lines[1:] - best) == pytest.approx(-5 * (lines[:-1] - best))
    assert round(lines[-1][0]) == -1249321


def test_the_loop_ends_where_it_begins_and_stays_on_the_sliders() -> None:
    for values in (reels.READY, reels.START, (290.0, -150.0)):
        places = reels.loop(at(values).scene())
        assert places[-1] == pytest.approx(values)
        assert all(
            each.low <= value <= each.high
            for place in places
            for each, value in zip(lesson.sliders, place, strict=True)
        )


def test_the_map_is_the_error_of_every_line() -> None:
    share, _ = ground(cloud(), "absolute", (0.0, 300.0))
    low, high = h_ends(cloud())

    def loss(row: int, column: int) -> float:
        m, h = 300 * (column + 0.5) / FINE, high - (row + 0.5) / FINE * (high - low)
        return error_of(Coefficients(m, h - m * cloud().middle[0]), cloud().u, cloud().y, "absolute")

    places = [(0, 0), (40, 250), (160, 160), (300, 20), (319, 319)]
    losses = np.array([loss(*place) for place in places])
    shares = np.array([share[place] ** 2 for place in places])
    slope, least = np.polyfit(shares, losses, 1)
    assert losses == pytest.approx(least + slope * shares)
    assert least == pytest.approx(cloud().least("absolute"), rel=0.02)


def test_a_stage_with_all_parts_shows_no_film() -> None:
    player = Player([lesson])
    player.unfold(lesson.id, ["map"])
    player.film(lesson.id, "", 1.0)
    assert (player.state(lesson.id).reel, player.state(lesson.id).shows("map")) == ("", True)
    player.unfold(lesson.id, ["all"])
    assert (player.state(lesson.id).reel, player.state(lesson.id).parts) == (None, None)
