"""What the page says of runs and places, held against their own numbers, far from where lessons begin."""

import re
from collections.abc import Iterator

import numpy as np
import pytest

from downhill.play.lesson_state import LessonState
from downhill.session.lesson_view import view
from tests.support.claims import RUN, Moment, is_thrown_between_ends
from tests.support.claims_of_places import PLACES, state_of
from tests.support.often import FULLY, a_few, slow
from tests.support.states import LESSONS, Variant, corners, each_variant, states

STARTS, RATES, STEPS = 30, 12, 26
EACH = 4 if FULLY else 2  # rates from each start, other ones from the next
FUNCTIONS = (
    "|x - 1|",
    "x^2/4 + |x - 1|",
    "1/x",
    "3",
    "sin(3x) + x^2/10",
    "sqrt(x)",
    "||x| - 2| + x/10",
    "x^3",
    "x^2/100",
    "exp(x)",
)
Way = tuple[tuple[float, ...], float]


def starts(state: LessonState) -> list[tuple[float, ...]]:
    """Where runs begin: the start, corners of the sliders, and places anywhere."""
    ends = list(corners(state.lesson))[:6]
    return [state.lesson.start_values(), *ends, *states(state.lesson, STARTS - 1 - len(ends), seed=7)]


def rates(state: LessonState) -> list[float]:
    """The rates to try, and others over all of the slider."""
    variant = state.variant
    others = np.geomspace(variant.rates.low, variant.rates.high, RATES - len(variant.presets))
    return [*variant.presets, *others.tolist()]


def ways(state: LessonState) -> Iterator[Way]:
    """Starts with rates: in turn, so that each rate meets many starts."""
    tried = rates(state)
    for index, start in enumerate(starts(state)):
        for turn in range(EACH):
            yield start, tried[(EACH * index + turn) % len(tried)]


def walk(state: LessonState, way: Way) -> Iterator[Moment]:
    """A run, moment by moment, also past where it would pause."""
    state.place(way[0])
    state.set_rate(way[1])
    yield Moment(state)
    for _ in range(STEPS):
        if not state.step():
            break
        yield Moment(state)
    yield Moment(state)


def check(now: Moment, place: bool) -> None:
    """Hold what is said against the checks of all phrases in it."""
    about = (now.state.choices, now.state.rate, now.places[-4:].tolist(), now.losses[-4:].tolist())
    for phrase, holds in RUN.items():
        assert phrase not in now.said or holds(now), (phrase, now.said, about)
    if place:
        for phrase, holds in PLACES.get(now.state.lesson.id, {}).items():
            assert phrase not in now.sentence or holds(now), (phrase, now.sentence, about)


def check_view(state: LessonState) -> None:
    """Hold the signs beside the sliders, the name of the rate and the mark of success against numbers."""
    seen, scale = view(state), state.variant.scale
    in_fog = state.choices.get("fog") == "fog"
    assert seen.solved == (state.now.loss <= state.variant.goal and not in_fog)
    for row, slope, slider in zip(seen.rows.values(), state.gradient(), state.lesson.sliders, strict=True):
        if row.slope == "level":
            assert abs(slope) <= 0.005 or abs(slope) * slider.span <= 2e-4 * scale
        else:
            assert re.search("[1-9]", row.slope), row
    if state.rate == state.variant.presets.good:
        assert "Try a larger" not in seen.said
    if seen.presets.get(seen.preset) == "good":
        assert not re.search("(a larger|a smaller|no) learning rate", seen.said), seen.said


def hold(state: LessonState) -> set[str]:
    """All runs of a lesson state; which verdicts there were."""
    seen = set()
    for way in ways(state):
        for index, now in enumerate(walk(state, way)):
            check(now, place=index % 5 == 0 or index > STEPS)
            seen.add(now.verdict)
        check_view(state)
    return seen


@slow
@a_few(15)
@each_variant
def test_what_is_said_of_runs_from_anywhere_is_true(variant: Variant) -> None:
    assert hold(variant.state()) - {""}


@slow
@pytest.mark.parametrize("f", FUNCTIONS)
def test_what_is_said_of_runs_on_a_function_of_the_readers_own_is_true(f: str) -> None:
    hold(state_of(f))


@pytest.mark.parametrize("data", [choice for choice in LESSONS[1].choices[0].options if choice != "own"])
def test_a_line_that_is_thrown_from_end_to_end_of_the_sliders_is_not_said_to_hover(data: str) -> None:
    state = LessonState(LESSONS[1])
    state.choose("data", data)
    state.set_rate(state.variant.presets.big)
    for _ in range(60):
        state.step()
    now = Moment(state)
    assert state.verdict() == ("held" if is_thrown_between_ends(now) else "hovering")
    check(now, place=False)


def test_where_a_loss_has_no_lowest_point_a_run_ends_with_something_else_to_do() -> None:
    state = LessonState(LESSONS[2])
    state.choose("output", "probabilities")
    for _ in range(400):
        if state.finished or not state.step():
            break
    seen = view(state)
    assert (seen.verdict, seen.finished) == ("edge", True)
    assert seen.said.startswith("As sure as these sliders go")
    assert "Press Reset" in seen.said
    assert "could make it surer still" in seen.sentence


def test_the_number_beside_a_slider_and_the_one_in_the_sentence_have_the_same_figures() -> None:
    state = LessonState(LESSONS[0])
    seen = view(state)
    assert seen.rows["x"].slope == "1.65"
    assert "with slope \N{MINUS SIGN}1.65." in seen.sentence


def test_a_step_that_leaves_the_picture_is_told_with_its_length_unless_it_is_to_be_foretold() -> None:
    state = LessonState(LESSONS[0])
    state.place((5.0,))
    state.set_rate(10.0)
    assert view(state).sentence.endswith("The next step would leave the picture: 10.5 to the left.")
    state.covers = True
    assert "leave the picture" not in view(state).sentence
