"""What the page says of runs and places, held against their own numbers, far from where lessons begin."""

import re
from collections.abc import Iterator

import numpy as np
import pytest

from downhill.play.lesson_state import Desk
from downhill.session.session import Session
from downhill.session.view import view
from tests.support.claims import RUN, Moment
from tests.support.claims_of_places import PLACES, desk_of
from tests.support.states import LESSONS, VARIANTS, Variant, corners, states

STARTS, RATES, STEPS = 30, 12, 26
EACH = 4  # rates from each start, other ones from the next
FUNCTIONS = (
    "|x - 1|",
    "x^2/4 + |x - 1|",
    "1/x",
    "3",
    "sin(3x) + x^2/10",
    "sqrt(x)",
    "||x| - 2| + x/10",
    "x^3",
    "exp(x)",
)
Way = tuple[tuple[float, ...], float]


def starts(desk: Desk) -> list[tuple[float, ...]]:
    """Where runs begin: the start, corners of the sliders, and places anywhere."""
    ends = list(corners(desk.lesson))[:6]
    return [desk.lesson.start_values(), *ends, *states(desk.lesson, STARTS - 1 - len(ends), seed=7)]


def rates(desk: Desk) -> list[float]:
    """The rates to try, and others over all of the slider."""
    variant = desk.variant
    others = np.geomspace(variant.rates.low, variant.rates.high, RATES - len(variant.presets))
    return [*variant.presets, *others.tolist()]


def ways(desk: Desk) -> Iterator[Way]:
    """Starts with rates: in turn, so that each rate meets many starts."""
    tried = rates(desk)
    for index, start in enumerate(starts(desk)):
        for turn in range(EACH):
            yield start, tried[(EACH * index + turn) % len(tried)]


def walk(desk: Desk, way: Way) -> Iterator[Moment]:
    """A run, moment by moment, also past where it would pause."""
    desk.place(way[0])
    desk.set_rate(way[1])
    yield Moment(desk)
    for _ in range(STEPS):
        if not desk.step():
            break
        yield Moment(desk)
    yield Moment(desk)


def check(now: Moment, place: bool) -> None:
    """Hold what is said against the checks of all phrases in it."""
    about = (now.desk.choices, now.desk.rate, now.places[-4:].tolist(), now.losses[-4:].tolist())
    for phrase, holds in RUN.items():
        assert phrase not in now.said or holds(now), (phrase, now.said, about)
    if place:
        for phrase, holds in PLACES.get(now.desk.lesson.id, {}).items():
            assert phrase not in now.sentence or holds(now), (phrase, now.sentence, about)


def check_view(desk: Desk) -> None:
    """Hold the signs beside the sliders, the name of the rate and the mark of success against numbers."""
    seen, scale = view(desk), desk.variant.scale
    assert seen.solved == (desk.now.loss <= desk.variant.goal)
    for row, slope, slider in zip(seen.rows.values(), desk.gradient(), desk.lesson.sliders, strict=True):
        if row.slope == "level":
            assert abs(slope) <= 0.005 or abs(slope) * slider.span <= 2e-4 * scale
        else:
            assert re.search("[1-9]", row.slope), row
    if desk.rate == desk.variant.presets.good:
        assert "Try a larger" not in seen.said
    if seen.presets.get(seen.preset) == "good":
        assert not re.search("(a larger|a smaller|no) learning rate", seen.said), seen.said


def hold(desk: Desk) -> set[str]:
    """All runs of a desk; which verdicts there were."""
    seen = set()
    for way in ways(desk):
        for index, now in enumerate(walk(desk, way)):
            check(now, place=index % 5 == 0 or index > STEPS)
            seen.add(now.verdict)
        check_view(desk)
    return seen


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_what_is_said_of_runs_from_anywhere_is_true(variant: Variant) -> None:
    assert hold(variant.desk()) - {""}


@pytest.mark.parametrize("f", FUNCTIONS)
def test_what_is_said_of_runs_on_a_function_of_the_readers_own_is_true(f: str) -> None:
    hold(desk_of(f))


def said_on_the_way(desk: Desk, steps: int) -> list[str]:
    """The verdict after each of so many steps."""
    return [desk.verdict() for _ in range(steps) if desk.step()]


def test_heights_that_go_down_and_up_again_do_not_converge() -> None:
    session = Session(LESSONS)
    session.challenge("valley", "escape")
    session.set_rate("valley", 2.0)
    desk = session.desk("valley")
    verdicts = said_on_the_way(desk, 3)
    assert desk.trail.losses[-3:].tolist() == pytest.approx([4.07, 2.4, 3.02], abs=0.03)
    assert verdicts[-1] == "jumping"
    assert "not every step lands lower" in view(desk).said


def test_steps_that_the_sliders_end_cuts_short_are_not_said_to_land_higher_each_time() -> None:
    desk = Desk(LESSONS[0])
    desk.place((-4.0,))
    desk.set_rate(desk.variant.presets.big)
    said_on_the_way(desk, 3)
    assert np.round(desk.trail.losses, 2).tolist() == [5.14, 2.44, 4.73, 2.44]
    assert desk.verdict() == "held"
    assert "lands higher" not in view(desk).said
    assert view(desk).finished


def test_of_absolute_errors_it_is_never_said_that_steps_shrink_as_the_slope_flattens() -> None:
    desk = Desk(LESSONS[1])
    verdicts = set(said_on_the_way(desk, 60))
    assert "creased" in verdicts
    assert "converging" not in verdicts


def test_where_a_loss_has_no_lowest_point_a_run_ends_with_something_else_to_do() -> None:
    desk = Desk(LESSONS[2])
    desk.choose("output", "probabilities")
    for _ in range(400):
        if desk.finished or not desk.step():
            break
    seen = view(desk)
    assert (seen.verdict, seen.finished) == ("edge", True)
    assert seen.said.startswith("As sure as these sliders go")
    assert "Press Reset" in seen.said
    assert "With larger weights it could get surer still" in seen.sentence


def test_the_number_beside_a_slider_and_the_one_in_the_sentence_have_the_same_figures() -> None:
    desk = Desk(LESSONS[0])
    seen = view(desk)
    assert seen.rows["x"].slope == "1.65"
    assert "with slope \N{MINUS SIGN}1.65." in seen.sentence


def test_a_step_that_leaves_the_picture_is_told_with_its_length_unless_it_is_to_be_foretold() -> None:
    desk = Desk(LESSONS[0])
    desk.place((5.0,))
    desk.set_rate(10.0)
    assert view(desk).sentence.endswith("The next step would leave the picture: 10.5 to the left.")
    desk.covered = True
    assert "leave the picture" not in view(desk).sentence
