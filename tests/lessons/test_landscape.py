"""A typed function as a landscape: its lowest point, its picture, its start and its learning rates."""

import math
import re

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from downhill.lessons.lesson_10_valley import OWN, lesson
from downhill.lessons.lesson_10_valley.curve import outline, typed
from downhill.lessons.lesson_10_valley.curves import CURVES, XS, X
from downhill.lessons.lesson_10_valley.landscape import HIGHEST, Landscape
from downhill.maths.formula import read
from downhill.play.verdicts import WILD
from downhill.session.lesson_view import view
from downhill.session.step_in_numbers import maths
from downhill.text.mistake import Mistake
from tests.support.claims_of_places import state_of
from tests.support.functions import trees
from tests.support.often import often, slow
from tests.support.player import Player

NO_NUMBER = re.compile(r"\b(nan|inf|infinity)\b", re.IGNORECASE)
LEADS_ON = ("crawling", "converging", "bouncing", "downhill", "creased", "jumping")
ARRIVED = ("converged", "hovering", "edge")


def land(text: str) -> Landscape:
    return Landscape(read(text), X)


@pytest.mark.parametrize(
    "text", [*CURVES, "x^2/4 - x", "x sin x", "x^4/50 - x^2/3 + x/4", "exp(-x) + x^2/4", "-1/(1+x^2)"]
)
def test_the_lowest_point_is_the_one_an_independent_solver_finds_and_is_called_so(text: str) -> None:
    from scipy.optimize import minimize_scalar  # takes half a second, which not every worker has to spend

    shape = text if text in CURVES else OWN
    chosen = lesson.chosen({"shape": shape, "fog": "clear", "f": "x" if text in CURVES else text})
    curve = chosen.data["curve"]
    best = XS[np.argmin(curve.both(XS)[0])]
    found = minimize_scalar(lambda x: curve.both(x)[0], bounds=(best - 0.01, best + 0.01), method="bounded")
    assert curve.lowest == pytest.approx(found.fun, abs=1e-9 if shape == OWN else 1e-4)
    assert X.low < found.x < X.high
    assert chosen.describe(chosen.measure_at([found.x])) == "lowest"


