"""What the challenges of every lesson must keep."""

import pytest

from downhill.lesson import Lesson
from downhill.lesson.challenge import DONE, OPEN, Challenge
from downhill.play.attempt import begin, numbers
from downhill.play.lesson_state import LessonState
from downhill.session.kinds import texts_of
from tests.support.challenge_texts import check
from tests.support.player import Player
from tests.support.states import LESSONS

ALL = [(lesson, challenge) for lesson in LESSONS for challenge in lesson.challenges]
each_challenge = pytest.mark.parametrize(
    ("lesson", "challenge"), ALL, ids=[f"{lesson.id}-{challenge.id}" for lesson, challenge in ALL]
)


@pytest.mark.parametrize("name", ["valley", "line", "next-word", "choose-word"])
def test_a_lesson_of_the_essay_has_three_challenges_or_more(name: str) -> None:
    assert len(next(lesson for lesson in LESSONS if lesson.id == name).challenges) >= 3


@each_challenge
def test_a_challenge_is_open_where_it_begins(lesson: Lesson, challenge: Challenge) -> None:
    session = Player([lesson])
    assert session.challenge(lesson.id, challenge.id).challenge["state"] == OPEN
    assert session.settle(lesson.id).challenge["state"] == OPEN
    assert session.look(lesson.id).loss > getattr(challenge.check, "loss", -float("inf"))


@each_challenge
def test_its_solution_solves_it_and_is_never_lost_on_the_way(lesson: Lesson, challenge: Challenge) -> None:
    session = Player([lesson])
    session.challenge(lesson.id, challenge.id)
    states = []
    for verb, *arguments in challenge.solution:
        states.append(getattr(session, verb)(lesson.id, *arguments).challenge["state"])
    assert states[-1] == DONE
    assert "lost" not in states
    assert states[0] == OPEN or len(states) == 1


@each_challenge
def test_it_can_be_solved_after_anything_that_went_before(lesson: Lesson, challenge: Challenge) -> None:
    session = Player([lesson])
    for choice in lesson.choices:
        session.choose(lesson.id, choice.name, choice.options[-1])
    for slider in lesson.sliders:
        session.move(lesson.id, slider.name, slider.high)
    session.step(lesson.id, 3)
    session.challenge(lesson.id, challenge.id)
    for verb, *arguments in challenge.solution:
        view = getattr(session, verb)(lesson.id, *arguments)
    assert view.challenge["state"] == DONE


@each_challenge
def test_its_words_are_whole_and_no_hint_says_what_another_said(lesson: Lesson, challenge: Challenge) -> None:
    shown = Player([lesson]).challenge(lesson.id, challenge.id).challenge
    check(texts_of(lesson, challenge), shown["hints"])


@each_challenge
def test_doing_nothing_useful_loses_it_in_the_end(lesson: Lesson, challenge: Challenge) -> None:
    session = Player([lesson])
    view = session.challenge(lesson.id, challenge.id)
    start = lesson.sliders[0]
    for _ in range(challenge.check.most):
        assert view.challenge["state"] == OPEN
        if challenge.check.counts == "moves":
            here = session.state(lesson.id).values[0]
            session.move(lesson.id, start.name, start.low if here != start.low else start.low + start.step)
            view = session.settle(lesson.id)
        elif challenge.check.counts == "guesses":
            view = session.guess(lesson.id, start.high)
        else:
            session.set_rate(lesson.id, 0.0)
            view = session.step(lesson.id)
            if challenge.check.most == 100:
                break
    assert view.challenge["state"] == "lost"
    assert view.challenge["said"].endswith(".")


@each_challenge
def test_the_numbers_for_a_sheet_with_answers_are_the_models(lesson: Lesson, challenge: Challenge) -> None:
    state = LessonState(lesson)
    begin(state, challenge)
    told = numbers(state, challenge)
    assert state.step()
    for slider, value in zip(state.lesson.sliders, state.values, strict=True):
        assert told[f"{slider.name}_landing"] == value
        assert told[slider.name] == challenge.start.get(slider.name, slider.start)
    assert told["rate"] == state.rate
    assert told["curvature"] == pytest.approx(2 / told["limit"])
