"""An attempt at a challenge: how it begins, what counts, and that nothing brings a lost one back."""

from dataclasses import replace

import pytest

from downhill.lesson.challenge import DONE, OPEN, ByHand, Challenge, FewSteps, LargestRate, Predict
from downhill.lessons import lesson_10_valley
from downhill.session.view import View
from tests.support.player import Player

BOWL = lesson_10_valley.lesson
WORDS = {
    f"challenge.{name}.{part}": f"{part} of {name}, {{x:1}}"
    for name in ("hand", "steps", "rate", "guess")
    for part in ("title", "task", "hint1", "hint2", "answer", "done")
}
LESSON = replace(
    BOWL,
    words={**BOWL.words, **WORDS},
    challenges=(
        Challenge("hand", ByHand(0.62, most=2), solution=(), start={"x": -2.0}),
        Challenge("steps", FewSteps(0.62, most=12), solution=(), choices={"shape": "two-valleys"}, rate=0.5),
        Challenge("rate", LargestRate(0.62, percent=90), solution=()),
        Challenge("guess", Predict("x", tolerance=0.1), solution=(), start={"x": -2.0}),
    ),
)


@pytest.fixture
def session() -> Player:
    return Player([LESSON])


def move(session: Player, *places: float) -> View:
    """One drag over these places."""
    for place in places:
        session.move("valley", "x", place)
    view: View = session.settle("valley")
    return view


def outcome(view: View) -> str:
    return str(view.challenge["state"])


def test_a_challenge_begins_in_its_variant_at_its_start_and_rate_with_nothing_counted(
    session: Player,
) -> None:
    session.step("valley", 3)
    view = session.challenge("valley", "steps")
    assert (view.choices["shape"], view.rate, view.rows["x"].value) == ("two-valleys", 0.5, -4.0)
    view = session.challenge("valley", "hand")
    assert (view.choices["shape"], view.rate, view.rows["x"].value) == ("bowl", 1.0, -2.0)
    assert (view.hand_moves, view.machine_steps, view.places) == (0, 0, 1)
    assert view.challenge["counts"] == "0 of 2 moves"


def test_what_the_page_shows_has_its_numbers_filled_in(session: Player) -> None:
    told = session.challenge("valley", "hand").challenge
    assert told["task"] == "task of hand, −2.0"
    assert told["hints"] == ["hint1 of hand, −2.0", "hint2 of hand, −2.0", "answer of hand, −2.0"]
    assert (told["said"], told["asks"]) == ("", "")


def test_a_place_that_a_drag_only_passes_is_not_found_and_rewinding_takes_no_move_back(
    session: Player,
) -> None:
    session.challenge("valley", "hand")
    assert outcome(move(session, 0.0, 1.5, 4.0)) == OPEN
    for place in (2, 0, 3, 2):
        assert outcome(session.rewind("valley", place)) == OPEN
        assert outcome(session.settle("valley")) == OPEN
    assert session.look("valley").rows["x"].value == 1.5
    session.back("valley")
    view = move(session, 0.0)
    assert view.challenge["counts"] == "2 of 2 moves"
    assert outcome(view) == "lost"


def test_a_lost_one_stays_lost_until_it_begins_again(session: Player) -> None:
    session.challenge("valley", "hand")
    assert outcome(session.step("valley")) == "lost"
    assert outcome(move(session, 1.5)) == "lost"
    assert outcome(session.back("valley")) == "lost"
    assert outcome(session.reset("valley")) == OPEN
    assert session.look("valley").rows["x"].value == -2.0
    view = move(session, 1.5)
    assert (outcome(view), view.challenge["said"]) == (DONE, "done of hand, −2.0")


def test_while_the_reader_foretells_the_next_step_picture_and_maths_keep_it(session: Player) -> None:
    session.watch("valley", True)
    view = session.challenge("valley", "guess")
    state = session.state("valley")
    assert (state.scene().ahead, state.scene().next_values) == (None, None)
    assert view.maths["x.formula"] == ""
    assert "Covered" in view.maths["aside"]
    assert view.challenge["asks"] == "Where will the next step put x?"
    assert outcome(session.guess("valley", 3.0)) == OPEN
    view = session.guess("valley", -1.0)
    assert (outcome(view), view.challenge["asks"], view.challenge["rule"]) == (DONE, "", "")
    assert state.scene().next_values == pytest.approx((-0.95,))
    assert "0.95" in view.maths["x.formula"]


def test_another_rate_or_a_nudge_is_no_way_to_an_easier_guess(session: Player) -> None:
    session.challenge("valley", "guess")
    assert outcome(session.set_rate("valley", 0.001)) == "lost"
    session.challenge("valley", "guess")
    assert outcome(move(session, 1.5)) == "lost"


def test_a_link_leaves_the_challenge_and_the_address_holds_nothing_of_it(session: Player) -> None:
    session.challenge("valley", "hand")
    assert session.fragment("valley") == "valley&v=2&valley.x=-2"
    session.restore("#valley&v=1&valley.x=2")
    assert session.look("valley").challenge == {}


def test_a_challenge_that_is_not_there_is_named(session: Player) -> None:
    with pytest.raises(KeyError, match="no challenge 'nothing', only"):
        session.challenge("valley", "nothing")
    assert session.look("valley").challenge == {}


def test_a_lesson_refuses_a_challenge_that_does_not_fit_it() -> None:
    hand = LESSON.challenges[0]
    with pytest.raises(ValueError, match=r"no words for challenge\.other\.title"):
        replace(LESSON, challenges=(replace(hand, id="other"),))
    with pytest.raises(KeyError, match="no slider 'y'"):
        replace(LESSON, challenges=(replace(hand, start={"y": 1.0}),))
    with pytest.raises(KeyError, match="no choice 'colour'"):
        replace(LESSON, challenges=(replace(hand, choices={"colour": "red"}),))
    with pytest.raises(ValueError, match="two challenges share an id"):
        replace(LESSON, challenges=(hand, hand))


def test_where_pressing_on_is_the_way_no_wild_run_is_paused_or_advised_against() -> None:
    session, seen = Player([BOWL]), []
    session.challenge("valley", "escape")
    for _ in ("in the challenge", "after it"):
        session.state("valley").place((-5.0,))
        session.preset("valley", "big")
        seen.append(session.step("valley", 10))
        session.leave("valley")
    pressed, left = seen
    assert (pressed.machine_steps, pressed.finished) == (10, False)
    assert "choose" not in pressed.said
    assert left.machine_steps < 10
    assert left.finished
    assert "choose a smaller learning rate" in left.said


def test_a_run_stops_with_the_step_that_solves_the_challenge() -> None:
    session = Player([BOWL])
    session.challenge("valley", "escape")
    session.set_rate("valley", 2.0)
    session.step("valley", 5)
    session.preset("valley", "good")
    view = session.look("valley")
    for _ in range(3):
        before, view = view, session.step("valley", 10)
        if outcome(view) == DONE:
            break
    assert outcome(view) == DONE
    assert outcome(before) == OPEN
    assert 0 < view.machine_steps - before.machine_steps < 10  # the others were not taken
    assert view.challenge["counts"] == f"{view.machine_steps} of 40 steps"
    assert view.solved
