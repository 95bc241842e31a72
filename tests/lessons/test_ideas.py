"""Every idea that this essay is to tell is told, where it belongs, and in every language."""

import pytest

from tests.support.ideas import Idea, ideas
from tools.languages import translations

IDEAS = ideas()


def test_there_are_ideas_enough_and_no_name_twice() -> None:
    assert len({idea.name for idea in IDEAS}) == len(IDEAS) >= 25
    assert all(idea.places for idea in IDEAS)


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)
def test_an_idea_is_told_where_it_belongs(idea: Idea) -> None:
    english = translations.english()
    for (room, key), stems in idea.places.items():
        text = " ".join(english[room][key].split())
        assert [stem for stem in stems if stem not in text] == [], (room, key)


@pytest.mark.parametrize("code", translations.codes())
def test_every_idea_is_told_in_every_language(code: str) -> None:
    there = translations.catalogue(code)
    places = {place for idea in IDEAS for place in idea.places}
    assert [(room, key) for room, key in sorted(places) if key not in there[room]] == []
