"""What the page shows: whole sentences, finite numbers, in every state."""

import json
import re
from collections.abc import Iterator

import numpy as np
import pytest

from downhill.play.lesson_state import LessonState
from downhill.session.lesson_view import view
from downhill.session.view import View
from downhill.text.format import MINUS, with_unit
from tests.play.test_lesson_state import cliff
from tests.support.often import a_few, slow
from tests.support.states import LESSONS, VARIANTS, Variant, each_variant, states

VALLEY, LINE, NEXT_WORD = LESSONS[:3]
PER_VARIANT = 10_000 // len(VARIANTS) + 1
ABSURD = (1e-300, 1e300, 0.0, -5.0, float("inf"), float("nan"))
NOT_FINITE = re.compile(r"\b(nan|inf|infinity)\b|[–∞]|[{}]", re.IGNORECASE)


def texts(seen: View) -> Iterator[str]:
    """Everything in a view that a reader sees."""
    yield from (seen.loss_shown, seen.sentence, seen.said, seen.rate_shown)
    for row in seen.rows.values():
        yield from (row.shown, row.spoken, row.slope, row.downhill_spoken)
    for cells in seen.table:
        yield from cells


def assert_whole(seen: View) -> None:
    assert np.isfinite([seen.loss, seen.rate, *(row.value for row in seen.rows.values())]).all()
    assert all(NOT_FINITE.search(text) is None for text in texts(seen)), list(texts(seen))
    assert seen.sentence


@slow
@a_few(10)
@each_variant
def test_nothing_but_finite_numbers_is_shown_in_ten_thousand_states(variant: Variant) -> None:
    dice = np.random.default_rng(7)
    state = variant.state()
    for index, place in enumerate(states(variant.lesson, PER_VARIANT, seed=8)):
        state.place(place)
        state.set_rate(ABSURD[index % len(ABSURD)] if index % 2 else float(10 ** dice.uniform(-4, 4)))
        if index % 3 == 0:
            state.step()
        assert_whole(view(state))


def test_nothing_but_finite_numbers_is_shown_where_a_step_would_overflow() -> None:
    state = LessonState(cliff())
    assert_whole(view(state))
    state.step()
    seen = view(state)
    assert_whole(seen)
    assert seen.verdict == "overflow"
    assert "too large" in seen.said
    assert seen.finished


@each_variant
def test_a_view_travels_as_json_and_keeps_every_digit(variant: Variant) -> None:
    state = variant.state(states(variant.lesson, 1, seed=9)[0])
    state.step()
    seen = view(state)
    travelled = json.loads(json.dumps(seen.as_dict(), allow_nan=False))
    assert travelled["loss"] == seen.loss == state.now.loss
    assert {name: row["value"] for name, row in travelled["rows"].items()} == dict(
        zip((s.name for s in variant.lesson.sliders), state.values, strict=True)
    )


@each_variant
def test_the_sign_downhill_points_where_the_loss_falls(variant: Variant) -> None:
    for place in states(variant.lesson, 50, seed=10):
        state = variant.state(place)
        for index, (slider, row) in enumerate(
            zip(variant.lesson.sliders, view(state).rows.values(), strict=True)
        ):
            if row.downhill:
                ahead = list(place)
                ahead[index] += 1e-6 * slider.span * row.downhill
                assert variant.lesson.measure_at(ahead).loss < state.now.loss


def test_what_is_spoken_of_a_slider_and_the_units_of_the_loss() -> None:
    bowl, line = Variant(VALLEY, {"shape": "bowl"}), LessonState(LINE)
    level, right = (view(bowl.state((x,))).rows["x"] for x in (1.5, 4.0))
    assert (level.downhill, level.downhill_spoken) == (0, "level here")
    assert right.downhill == -1
    assert right.downhill_spoken.startswith("downhill is to the left")
    line.move("m", 120.0)
    assert view(line).rows["m"].spoken == "slope m: $120/sq\N{NO-BREAK SPACE}ft"
    assert view(line).loss_shown.endswith("k")
    line.restart()
    line.choose("error", "squared")
    assert view(line).loss_shown == "58,599\nsquares of $1k"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (12.3, "", "12.3"),
        (12.3, "m", "12.3\N{NO-BREAK SPACE}m"),
        (12.3, "$k", "$12.3k"),
        (-12.3, "$k", f"{MINUS}$12.3k"),
        (-0.01, "$", "$0.0"),
    ],
)
def test_a_unit_follows_its_number_and_a_dollar_goes_before_it(value: float, unit: str, text: str) -> None:
    assert with_unit(value, 1, unit) == text


def test_a_verdict_is_said_only_while_the_machine_is_at_work() -> None:
    state = LessonState(VALLEY)
    assert view(state).said == ""
    for _ in range(4):
        state.step()
    assert view(state).said
    state.move("x", 3.0)
    assert view(state).said == ""
