"""What the reader foretells of the machine, and what is said of it when it has come."""

import re

import numpy as np
import pytest

from downhill.lesson.prediction import END, STEP
from downhill.maths import truths
from downhill.play.lesson_state import LessonState
from downhill.play.predicted import told
from downhill.session.lesson_view import view
from downhill.text.format import with_unit
from tests.support.often import slow
from tests.support.states import LESSONS, states

VALLEY, LINE, NEXT_WORD = LESSONS[:3]
RATES = 6


def number_in(text: str) -> float:
    return float(text.replace("\N{MINUS SIGN}", "-"))


def hold_place(said: float, came: float, text: str) -> None:
    """What a sentence on a place claims, against both numbers and a slider of ten units."""
    off = abs(came - said)
    shown = [number_in(found) for found in re.findall(r"[\N{MINUS SIGN}]?\d+\.\d+", text)]
    assert shown[:2] == pytest.approx([said, came], abs=0.00501)
    if text.startswith("Right"):
        assert off <= 0.2 + 1e-9
    elif text.startswith("Nearly right"):
        assert 0.2 < off <= 0.5 + 1e-9
    else:
        assert off > 0.5
        assert ("farther to the left" in text) == (came < said)
        assert ("farther to the right" in text) == (came > said)
        assert shown[2] == pytest.approx(off, abs=0.00501)


@pytest.mark.parametrize("shape", ["bowl", "two-valleys", "flat-slope", "own"])
def test_what_is_said_of_a_foretold_step_is_true_from_anywhere_at_any_rate(shape: str) -> None:
    state, heard = LessonState(VALLEY), set()
    state.choose("shape", shape)
    rates = np.geomspace(state.variant.rates.low, state.variant.rates.high, RATES)
    guesses = [guess for (guess,) in states(VALLEY, 30 * RATES, seed=21)]
    for index, place in enumerate(states(VALLEY, 30, seed=20)):
        for turn, rate in enumerate(rates):
            state.place(place)
            state.set_rate(float(rate))
            near = state.ahead.values[0] + (0.0, 0.3, -0.4, 1.5)[turn % 4] if state.ahead else 0.0
            state.predict(STEP, [near if turn % 2 else guesses[RATES * index + turn]])
            assert not told(state)
            (said,) = state.guessing.guess.values  # type: ignore[union-attr]
            if state.step():
                hold_place(said, state.values[0], told(state))
                heard.add(told(state)[:5])
    assert heard == {"Right", "Nearl", "You g"}


@slow
def test_the_end_of_a_run_is_told_where_it_ends_and_not_before() -> None:
    for place in states(VALLEY, 30, seed=22):
        state = LessonState(VALLEY)
        state.choose("shape", "two-valleys")
        state.place(place)
        state.predict(END, [place[0] / 2])
        while not state.finished:
            assert not told(state)
            assert state.step()
        text = told(state)
        assert "run ended at" in text
        hold_place(VALLEY.sliders[0].snap(place[0] / 2), state.values[0], text)


def test_a_run_that_diverges_ends_nowhere_and_is_not_told() -> None:
    state = LessonState(VALLEY)
    state.set_rate(10.0)
    state.predict(END, [1.5])
    for _ in range(6):
        state.step()
    assert state.finished
    assert (told(state), state.guessing.waits) == ("", True)


@slow
@pytest.mark.parametrize("error", ["absolute", "squared"])
def test_what_is_said_of_a_foretold_line_is_true(error: str) -> None:
    state = LessonState(LINE)
    state.choose("error", error)
    while not state.finished:
        state.step()
    best, sliders, heard = state.values, state.lesson.sliders, set()
    for index, place in enumerate(states(LINE, 30, seed=23)):
        guess = [(b if index % 3 else p) + index % 5 * 0.01 * s.span for b, p, s in zip(best, place, sliders)]  # noqa: B905
        state.restart()
        state.predict(END, guess)
        said = state.guessing.guess.values  # type: ignore[union-attr]
        while not state.finished:
            state.step()
        text, off = told(state), np.subtract(state.values, said) / state.variant.spans
        far = int(np.abs(off).argmax())
        heard.add(text[:5])
        if text.startswith("Right"):
            assert abs(off[far]) <= 0.02 + 1e-9
        elif text.startswith("Nearly"):
            assert 0.02 < abs(off[far]) <= 0.05 + 1e-9
        else:
            assert abs(off[far]) > 0.05
            assert state.lesson.words[f"slider.{sliders[far].name}"] in text
            ends = with_unit(state.values[far], sliders[far].decimals, sliders[far].unit)
            assert f"it ended at {ends}, " in text
            assert text.endswith("less." if off[far] < 0 else "more.")
    assert heard == {"Right", "Nearl", "Your "}


