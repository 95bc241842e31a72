"""Every idea that this essay is to tell is told, where it belongs, and in every language."""

from collections.abc import Iterator, Mapping

import pytest

from tests.support.ideas import Idea, ideas
from tools.languages import translations

Words = Mapping[str, Mapping[str, str]]
IDEAS = [*ideas()]
each_idea = pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.name)


def untold(idea: Idea, words: Words) -> Iterator[tuple[str, str]]:
    """Every place at which an idea is not told as it should be."""
    for (room, key), stems in idea.places.items():
        text = " ".join(words[room].get(key, "").split())
        if not all(stem in text for stem in stems):
            yield room, key


def english_with(place: tuple[str, str], text: str) -> Words:
    """The English words, with another text in one place."""
    english = translations.english()
    return {**english, place[0]: {**english[place[0]], place[1]: text}}


def test_there_are_ideas_enough_and_no_name_twice() -> None:
    assert len({idea.name for idea in IDEAS}) == len(IDEAS) >= 25
    assert all(idea.places for idea in IDEAS)


@pytest.mark.parametrize("table", ["no colon", "line/prose: a place of no idea"])
def test_a_line_that_is_neither_an_idea_nor_a_place_of_one_is_named(table: str) -> None:
    with pytest.raises(ValueError, match=f"cannot read '{table}'"):
        list(ideas(table))


@each_idea
def test_an_idea_is_told_where_it_belongs(idea: Idea) -> None:
    assert [*untold(idea, translations.english())] == []


@each_idea
def test_an_idea_is_missed_as_soon_as_one_of_its_texts_is_gone_or_another_one(idea: Idea) -> None:
    for place in idea.places:
        for text in ("", "Nothing of the kind."):
            assert [*untold(idea, english_with(place, text))] == [place]


@pytest.mark.parametrize("code", translations.codes())
def test_every_idea_is_told_in_every_language(code: str) -> None:
    there = translations.catalogue(code)
    places = {place for idea in IDEAS for place in idea.places}
    assert [(room, key) for room, key in sorted(places) if key not in there[room]] == []
