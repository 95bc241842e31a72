"""What is locked can't be moved by whatever the page asks."""

import pytest

from downhill.editor import Editor
from downhill.labs import Labs
from downhill.lessons import all_lessons
from downhill.limits import PARTS, forbidden
from downhill.session import Session

FREE = {"look", "settle", "guess", "choose_weight"}  # change nothing, or only what a challenge asks for
NO_VERBS = {"desk", "stand", "fragment", "restore", "race", "lock", "obey"}
LABS_TELL = {"all", "obey", "part", "settings", "restore", "speak"}
EDITOR_TELLS = {"points", "state", "tell"}
MOVES = [
    ("sliders", "move", ["m", 260.0]),
    ("sliders", "point", [{"m": 260.0, "b": 10.0}]),
    ("machine", "step", [3]),
    ("rate", "set_rate", [0.05]),
    ("rate", "preset", ["big"]),
    ("switches", "choose", ["error", "squared"]),
    ("views", "set_log", [True]),
    ("challenges", "challenge", [next(c.id for c in Session(all_lessons()).desk("line").plain.challenges)]),
]


def public(kind: type) -> set[str]:
    return {name for name, value in vars(kind).items() if callable(value) and not name.startswith("_")}


def test_every_verb_belongs_to_a_part_or_is_free() -> None:
    verbs: set[str] = set().union(*PARTS.values())
    known = public(Session) - NO_VERBS | public(Editor) - EDITOR_TELLS | public(Labs) - LABS_TELL
    assert known - FREE <= verbs
    assert verbs <= known | {"play"}


@pytest.mark.parametrize(("part", "verb", "arguments"), MOVES, ids=[verb for _, verb, _ in MOVES])
def test_a_locked_part_moves_nothing(part: str, verb: str, arguments: list[object]) -> None:
    session = Session(all_lessons())
    before = session.look("line")
    session.lock([part])
    assert session.obey(session, "line", verb, *arguments) == before
    session.lock([])
    assert session.obey(session, "line", verb, *arguments) != before


def test_a_challenge_that_is_on_may_begin_again_where_challenges_are_locked() -> None:
    session = Session(all_lessons())
    one, other, *_ = (challenge.id for challenge in session.desk("line").plain.challenges)
    session.challenge("line", one)
    session.lock(["challenges"])
    session.move("line", "m", 33.0)
    assert session.obey(session, "line", "challenge", one).rows["m"].value != 33.0
    assert session.obey(session, "line", "challenge", other).challenge["id"] == one
    assert session.obey(session, "line", "leave").challenge["id"] == one


def test_what_nobody_knows_is_not_locked() -> None:
    assert forbidden(["donut", ""]) == frozenset()
