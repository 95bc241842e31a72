"""The session: every verb, and links that restore it exactly."""

import random

import pytest

from downhill.lesson.challenge import Predict
from downhill.lessons import all_lessons, all_models
from downhill.studio.studio import ALL, NONE
from downhill.verbs import known
from tests.session.test_link_settings import fresh, scatter, stand
from tests.support.player import Player

LINE, VALLEY, MODEL = "line", "valley", "ten-thousand"


def test_every_verb_is_answered_by_the_view_of_its_lesson() -> None:
    session = fresh()
    views = [
        session.look(LINE),
        session.move(LINE, "m", 100.0),
        session.settle(LINE),
        session.point_at(LINE, {"m": 120.0, "b": 10.0}),
        session.step(LINE, 3),
        session.set_rate(LINE, 0.1),
        session.choose(LINE, "error", "squared"),
        session.reset(LINE),
    ]
    assert {view.lesson for view in views} == {LINE}
    assert [view.machine_steps for view in views] == [0, 0, 0, 0, 3, 3, 0, 0]
    assert [view.hand_moves for view in views] == [0, 1, 1, 2, 2, 2, 0, 0]


def test_an_unknown_lesson_is_refused_with_those_there_are() -> None:
    with pytest.raises(KeyError, match="no lesson 'maze', only"):
        fresh().look("maze")


def test_many_steps_end_where_the_run_is_finished() -> None:
    view = fresh().step(VALLEY, 100_000)
    assert view.finished
    assert view.machine_steps < 1000


def test_a_link_puts_lessons_it_does_not_name_back_to_their_start() -> None:
    session = fresh()
    scatter(session, random.Random(1))
    assert session.restore("line") == ()
    assert stand(session) == stand(fresh())


def test_what_a_link_restores_begins_a_new_trail() -> None:
    session = fresh()
    session.step(VALLEY, 5)
    session.restore("valley&v=1&valley.x=1.2345")
    view = session.look(VALLEY)
    assert (view.rows["x"].value, view.machine_steps, view.hand_moves, view.mover) == (1.2345, 0, 0, "hand")
    assert len(session.state(VALLEY).trail) == 1


HOSTILE = [
    ("valley.x=nan", "valley.x"),
    ("valley.x=inf", "valley.x"),
    ("valley.x=one", "valley.x"),
    ("valley.shape=pit", "valley.shape"),
    ("valley.rate=-", "valley.rate"),
    ("maze.x=1", "maze.x"),
    ("valley.y=1", "valley.y"),
    ("valley.__class__=1", "valley.__class__"),
    ("valley.x.y=1", "valley.x.y"),
    ("rubbish", "rubbish"),
]


@pytest.mark.parametrize(("part", "named"), HOSTILE)
def test_a_part_of_a_link_that_makes_no_sense_is_named_and_changes_nothing(part: str, named: str) -> None:
    session, other = fresh(), fresh()
    assert session.restore(f"line&v=1&line.m=101&{part}") == (named,)
    other.restore("line&v=1&line.m=101")
    assert stand(session) == stand(other)


def test_a_link_beyond_the_sliders_is_clamped() -> None:
    session = fresh()
    assert session.restore("line&v=1&line.m=1e300&line.b=-1e300&line.rate=1e9") == ()
    state = session.state(LINE)
    assert state.values == (state.lesson.slider("m").high, state.lesson.slider("b").low)
    assert state.rate == state.variant.rates.high


def test_what_a_guess_uncovers_is_uncovered_before_anything_is_painted() -> None:
    session, seen = fresh(), list[bool]()
    (guessing,) = (c.id for c in session.state(VALLEY).lesson.challenges if isinstance(c.check, Predict))
    session.dispatcher.change(VALLEY, known("challenge"), guessing)
    seen.append(session.state(VALLEY).covers)
    ahead = session.state(VALLEY).ahead
    assert ahead
    session.dispatcher.change(VALLEY, known("guess"), ahead.values[0])
    seen.append(session.state(VALLEY).covers)
    assert seen == [True, False]


def test_a_model_is_painted_when_a_thing_is_done_unless_its_training_soon_shows_it() -> None:
    session = Player(all_lessons(), all_models())
    assert session.dispatcher.plan(MODEL, known("set_rate")) == ALL
    session.trainers[MODEL].is_training = True
    assert session.dispatcher.plan(MODEL, known("set_rate")) == NONE
    assert session.dispatcher.plan(MODEL, known("preset")) == ALL
    session.settle(MODEL)
    assert session.dispatcher.plan(MODEL, known("set_rate")) == ALL


def test_a_verb_that_there_is_not_is_refused_by_name() -> None:
    for name in ("shout", "restart", "__init__", "session"):
        with pytest.raises(LookupError, match=f"unknown verb '{name}'; the verbs are look, "):
            known(name)
