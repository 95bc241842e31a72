"""You against gradient descent, from the reader's own start."""

import pytest

from downhill.lesson import Lesson
from downhill.play.lesson_state import LessonState
from downhill.play.race import race, race_texts
from tests.support.often import slow
from tests.support.states import LESSONS, VARIANTS, Variant

VALLEY = LESSONS[0]


def move(state: LessonState, *places: float) -> None:
    for place in places:
        state.move("x", place)
        state.settle()


def test_without_a_move_there_is_nothing_to_compare() -> None:
    state = LessonState(VALLEY)
    state.step()
    assert race(state) is None
    assert race_texts(state)["rows"] == []
    assert "Move the sliders first" in race_texts(state)["sentence"]


def test_the_machine_walks_from_where_the_hands_last_stretch_began() -> None:
    state = LessonState(VALLEY)
    move(state, 4.0)
    state.step()
    start = state.values
    move(state, 3.0, 2.0)
    ran = race(state)
    assert ran is not None
    machine = LessonState(VALLEY)
    machine.place(start)
    assert (ran.moves, ran.began, ran.loss) == (2, machine.now.loss, state.now.loss)
    losses = [machine.now.loss for _ in range(20) if machine.step()]
    assert ran.same == losses[1]
    assert ran.needed == next(i + 1 for i, loss in enumerate(losses) if loss <= state.now.loss)
    assert ran.low == losses[ran.needed - 1]


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([1.5], "more steps"),
        ([-2.35], "as many steps"),
        ([-3.9, -3.8, -3.7], "fewer steps"),
        ([-5.0], "no lower than you began"),
    ],
)
def test_the_sentence_says_who_was_quicker(places: list[float], words: str) -> None:
    state = LessonState(VALLEY)
    move(state, *places)
    assert words in race_texts(state)["sentence"]


def test_a_hand_in_the_lowest_valley_is_never_caught_up_by_a_machine_stuck_in_another() -> None:
    state = Variant(VALLEY, {"shape": "two-valleys"}).state()
    move(state, 3.55)
    ran = race(state)
    assert ran is not None
    assert ran.needed is None
    assert "Even after 500 steps" in race_texts(state)["sentence"]


@slow
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_lesson_has_its_race_with_losses_as_the_page_shows_them(lesson: Lesson) -> None:
    for variant in (each for each in VARIANTS if each.plain is lesson):
        state = variant.state()
        slider = state.lesson.sliders[0]
        state.move(slider.name, (slider.low + slider.high) / 2)
        rows = race_texts(state)["rows"]
        assert [len(row) for row in rows] == [3] * len(rows)
        assert rows[0][:2] == ["You", "1"]
        assert race_texts(state)["loss"] == state.lesson.word("loss", state.choices)
