"""What a reader lets a model go on from: an unknown word is named, with the nearest one that is known."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from downhill.lessons import all_models
from downhill.studio.studio import NONE
from downhill.text.mistake import Mistake
from downhill.training.guess import Follows
from downhill.training.prompt import apart, nearest, numbers
from downhill.training.tokens import Text
from downhill.verbs import VERBS
from tests.support.player import Player

MODEL = all_models()[0]
NAME = MODEL.id


def slow(one: str, other: str) -> int:
    """The same distance, by its definition."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        slow(one[:-1], other) + 1,
        slow(one, other[:-1]) + 1,
        slow(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    ]
    if len(one) > 1 and len(other) > 1 and one[-1] == other[-2] and one[-2] == other[-1]:
        ways.append(slow(one[:-2], other[:-2]) + 1)
    return min(ways)


LETTERS = st.text("abc", max_size=5)


@given(LETTERS, LETTERS)
def test_words_are_as_far_apart_as_the_definition_says(one: str, other: str) -> None:
    assert apart(one, other) == slow(one, other)


def test_a_word_with_two_letters_swapped_leads_back_to_itself_or_to_one_as_near(text: Text) -> None:
    for word in (token for token in text.tokens if len(token) > 3):
        wrong = word[:-2] + word[-1] + word[-2]
        if (
            text.number(wrong) is None and word.casefold() == word.lower()
        ):  # ß has no other letter to swap with
            found, *others = nearest(text, wrong)
            assert apart(wrong.casefold(), found.casefold()) <= 1, (wrong, found)
            ways = [apart(wrong.casefold(), each.casefold()) for each in (found, *others)]
            assert ways == sorted(ways)
            assert len(ways) <= 3


def test_while_a_word_is_being_written_it_may_still_become_a_known_one(text: Text) -> None:
    begun = MODEL.words["prompt"]
    known = max((token for token in text.tokens if token[0].isalnum()), key=len)
    gap = "" if begun[-1] > "\u3000" else " "
    for end in range(1, len(known) + 1):
        numbers(text, begun + gap + known[:end], writing=True)
    with pytest.raises(Mistake):
        numbers(text, begun + gap + known[:-1] + "\N{GREEK SMALL LETTER PSI}", writing=True)
    if gap and text.number(known[:-1]) is None:
        with pytest.raises(Mistake):  # a blank ends a word
            numbers(text, begun + gap + known[:-1] + " ", writing=True)
        with pytest.raises(Mistake):  # as entering it does
            numbers(text, begun + gap + known[:-1])


def test_what_is_being_written_changes_nothing_and_is_answered_with_what_to_write_instead() -> None:
    session = Player([], [MODEL])
    before = session.look(NAME)
    seen = session.ask("spell", NAME, "prompt", "I pet the quark")
    assert seen._replace(mistake={}) == before
    assert seen.mistake["sentence"].startswith("“quark”")
    assert (seen.mistake["start"], seen.mistake["end"]) == (10, 15)
    assert (seen.mistake["near"][0], seen.mistake["offers"][0]) == ("dark", "Write “dark” instead")
    assert len(seen.mistake["near"]) == len(seen.mistake["offers"]) <= 3
    assert session.ask("spell", NAME, "prompt", "I pet the \N{GREEK SMALL LETTER PSI}").mistake["near"] == []
    assert session.ask("spell", NAME, "prompt", "I pet the do").mistake == {}
    assert VERBS["spell"].paint == NONE
    assert session.enter(NAME, "prompt", "I pet the plnae").mistake["near"][0] == "plane"


def test_prompts_to_try_are_made_of_words_that_the_model_knows_and_the_first_is_the_prompt(
    text: Text,
) -> None:
    prompts = [MODEL.words[f"prompts.{number}"] for number in (1, 2, 3)]
    assert prompts[0] == MODEL.words["prompt"]
    assert len(set(prompts)) == 3
    for prompt in prompts:
        assert numbers(text, prompt)
        assert numbers(text, prompt, writing=True)


def test_of_a_prompt_to_try_every_word_has_been_read_behind_the_one_before_it(text: Text) -> None:
    follows = Follows(text)
    for number in (1, 2, 3):
        tokens = numbers(text, MODEL.words[f"prompts.{number}"])
        for before, after in pairwise((text.end, *tokens)):
            assert after in follows.known[before,]
