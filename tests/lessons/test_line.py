"""The line lesson: its best lines are found by hand and by descent, and what it says of lines is true."""

import random
import re
from functools import cache
from itertools import product

import numpy as np
import pytest

from downhill.lessons.lesson_20_line import WORDS, lesson
from downhill.lessons.lesson_20_line.best_line import best_line
from downhill.lessons.lesson_20_line.datasets import SETS
from downhill.lessons.lesson_20_line.fit import Fit
from downhill.lessons.lesson_20_line.own_data import OWN
from downhill.lessons.lesson_20_line.points_to_fit import Cloud
from downhill.lessons.lesson_20_line.words import names
from downhill.play.lesson_state import LessonState
from downhill.points.points import write
from downhill.session.lesson_view import view
from downhill.text.language import speaking
from tests.support.often import FULLY, a_few, slow
from tools.languages.language import Language, all_languages

ERRORS = ("absolute", "squared")
each_case = pytest.mark.parametrize(
    ("data", "error", "outlier"), list(product([*SETS, OWN], ERRORS, ("off", "on"))), ids="-".join
)
FIRST = lesson.first_choices()


def state_of(**choices: str) -> LessonState:
    """A lesson state with these choices, at its start."""
    state = LessonState(lesson)
    for name, option in choices.items():
        (state.enter if name == "points" else state.choose)(name, option)
    state.restart()
    return state


def cloud_of(state: LessonState) -> Cloud:
    cloud: Cloud = state.lesson.data["cloud"]
    return cloud


def measured(m: float, b: float, **choices: str) -> Fit:
    fit: Fit = lesson.chosen(FIRST | choices).measure_at((m, b))
    return fit


def described(state: LessonState) -> str:
    return state.lesson.describe(state.now)


@each_case
def test_the_best_line_lies_well_inside_the_sliders_where_a_hand_on_their_marks_and_descent_find_it(
    data: str, error: str, outlier: str
) -> None:
    state = state_of(data=data, error=error, outlier=outlier)
    assert state.now.loss > 1.15 * state.variant.goal
    while not state.finished and state.step():
        assert state.machine_steps < 1000
    assert state.solved
    least, best = cloud_of(state).least(error), cloud_of(state).lines[error]
    assert error == "absolute" or state.now.loss == pytest.approx(least, rel=2e-3)
    assert state.lesson.measure_at(best).loss == pytest.approx(least, rel=1e-8)
    for slider, value in zip(state.lesson.sliders, best, strict=True):
        assert slider.low + 0.1 * slider.span < value < slider.high - 0.1 * slider.span
        state.move(slider.name, value)
    assert state.solved
    assert described(state) == "best"


def test_the_measure_adds_up_the_bars_between_homes_and_line() -> None:
    fit = measured(100.0, 50.0)
    pairs = SETS["homes"].places
    assert fit.loss == pytest.approx(sum(abs(price - 0.1 * size - 50) for size, price in pairs))
    assert fit.mean == pytest.approx(fit.loss / 12)
    squared = measured(100.0, 50.0, error="squared")
    assert squared.loss == pytest.approx(sum((price - 0.1 * size - 50) ** 2 for size, price in pairs))


@cache
def lines_above(data: str) -> dict[int, tuple[float, float]]:
    """Where lines stand that are told to lie above so many points: the first one of many for each number."""
    state = state_of(data=data)
    m, b = state.lesson.sliders
    found: dict[int, tuple[float, float]] = {}
    for values in product(np.linspace(m.low, m.high, 12), np.linspace(b.low, b.high, 80)):
        fit = state.lesson.measure_at(values)
        if (key := state.lesson.describe(fit)) in ("single", "high"):
            found.setdefault(fit.higher, values)
            assert (fit.higher == 1) == (key == "single")
    return found


@pytest.mark.parametrize("language", all_languages(), ids=lambda one: one.code)
@pytest.mark.parametrize("data", SETS)
def test_a_line_above_all_points_but_one_is_told_of_in_the_singular(data: str, language: Language) -> None:
    with speaking(language.catalogue, [lesson]):
        state, told = state_of(data=data), dict[int, str]()
        for count, values in lines_above(data).items():
            state.place(values)
            told[count] = view(state).sentence
    assert not re.search(r"(?<![\d.,])1(?![\d.,\u202f])", told.pop(1))
    for count, sentence in told.items():
        assert str(count) in sentence


def test_where_the_points_fall_a_line_is_too_flat_when_the_late_ones_lie_below_it() -> None:
    state = state_of(data="sprint")
    state.place((-0.002, 11.3))
    assert described(state) == "flat"
    assert view(state).sentence.startswith(
        "The line is too flat: late winners were faster than it predicts, early ones were slower."
    )


@pytest.mark.parametrize(("slope", "m"), [(2, 1), (2, 3), (-2, -1), (-2, -3)])
def test_of_points_of_ones_own_it_is_said_rightly_on_which_side_they_lie_higher(slope: int, m: int) -> None:
    points = "\n".join(f"{x}\t{slope * (x - 2) + 9}" for x in range(5))
    state = state_of(data="own", points=points)
    state.place((m, 9 - 2 * m))  # through the middle of all
    assert described(state) == ("flat" if abs(m) < 2 else "steep")
    right, left = ("higher", "lower") if slope > m else ("lower", "higher")
    assert f"points on the right lie {right} than it predicts, on the left {left}." in view(state).sentence


