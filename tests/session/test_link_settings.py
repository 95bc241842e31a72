"""A link is the state: what it says comes back exactly, and what it gets wrong changes nothing."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from downhill.lessons import all_lessons
from downhill.points.points import write
from downhill.session.link_settings import RESERVED
from tests.support.often import slow
from tests.support.player import Player
from tests.support.states import LESSONS, VARIANTS, states

TEXTS = {("valley", "f"): ["x^2 - 3x", "cos(x) + |x|", "sin(7x)", "1/x"]}


def own_points(dice: random.Random) -> str:
    """Points of a reader's own: whole or with all their digits, few or many, with names or without."""
    digits = dice.choice((0, 2, 15))
    rows = [
        [round(dice.uniform(-50, 900), digits) for _ in range(2)] for _ in range(dice.choice((1, 2, 9, 200)))
    ]
    return write(rows, *dice.choice(((), (("größe in m²", "<b>&"),))))


def fresh() -> Player:
    return Player(all_lessons())


def stand(session: Player) -> dict[str, tuple[object, ...]]:
    """Everything that a link brings back."""
    return {
        id_: (
            *(state.values, dict(state.choices), state.rate, state.log, state.aims),
            *((run.number, run.legs, run.values.tolist(), run.losses.tolist()) for run in state.shelf.runs),
        )
        for id_, state in session.states.items()
    }


def scatter(session: Player, dice: random.Random) -> None:
    """Put every lesson into a random state: another variant, kept runs, steps that hit no mark."""
    for lesson in LESSONS:
        for choice in lesson.choices:
            session.choose(lesson.id, choice.name, dice.choice(choice.options))
        for entry in lesson.entries:
            if texts := TEXTS.get((lesson.id, entry.name)):
                session.enter(lesson.id, entry.name, dice.choice(texts))
        if lesson.plot and dice.random() < 0.6:
            session.choose(lesson.id, lesson.plot.choice, "own")
            session.enter(lesson.id, lesson.plot.entry, own_points(dice))
        for _ in range(dice.randrange(6)):
            if offered := session.look(lesson.id).offered:
                session.act(lesson.id, dice.choice(offered))
        session.set_log(lesson.id, dice.random() < 0.5)
        for _ in range(dice.randrange(3)):
            walk(session, lesson.id, dice)
            session.keep(lesson.id)
        walk(session, lesson.id, dice)
        turn(session, lesson.id, dice)


def walk(session: Player, lesson: str, dice: random.Random) -> None:
    """A hand moves some sliders, and the machine goes on with one rate or two."""
    state = session.state(lesson)
    for slider in state.lesson.sliders:
        if dice.random() < 0.8:
            session.move(lesson, slider.name, dice.uniform(slider.low, slider.high))
    for _ in range(dice.randrange(3)):
        session.set_rate(lesson, dice.uniform(state.variant.rates.low, state.variant.rates.high))
        session.step(lesson, dice.randrange(6))


def turn(session: Player, lesson: str, dice: random.Random) -> None:
    """Another slider along the curve."""
    sliders = session.state(lesson).lesson.sliders
    session.aim(lesson, "curve", [dice.choice(sliders).name])


@slow
@given(st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_a_link_restores_the_whole_state_exactly(dice: random.Random) -> None:
    session, other = fresh(), fresh()
    scatter(session, dice)
    scatter(other, dice)
    link = session.fragment("line")
    assert other.restore("#" + link) == ()
    assert stand(other) == stand(session)
    assert other.fragment("line") == link


def test_no_part_of_a_lesson_is_called_what_a_link_calls_something_else() -> None:
    for lesson in LESSONS:
        names = {s.name for s in lesson.sliders} | set(lesson.first_choices())
        assert not names & set(RESERVED), lesson.id


@pytest.mark.parametrize(
    "run",
    [
        *("1", "1~~", "1~0~~0.1", "1~0~~0.1~1.5", "1~0~~0.1~0", "1~0~~0.1~-3", "1~0~~0.1~1000", "4~0~~0.1~3"),
        *("0~0~~0.1~3", "x~0~~0.1~3", "1~nan~~0.1~3", "1~0~~inf~3", "1~0~0~~0.1~3", "1~0~~0.1~3_1~1~~0.1~3"),
        *(
            "1~0~~" + "0.1~1~" * 51 + "0.1~1",
            "_",
            "1~0~~0.1~3_",
            "1~0~~0.1~" + "9" * 5000,
            "1~0~~0.1~999999999",
        ),
        "_".join(f"{number}~0~~0.1~3" for number in (1, 2, 3, 4)),
    ],
    ids=lambda run: run[:20],
)
def test_a_kept_run_that_makes_no_sense_is_left_out_and_named(run: str) -> None:
    session = fresh()
    assert session.restore(f"valley&v=2&valley.x=1&valley.kept={run}") == ("valley.kept",)
    assert session.state("valley").shelf.runs == ()
    assert session.state("valley").values == (1.0,)


@slow
def test_the_links_of_usual_states_are_short() -> None:
    for variant in VARIANTS:
        session = fresh()
        variant.put(session.state(variant.lesson.id))
        session.state(variant.lesson.id).place(states(variant.lesson, 1)[0])
        for _ in range(3):
            session.step(variant.lesson.id, 7)
            session.keep(variant.lesson.id)
            session.move(variant.lesson.id, variant.lesson.sliders[0].name, variant.lesson.sliders[0].low)
        assert len(session.fragment(variant.lesson.id)) < 1000, variant.name


def test_a_guess_that_an_older_link_names_is_passed_over() -> None:
    session = fresh()
    assert session.restore("valley&v=2&valley.x=1.5&valley.guess=end~2") == ()
    assert session.state("valley").values == (1.5,)
    assert "guess" not in session.fragment("valley")
