"""The film of the lesson on the next word: its words hold what the model computes, in many states."""

import numpy as np
import pytest

from downhill.lessons.lesson_30_next_word import film, lesson
from downhill.lessons.lesson_30_next_word.prompts import TARGETS
from downhill.play.lesson_state import LessonState
from tests.support.states import states


def at(values: tuple[float, ...]) -> LessonState:
    state = LessonState(lesson)
    state.place(values)
    return state


def test_the_two_moves_of_the_hand_flip_one_word_each_and_the_second_breaks_the_first() -> None:
    right = [film._right(at(values).scene()) for values in (film.START, film.HALFWAY, film.BROKEN)]
    assert right == [(False, False), (True, False), (False, True)]
    assert film.pet(at(film.HALFWAY).scene()).said[0].key == "film.pets-cats"
    assert film.flew(at(film.HALFWAY).scene()).said[0].key == "film.flies-cats"
    assert film.broke(at(film.BROKEN).scene()).right == "breaks"


def test_what_is_said_of_both_sentences_is_true_in_many_states() -> None:
    seen = set()
    written = lesson.chosen({"output": "scores"}).writes
    assert written
    for values in states(lesson, 400):
        scene = at(values).scene()
        pet, flew = (row[i] > row[1 - i] for i, row in enumerate(scene.now.scores))
        key = film.broke(scene).said[0].key
        seen.add(key)
        assert (key == "film.both-right") == (pet and flew)
        assert (key == "film.broke-the-other") == (flew and not pet)
        assert (film.pet(scene).said[0].key == "film.pets-cats") == pet
        assert (film.flew(scene).said[0].key == "film.flies-planes") == flew
        assert [right for _, right in written(scene.now)] == [pet, flew]
    assert len(seen) == 4


@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 0.99, 1.0])
def test_the_number_that_counts_adds_up_the_squares_of_the_pieces_that_are_seen(share: float) -> None:
    state = at(film.BROKEN)
    state.show_reel("targets", share)
    pieces = ((state.now.says - TARGETS) ** 2).ravel()
    told = film.counting(state.scene()).said[0].numbers["error"]
    assert pieces[: int(4 * share)].sum() <= told <= pieces[: int(4 * share) + 1].sum() + 1e-12
    assert share < 1 or told == pytest.approx(state.now.loss)


def test_the_machine_gets_both_right_in_eleven_steps_and_makes_one_bar_worse_on_the_way() -> None:
    state = at(film.START)
    state.set_rate(state.rates.good)
    losses = [state.now.loss]
    for _ in range(film.STEPS):
        state.step()
        losses.append(state.now.loss)
    assert losses[-1] <= film.ENOUGH < losses[-2]
    came = film.all_right(state.scene())
    assert came.said[0].key == "film.all-right"
    assert came.said[1].numbers["first"] == pytest.approx(losses[0])
    assert came.right == "one"
    assert film.got_worse(state.scene())
    assert not film.got_worse(at(film.START).scene())
    assert np.diff(losses).max() < 0
