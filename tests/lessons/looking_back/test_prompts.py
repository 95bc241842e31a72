"""Texts as readers write them, and what their last sentences ask for."""

import pytest

from downhill.lessons.lesson_60_looking_back.prompts import asked, numbers
from downhill.lessons.lesson_60_looking_back.texts import example
from downhill.lessons.lesson_60_looking_back.world import WORDS, world_of
from downhill.text.mistake import Mistake
from downhill.training.tokens import written
from tests.lessons.looking_back.worlds import WORLDS

WORLD = world_of(WORDS)


@pytest.mark.parametrize("code", WORLDS)
@pytest.mark.parametrize("key", ["known", "swapped", "new", "long"])
def test_a_text_is_read_as_it_is_written_and_its_answer_is_found(code: str, key: str) -> None:
    world = world_of(WORLDS[code])
    story = example(world, key)
    begun = story.tokens[: story.asked]
    text = written([world.tokens[i] for i in begun[1:]])
    assert numbers(world, text) == numbers(world, text.lower()) == [*begun[1:]]
    assert numbers(world, f"  {text}   ") == [*begun[1:]]
    found = asked(world, begun)
    assert found is not None
    assert found.places == (story.found,)
    assert found.name == world.name_of(begun[found.whose])


def _asked(text: str) -> tuple[str, ...] | None:
    tokens = (WORLD.end, *numbers(WORLD, text))
    found = asked(WORLD, tokens)
    return None if found is None else tuple(WORLD.tokens[tokens[place]] for place in found.places)


def test_a_text_asks_where_it_has_come_to_somebody_s_thing_and_only_there() -> None:
    facts = "Mia has a cat. Tom has a dog. Tom has a horse. Tom has a kite. "
    assert _asked(facts + "Mia pets her") == ("cat",)
    assert _asked(facts + "Tom pets his") == ("horse", "dog")
    assert _asked(facts + "Tom flies his") == ("kite",)
    assert _asked(facts + "Mia flies her") == ()
    assert _asked(facts + "Ben pets his") == ()
    for text in ("", "Mia", facts, facts + "Mia", facts + "Mia pets", facts + "Mia pets his", "Mia has a"):
        assert _asked(text) is None


@pytest.mark.parametrize(
    ("text", "key", "wrong"),
    [
        ("Mia has a giraffe.", "prompt.unknown", "giraffe"),
        ("Zara has a cat.", "prompt.unknown", "Zara"),
        ("Mia has a catfish", "prompt.unknown", "catfish"),
        ("Mia! has", "prompt.unknown", "!"),
        ("Mia has a cat. " * 13, "prompt.long", ""),
    ],
)
def test_what_the_world_does_not_know_is_told_of_with_its_place(text: str, key: str, wrong: str) -> None:
    with pytest.raises(Mistake) as caught:
        numbers(WORLD, text)
    assert caught.value.key == key
    assert wrong in text[caught.value.start : caught.value.end]


def test_a_word_that_is_still_being_written_is_no_mistake() -> None:
    assert numbers(WORLD, "Mia has a ca", writing=True) == numbers(WORLD, "Mia has a")
    with pytest.raises(Mistake):
        numbers(WORLD, "Mia has a ca ", writing=True)
    with pytest.raises(Mistake):
        numbers(WORLD, "Mia has a cx", writing=True)
