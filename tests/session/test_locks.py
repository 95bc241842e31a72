"""What is locked can't be moved by whatever the page asks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from downhill.lessons import all_lessons
from downhill.session.locks import ONLY_HIDDEN, PARTS, Locks
from downhill.verbs import VERBS, known
from tests.support.player import Player

# They change nothing, or what a challenge asks for.
FREE = set(
    "bring_back choose_card choose_weight film guess look note settle spell unfold watch watch_python".split()
)
MOVES = [
    ("sliders", "move", ["m", 260.0]),
    ("line.sliders", "move", ["m", 260.0]),
    ("line.m", "move", ["m", 260.0]),
    ("machine", "step", [3]),
    ("step", "step", []),
    ("step", "step", [1]),
    ("step10", "step", [10]),
    ("line.play", "play", [1]),
    ("rate", "set_rate", [0.05]),
    ("rate", "preset", ["big"]),
    ("presets", "preset", ["big"]),
    ("switches", "choose", ["error", "squared"]),
    ("line.error", "choose", ["error", "squared"]),
    ("views", "set_log", [True]),
    ("from_start", "from_start", []),
    ("challenges", "challenge", ["hand"]),
]


def used() -> dict[str, set[str]]:
    """The parts that each verb uses, without those that the reader's names stand for."""
    named = {"step": {"step", "step10"}}
    verbs = (verb for verb in VERBS.values() if not verb.question)
    return {verb.name: {*verb.locks, *named.get(verb.name, ())} for verb in verbs}


def test_every_verb_belongs_to_a_part_or_is_free() -> None:
    assert {verb for verb, parts in used().items() if not parts} == FREE
    assert set().union(*used().values()) <= set(PARTS) - set(ONLY_HIDDEN)
    assert set(ONLY_HIDDEN) <= set(PARTS)
    assert not any(verb.parts() for verb in VERBS.values() if verb.question)


def test_a_verb_knows_the_part_that_its_arguments_name() -> None:
    assert known("move").parts("m", 1.0) == ("sliders", "m")
    assert known("choose").parts("error", "squared") == ("switches", "error")
    assert known("enter").parts("f", "x") == ("own", "f")
    assert known("step").parts() == known("step").parts(1) == ("machine", "step")
    assert known("step").parts(10) == ("machine", "step10")


@pytest.mark.parametrize(
    ("part", "verb", "arguments"), MOVES, ids=[f"{part}-{verb}" for part, verb, _ in MOVES]
)
def test_a_locked_part_moves_nothing(part: str, verb: str, arguments: list[object]) -> None:
    session = Player(all_lessons())
    session.move("line", "m", 200.0)
    before = session.settle("line")
    session.lock([part])
    assert session.ask(verb, "line", *arguments) == before
    session.lock([])
    assert session.ask(verb, "line", *arguments) != before


def test_a_challenge_that_is_on_may_begin_again_where_challenges_are_locked() -> None:
    session = Player(all_lessons())
    one, other, *_ = (challenge.id for challenge in session.state("line").plain.challenges)
    session.challenge("line", one)
    session.lock(["challenges"])
    session.move("line", "m", 33.0)
    assert session.ask("challenge", "line", one).rows["m"].value != 33.0
    assert session.ask("challenge", "line", other).challenge["id"] == one
    assert session.ask("leave", "line").challenge["id"] == one


def test_a_click_on_the_map_and_the_hand_of_a_film_move_only_the_slider_that_is_free() -> None:
    for verb in ("point", "lay", "begin_at"):
        session = Player(all_lessons())
        session.lock(["line.m"])
        before = session.look("line").rows["m"].value
        if verb == "point":
            rows = session.point_at("line", {"m": 260.0, "b": 10.0}).rows
        else:
            rows = session.ask(verb, "line", [260.0, 10.0]).rows
        assert (rows["m"].value, rows["b"].value) == (before, 10.0)


def test_descent_moves_a_locked_slider_and_reset_brings_it_back_to_where_the_link_has_put_it() -> None:
    session = Player(all_lessons())
    session.restore("line&v=2&line.m=77&line.b=99")
    session.lock(["line.m"])
    session.step("line", 5)
    assert session.state("line").values[0] != 77.0
    rows = session.ask("reset", "line").rows
    assert rows["m"].value == 77.0
    assert rows["b"].value == session.state("line").lesson.slider("b").start
    session.restore("line&v=2&line.m=55")
    assert session.reset("line").rows["m"].value == 55.0


NAMES = st.text("abcdefghijklmnopqrstuvwxyz0123456789._-~ <>&\x00é", max_size=12)


@given(st.lists(NAMES | st.sampled_from([*PARTS, "line.m", "line.", ".m", "valley.m"]), max_size=8))
@settings(deadline=None)
def test_whatever_is_to_be_locked_locks_that_and_nothing_else(names: list[str]) -> None:
    for verb, arguments in (
        ("move", ["m", 1.0]),
        ("step", [1]),
        ("choose", ["error", "squared"]),
        ("look", []),
    ):
        parts = known(verb).parts(*arguments)
        meant = set(parts) | {f"line.{part}" for part in parts}
        assert Locks(names).hold("line", parts) == bool(meant & set(names))