@pytest.mark.parametrize("seed", range(20))
def test_a_wrong_price_that_is_put_right_turns_the_line_under_squares_further(seed: int) -> None:
    dice, places, homes = random.Random(seed), SETS["typo"].places.copy(), SETS["homes"].places
    (wrong,) = np.flatnonzero((places != homes).any(axis=1))
    state, begins = state_of(data="typo"), WORDS["note.mended"].partition("{")[0]
    assert view(state).notes == [SETS["typo"].source]
    state.enter("points", write([*places], ("size", "price")))
    state.choose("data", "own")
    assert begins not in " ".join(view(state).notes)
    places[wrong] = homes[wrong] + [dice.uniform(-150, 150), dice.uniform(-25, 25)]
    state.enter("points", write([*places], ("size", "price")))
    (note,) = [each for each in view(state).notes if each.startswith(begins)]
    before, after, squared_before, squared = map(
        float, re.findall(r"-?\d+\.\d+|\b0\b", note.replace("−", "-"))
    )
    x, y = places.T
    assert after == pytest.approx(best_line(x, y, "absolute").m, rel=0.01)
    assert squared == pytest.approx(best_line(x, y, "squared").m, rel=0.01)
    assert abs(squared - squared_before) > 2 * abs(after - before)


@pytest.mark.parametrize("data", SETS)
def test_the_words_follow_the_data_set(data: str) -> None:
    state = state_of(data=data)
    seen, chosen = view(state), SETS[data]
    assert seen.columns[:2] == list(names(WORDS, chosen)[:2])
    assert seen.ends["b"].unit == chosen.up.unit
    assert seen.notes == [chosen.source]
    assert len(seen.table) == len(chosen.places)
    assert seen.table[0][0] == f"{chosen.places[0, 0]:.{chosen.across.decimals}f}"


@pytest.mark.parametrize("data", SETS)
def test_one_outlier_turns_the_squared_line_more_than_the_absolute_one(data: str) -> None:
    with_it, plain = (cloud_of(state_of(data=data, outlier=outlier)) for outlier in ("on", "off"))
    assert with_it.count == plain.count + 1
    turned = {error: abs(with_it.lines[error].m - plain.lines[error].m) for error in ERRORS}
    assert turned["squared"] > turned["absolute"]
    assert turned["squared"] > 0.05 * abs(plain.lines["squared"].m)


def test_the_note_of_the_outlier_tells_all_four_slopes() -> None:
    note = view(state_of(outlier="on")).notes[0]
    assert "under absolute errors m goes from 148 to 129, under squared errors from 140 to 83.0" in note


HARD = ("homes", "flats", "sprint", "air", "penguins", "braking")


@slow
@a_few(6)
@pytest.mark.parametrize("data", HARD)
@pytest.mark.parametrize("error", ERRORS)
def test_in_raw_units_no_rate_arrives_and_the_verdict_says_why(data: str, error: str) -> None:
    rates = state_of(data=data, error=error, raw="on").variant.rates
    assert rates.hopeless > 1000
    likely = (rates.good, 2 * rates.good, rates.big)
    for rate in (*likely, rates.low, rates.good / 3, 10 * rates.good) if FULLY else likely:
        state = state_of(data=data, error=error, raw="on")
        state.set_rate(rate)
        for _ in range(1000):
            if not state.step():
                break
        assert not state.solved, rate
    state = state_of(data=data, error=error, raw="on")
    for _ in range(100):
        state.step()
    assert view(state).verdict == "hopeless"
    assert "no learning rate arrives soon" in view(state).said


@pytest.mark.parametrize("data", ["geyser", "galaxies"])
def test_where_raw_units_are_gentle_descent_arrives_and_the_note_says_so(data: str) -> None:
    state = state_of(data=data, error="squared", raw="on")
    assert not state.variant.rates.hopeless
    assert "gets through" in view(state).notes[0]
    while not state.finished and state.step():
        pass
    assert state.solved


def test_the_note_of_raw_units_tells_the_condition_number() -> None:
    sizes = SETS["homes"].places[:, 0]
    columns = np.stack([sizes, np.ones(12)], axis=1)
    assert np.linalg.cond(columns.T @ columns) == pytest.approx(2.09e7, rel=0.01)
    note = view(state_of(raw="on")).notes[0]
    assert "curves 21\N{NO-BREAK SPACE}million times as much" in note
    limit, thin = 2 / np.linalg.eigvalsh(2 * columns.T @ columns)[-1], "\N{NARROW NO-BREAK SPACE}"
    assert f"A rate above {limit * 1e8:.1f}{thin}×{thin}10⁻⁸ leaps" in note


@pytest.mark.parametrize(
    ("places", "key"),
    [([], "none"), ([(3, 4)], "one"), ([(2, 1), (2, 5)], "stack"), ([(0, 0), (1, 1)], "")],
)
def test_few_points_are_measured_described_and_walked_over(
    places: list[tuple[float, float]], key: str
) -> None:
    for error, outlier, raw in product(ERRORS, ("off", "on"), ("off", "on")):
        state = state_of(data=OWN, points=write(places), error=error, outlier=outlier, raw=raw, best="on")
        assert (described(state) == key) or not (key or cloud_of(state).want)
        assert view(state).sentence
        assert len(view(state).notes) == 2 + (outlier == "on") + (raw == "on")
        for _ in range(3):
            state.step()
        assert np.isfinite(state.values).all()


def test_sums_of_squares_are_told_in_squares_of_the_unit_and_from_a_million_on_in_words() -> None:
    shown = {data: view(state_of(data=data, error="squared")).loss_shown for data in SETS}
    nbsp = "\N{NO-BREAK SPACE}"
    assert shown["galaxies"] == f"2.521{nbsp}million\nsquares of 1{nbsp}km/s"
    assert shown["sprint"].endswith(f"squares of 1{nbsp}s")
    assert all("²" not in text for text in shown.values())
    assert view(state_of(data=OWN, error="squared")).columns[2:] == ["The line says", "Error"]