@pytest.mark.parametrize("output", ["scores", "probabilities"])
def test_what_is_said_of_foretold_bars_is_true(output: str) -> None:
    state, came = LessonState(NEXT_WORD), set()
    state.choose("output", output)
    for place in states(NEXT_WORD, 30, seed=24):
        for card in range(5):
            state.place(place)
            state.predict(STEP, [card])
            before = np.abs(state.now.says - np.eye(2))
            assert state.step()
            better = int((np.abs(state.now.says - np.eye(2)) < before - 1e-12).sum())
            came.add(better)
            text = told(state)
            assert f"{better} of 4 bars got closer" in text
            assert text.startswith("Right") == (card == better)
            assert text.startswith("Nearly") == (abs(card - better) == 1)
            assert ("It was less" in text) == (better < card - 1)
            assert ("It was more" in text) == (better > card + 1)
            assert f"guessed {card}." in text or card == better
    assert len(came) > 1


def test_the_way_and_the_distance_are_those_of_the_value_that_is_farthest_off_in_shares() -> None:
    assert truths.foretold([0, 0], [10, -3], [1000, 10]) == ("less", 1)
    assert truths.foretold([0, 0], [400, -3], [1000, 10]) == ("more", 0)
    assert truths.foretold([1], [1.2], [10]) == ("right", 0)
    assert truths.foretold([1], [1.21], [10]) == ("near", 0)
    assert truths.foretold([1], [1.51], [10]) == ("more", 0)


def test_the_next_step_is_covered_while_it_is_foretold_and_no_longer() -> None:
    state = LessonState(VALLEY)
    shown = [state.scene().ahead]
    state.predict(STEP)
    shown.append(state.scene().ahead)
    state.predict(STEP, [0.0])
    shown.append(state.scene().ahead)
    state.step()
    shown.append(state.scene().ahead)
    assert [ahead is None for ahead in shown] == [False, True, True, False]


def test_steps_in_a_row_leave_what_was_told_and_the_next_one_after_a_pause_takes_it_away() -> None:
    state = LessonState(VALLEY)
    state.predict(STEP, [0.0])
    texts = []
    for _ in range(3):
        state.step()
        texts.append(told(state))
    assert texts[0] == texts[1] == texts[2] != ""
    state.settle()
    assert told(state)
    state.step()
    assert not told(state)
    assert state.scene().guess is None


@pytest.mark.parametrize("act", ["move", "rewind", "again"])
def test_what_was_told_goes_when_a_hand_moves_or_winds_back(act: str) -> None:
    state = LessonState(VALLEY)
    state.predict(STEP, [0.0])
    state.step()
    if act == "move":
        state.move("x", 1.0)
    elif act == "rewind":
        state.rewind(0)
    else:
        state.predict(STEP, [1.0])
    assert not told(state)


def test_a_guess_that_waits_outlives_moves_and_is_forgotten_with_reset_and_another_variant() -> None:
    state = LessonState(VALLEY)
    state.predict(STEP, [0.0])
    state.move("x", 1.0)
    state.choose("fog", "fog")  # which only shows
    waits = [state.guessing.waits]
    state.restart()
    waits.append(state.guessing.waits)
    state.predict(STEP, [0.0])
    state.choose("shape", "two-valleys")
    waits.append(state.guessing.waits)
    assert waits == [True, False, False]


def test_nothing_has_to_be_foretold() -> None:
    state = LessonState(VALLEY)
    state.step()
    seen = view(state)
    assert (seen.predicted, seen.prediction["open"], seen.prediction["values"]) == ("", False, [])


def test_what_can_t_be_foretold_in_a_lesson_is_named() -> None:
    state = LessonState(LINE)
    with pytest.raises(KeyError, match="'step'"):
        state.predict(STEP, [1.0, 2.0])