GROUNDS = [
    ("2x + 1", "end", -9.0), ("-x", "end", -5.0), ("sqrt x", "end", 0.0), ("sqrt(4 - x^2)", "end", 0.0),
    ("|x|", "corner", 0.0), ("|x - pi| + 1", "corner", 1.0), ("||x| - 2|", "corner", 0.0),
    ("3", "everywhere", 3.0), ("0x", "everywhere", 0.0), ("x^2 + 1000", "lowest", 1000.0),
    ("x/|x|", "lowest", -1.0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ground", "lowest"), GROUNDS)
def test_what_the_lowest_place_is_like_is_known(text: str, ground: str, lowest: float) -> None:
    assert land(text).ground == ground
    assert land(text).lowest == pytest.approx(lowest, abs=1e-6)


@pytest.mark.parametrize("text", ["1/x", "ln x", "-1/x^2", "tan x", "ln|x - pi|", "1/(x - 1/3)"])
def test_a_function_that_falls_without_end_is_called_so_and_its_picture_is_not_endless(text: str) -> None:
    assert land(text).ground == "endless"
    assert -100 < land(text).ends[0] < land(text).ends[1] < 100


@pytest.mark.parametrize("text", ["sqrt(-1 - x^2)", "ln(x - 7)", "10^10", "x^2 + 10^9 * 2"])
def test_a_function_with_no_value_to_draw_is_a_mistake(text: str) -> None:
    with pytest.raises(Mistake, match=r"formula\.nowhere"):
        land(text)


@slow
@pytest.mark.parametrize(
    "text", ["x^2", "|x - 1|", "x^2/4 + sin(2x)", "2x + 1", "-x", "exp x", "x^4", "-1/(1 + x^2)"]
)
def test_the_good_rate_arrives_and_the_small_one_crawls(text: str) -> None:
    for preset, verdicts in (("good", (*ARRIVED, "stuck")), ("small", ("crawling",))):
        state = state_of(text)
        state.set_rate(getattr(state.variant.presets, preset))
        for _ in range(1000 if preset == "good" else 100):
            if state.finished or not state.step():
                break
        assert state.verdict() in verdicts or state.solved, preset
        assert state.solved == (preset == "good" and state.verdict() != "stuck")


@pytest.mark.parametrize("text", ["x^2", "x^2/4 - x", "x^4", "0.3(x - 1)^2 + 2"])
def test_the_rate_that_is_too_big_diverges(text: str) -> None:
    state = state_of(text)
    state.set_rate(state.variant.presets.big)
    while not state.finished:
        assert state.step()
    assert state.verdict() in WILD


def test_a_constant_is_solved_where_it_starts_and_nothing_moves() -> None:
    state = state_of("3")
    assert state.solved
    assert (
        view(state).sentence == "This ground is level everywhere, 3.00 high: every x is as good as any other."
    )
    assert not state.step()


@pytest.mark.parametrize(
    ("text", "start"), [("x^2", -4.0), ("x", 4.0), ("ln x", 4.0), ("-x", -4.0), ("x/|x|", 0.05)]
)
def test_a_descent_starts_high_above_the_goal_where_there_is_a_slope(text: str, start: float) -> None:
    assert land(text).start == pytest.approx(start)


@pytest.mark.parametrize("text", ["tan x", "1/(x - 1/3)"])
def test_over_a_pole_the_pen_is_lifted(text: str) -> None:
    heights = outline(typed(text, X), XS)
    height = typed(text, X).ends[1] - typed(text, X).ends[0]
    assert np.isnan(heights).any()
    assert np.nanmax(np.abs(np.diff(heights))) < height


def test_from_where_there_is_no_value_no_step_leads_on_and_a_hand_leads_back() -> None:
    state = state_of("ln x")
    state.move("x", -2.0)
    assert view(state).loss_shown == "\N{EN DASH}"
    assert "not defined" in view(state).sentence
    assert not state.solved
    assert not state.step()
    assert state.verdict() == "undefined"
    state.move("x", 1.0)
    assert state.verdict() == ""
    assert state.step()


def test_a_wrong_function_changes_nothing_and_is_told() -> None:
    session = Player([lesson])
    session.choose("valley", "shape", OWN)
    before = session.move("valley", "x", 1.0)
    after = session.enter("valley", "f", "x + sinn(x)")
    assert after.mistake["sentence"] == "“sinn” isn’t known here. Did you mean sin?"
    assert after._replace(mistake={}) == before


texts = st.one_of(trees, st.sampled_from([text for text, *_ in GROUNDS]))


@slow
@given(texts, st.lists(st.floats(-5, 5), min_size=3, max_size=3), st.sampled_from(["small", "good", "big"]))
@often(300)
def test_whatever_is_typed_the_page_never_shows_what_is_no_number(
    text: str, places: list[float], rate: str
) -> None:
    try:
        state = state_of(text)
    except Mistake:
        assume(False)
    state.set_rate(getattr(state.variant.presets, rate))
    low, good, high = state.variant.rates[:3]
    assert 0 < low <= good <= high < math.inf
    for place in (state.values[0], *places):
        state.move("x", place)
        for _ in range(4):
            seen = view(state)
            assert math.isfinite(seen.loss)
            assert abs(seen.loss) <= 2 * HIGHEST
            assert not NO_NUMBER.search(repr(seen.as_dict())), seen
            assert not NO_NUMBER.search(" ".join(maths(state).values()))
            state.step()


@slow
@given(texts)
@often(150)
def test_whatever_is_typed_a_run_comes_to_an_end_or_crawls(text: str) -> None:
    try:
        state = state_of(text)
    except Mistake:
        assume(False)
    steps = 0
    while steps < 1500 and not state.finished and state.step():
        steps += 1
        assert lesson.is_defined(state.now)
        assert X.low <= state.values[0] <= X.high
    assert steps < 1500 or state.solved or state.verdict() in LEADS_ON
    marks = np.array([X.snap(x) for x in np.linspace(X.low, X.high, 201)])
    heights = read(text).both(marks)[0]
    if state.lesson.start_values() != (X.start,) and not state_of(text).solved:
        assert abs(heights[marks == state.lesson.start_values()[0]]) <= HIGHEST
