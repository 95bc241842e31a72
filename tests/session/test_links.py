"""Hundreds of links that nobody should make: none breaks the page, and what makes sense in them is kept."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.lessons import all_lessons
from downhill.session.fragment import decode
from tests.support.links import GOOD, links
from tests.support.often import often
from tests.support.player import Player

LINKS = links()
SESSION = Player(all_lessons())


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


def test_there_are_more_than_two_hundred_of_them() -> None:
    assert len(set(LINKS)) > 200


@pytest.mark.parametrize("link", LINKS, ids=[f"{index}-{link[:60]}" for index, link in enumerate(LINKS)])
def test_a_link_that_nobody_should_make_changes_nothing_but_what_it_says_well(link: str) -> None:
    check(link)
    if link.startswith(GOOD):
        assert SESSION.state("line").values[0] == 101.0


@pytest.mark.parametrize("version", ["3", "17", "9999", "1234567"])
def test_a_newer_link_opens_as_far_as_it_is_understood(version: str) -> None:
    link = f"line&v={version}&line.m=101&line.glow=3&line.b*=5"
    assert decode(link).newer
    assert SESSION.restore(link) == ("line.b*=5", "line.glow")
    assert SESSION.state("line").values[0] == 101.0


@pytest.mark.parametrize("link", ["line", "line&v=1&line.m=101", "line&line.m=101", "line&v=2&line.m=101"])
def test_an_older_link_opens_without_a_word(link: str) -> None:
    assert not decode(link).newer
    assert check(link) == ()


@given(st.sampled_from(LINKS), st.randoms(use_true_random=False))
@often(150)
def test_any_damage_to_any_link_is_survived(link: str, dice: random.Random) -> None:
    letters = list(link[:500])
    for _ in range(dice.randrange(1, 8)):
        letters.insert(dice.randrange(len(letters) + 1), dice.choice("&=.~#%_-<>\0é9az"))
        del letters[dice.randrange(len(letters))]
    check("".join(letters))
