"""A link is the state: it comes back exactly, and what makes no sense is named and changes nothing."""

import math
import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from downhill.lesson.trail import Leg
from downhill.lesson.way import ADAM, BETAS, WAYS, Way
from downhill.lessons import all_lessons
from downhill.points.points import write
from downhill.session.fragment import decode
from downhill.session.link_settings import RESERVED
from downhill.session.way_texts import read_way
from tests.support.links import GOOD, links
from tests.support.often import often, slow
from tests.support.player import Player
from tests.support.states import LESSONS, VARIANTS, states

LINKS = links()
SESSION = Player(all_lessons())
TEXTS = {("valley", "f"): ["x^2 - 3x", "cos(x) + |x|", "sin(7x)", "1/x"]}


def fresh() -> Player:
    return Player(all_lessons())


def stand(session: Player) -> dict[str, tuple[object, ...]]:
    """Everything that a link brings back."""
    return {
        id_: (
            *(state.values, dict(state.choices), state.rate, state.way.settings, state.log, state.aims),
            *((run.number, run.legs, run.values.tolist(), run.losses.tolist()) for run in state.shelf.runs),
            *(session.look(id_).outcome, state.now.loss),
        )
        for id_, state in session.states.items()
    }


def own_points(dice: random.Random) -> str:
    """Points of a reader's own: whole or with all their digits, few or many, with names or without."""
    digits = dice.choice((0, 2, 15))
    rows = [
        [round(dice.uniform(-50, 900), digits) for _ in range(2)] for _ in range(dice.choice((1, 2, 9, 200)))
    ]
    return write(rows, *dice.choice(((), (("größe in m²", "<b>&"),))))


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
        sliders = session.state(lesson.id).lesson.sliders
        session.aim(lesson.id, "curve", [dice.choice(sliders).name])


def walk(session: Player, lesson: str, dice: random.Random) -> None:
    """A hand moves some sliders, and the machine goes on in a way downhill, with one rate or two."""
    state = session.state(lesson)
    session.reset(lesson)
    for slider in state.lesson.sliders:
        if dice.random() < 0.8:
            session.move(lesson, slider.name, dice.uniform(slider.low, slider.high))
    session.set_way(lesson, dice.choice(WAYS))
    for _ in range(dice.randrange(3)):
        for name in BETAS[state.ways.name]:
            if dice.random() < 0.5:
                session.set_beta(lesson, name, dice.random())
        session.set_rate(lesson, dice.uniform(state.rates.low, state.rates.high))
        session.step(lesson, dice.randrange(6))


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
    assert other.restore("line") == ()
    assert stand(other) == start()


@cache
def start(link: str = "line") -> dict[str, tuple[object, ...]]:
    """How everything stands in a fresh session, and with a link in it."""
    session = fresh()
    assert session.restore(link) == ()
    return stand(session)


def test_what_a_link_restores_begins_a_new_trail() -> None:
    session = fresh()
    session.step("valley", 5)
    session.restore("valley&v=1&valley.x=1.2345")
    view = session.look("valley")
    assert (view.rows["x"].value, view.machine_steps, view.hand_moves, view.mover) == (1.2345, 0, 0, "hand")
    assert len(session.state("valley").trail) == 1


def test_no_part_of_a_lesson_is_called_what_a_link_calls_something_else() -> None:
    for lesson in LESSONS:
        names = {s.name for s in lesson.sliders} | set(lesson.first_choices())
        assert not names & set(RESERVED), lesson.id


LEGS = ("m0.9", "a0.9a0.5", "m0.9m0.5m0.1", "x0.5", "mm", "a", "m0.9mnan", "")
RUNS = (
    *("1", "1~~", "1~0~~0.1", "1~0~~0.1~1.5", "1~0~~0.1~0", "1~0~~0.1~-3", "1~0~~0.1~1000", "4~0~~0.1~3"),
    *("0~0~~0.1~3", "x~0~~0.1~3", "1~nan~~0.1~3", "1~0~~inf~3", "1~0~0~~0.1~3", "1~0~~0.1~3_1~1~~0.1~3"),
    *("1~0~~" + "0.1~1~" * 51 + "0.1~1", "_", "1~0~~0.1~3_", "1~0~~0.1~" + "9" * 5000, "1~0~~0.1~999999999"),
    "_".join(f"{number}~0~~0.1~3" for number in (1, 2, 3, 4)),
    *(f"1~0~~{leg}~3" for leg in LEGS),
)
SENSELESS = (
    *("valley.x=nan", "valley.x=inf", "valley.x=one", "valley.shape=pit", "valley.rate=-", "maze.x=1"),
    *("valley.y=1", "valley.__class__=1", "valley.x.y=1", "rubbish"),
    *(f"valley.kept={run}" for run in RUNS),
    *(
        f"line.way={way}"
        for way in ("nesterov", "adam", "adam~0.9", "momentum~x", "plain~0.9", "momentum~nan")
    ),
)


@pytest.mark.parametrize("part", SENSELESS, ids=lambda part: part[:30])
def test_a_part_that_makes_no_sense_is_named_and_changes_nothing(part: str) -> None:
    assert SESSION.restore(f"{GOOD}&{part}") == (part.partition("=")[0],)
    assert stand(SESSION) == start(GOOD)


def test_what_is_beyond_its_ends_is_clamped() -> None:
    assert SESSION.restore("line&v=1&line.m=1e300&line.b=-1e300&line.rate=1e9") == ()
    state = SESSION.state("line")
    assert state.values == (state.lesson.slider("m").high, state.lesson.slider("b").low)
    assert state.rate == state.variant.rates.high
    assert read_way("momentum~7").betas == (0.999,)
    assert read_way("adam~-1~0.5").betas == (0.0, 0.5)


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


def check(link: str) -> tuple[str, ...]:
    """Open a link, and hold the session against what always holds. Returns what was left out."""
    ignored = SESSION.restore("#" + link)
    assert all(len(part) <= 40 for part in ignored)
    for id_, state in SESSION.states.items():
        sliders = state.lesson.sliders
        assert all(s.low <= value <= s.high for s, value in zip(sliders, state.values, strict=True))
        assert math.isfinite(SESSION.look(id_).loss)
    again = SESSION.fragment("line")
    assert SESSION.restore(again) == ()
    assert SESSION.fragment("line") == again
    return ignored


@pytest.mark.parametrize("link", LINKS, ids=[f"{index}-{link[:60]}" for index, link in enumerate(LINKS)])
def test_a_link_that_nobody_should_make_changes_nothing_but_what_it_says_well(link: str) -> None:
    check(link)
    if link.startswith(GOOD):
        assert SESSION.state("line").values[0] == 101.0


@given(st.sampled_from(LINKS), st.randoms(use_true_random=False))
@often(150)
def test_any_damage_to_any_link_is_survived(link: str, dice: random.Random) -> None:
    letters = list(link[:500])
    for _ in range(dice.randrange(1, 8)):
        letters.insert(dice.randrange(len(letters) + 1), dice.choice("&=.~#%_-<>\0é9az"))
        del letters[dice.randrange(len(letters))]
    check("".join(letters))


@pytest.mark.parametrize("version", ["3", "17", "9999", "1234567"])
def test_a_newer_link_opens_as_far_as_it_is_understood(version: str) -> None:
    link = f"line&v={version}&line.m=101&line.glow=3&line.b*=5"
    assert decode(link).newer
    assert SESSION.restore(link) == ("line.b*=5", "line.glow")
    assert SESSION.state("line").values[0] == 101.0


@pytest.mark.parametrize(
    "link",
    ["line", "line&v=1&line.m=101", "line&line.m=101", "line&v=2&line.m=101", "line&v=2&line.guess=end~2"],
)
def test_an_older_link_opens_without_a_word(link: str) -> None:
    assert not decode(link).newer
    assert check(link) == ()


def test_an_old_link_opens_plainly_whatever_was_chosen() -> None:
    session = fresh()
    session.set_way("line", ADAM)
    session.set_beta("line", "beta1", 0.5)
    assert session.restore("#line&v=2&line.m=101&line.rate=0.5&line.kept=1~140~240~~0.5~3") == ()
    state = session.state("line")
    assert (state.way, state.rate) == (Way(), 0.5)
    assert state.shelf.runs[0].legs == (Leg(0.5, 3, Way()),)
    session.set_way("line", ADAM)
    assert state.way.betas == (0.9, 0.999)
