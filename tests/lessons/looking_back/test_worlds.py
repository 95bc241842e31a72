"""The worlds of six languages, and the texts that are drawn from them."""

from collections import Counter
from math import log
from random import Random

import numpy as np
import pytest

from downhill.lessons.lesson_60_looking_back.texts import (
    ASKED,
    BEHIND,
    FACTS,
    PLACES,
    WINDOW,
    Pool,
    Story,
    batch,
    draw,
    example,
)
from downhill.lessons.lesson_60_looking_back.world import (
    EACH,
    WORDS,
    World,
    is_new,
    kind_of,
    swaps,
    who_of,
    world_of,
)
from downhill.text.mistake import Mistake
from downhill.training.tokens import written
from tests.lessons.looking_back.worlds import WORLDS
from tests.support.often import slow

each_world = pytest.mark.parametrize("code", WORLDS)


def said(world: World, story: Story) -> str:
    return written([world.tokens[i] for i in story.tokens[1:]])


def drawn(world: World, new: bool, facts: int = FACTS, many: int = 300) -> list[Story]:
    dice = Random(5)
    return [draw(world, dice, new, facts) for _ in range(many)]


def owned(world: World, story: Story) -> list[tuple[int, int, int]]:
    """Name, thing and the thing's place in every sentence of a text, the last one included."""
    found = []
    for at, token in enumerate(story.tokens):
        thing = world.thing_of(token)
        name = world.name_of(story.tokens[max(at - BEHIND, 0)])
        if thing is not None and name is not None:
            found.append((name, thing, at))
    return found


@each_world
def test_a_world_has_twelve_names_and_things_and_no_word_stands_for_two(code: str) -> None:
    world = world_of(WORLDS[code])
    assert len({*world.names}) == len({*world.things}) == 2 * EACH
    assert len({*world.tokens}) == len(world.tokens)
    assert world.tokens[world.end] in ".。"
    assert all(sentence[-1] == world.tokens[world.end] for sentence in (*world.facts, world.sky))


@each_world
def test_every_name_stands_three_words_before_its_thing_so_that_it_is_seen_from_there(code: str) -> None:
    world = world_of(WORLDS[code])
    for sentence in (*world.facts, *world.last[0], *world.last[1]):
        assert sentence.index("{thing}") - sentence.index("{name}") == BEHIND == 3


@each_world
@pytest.mark.parametrize("new", [False, True])
@pytest.mark.parametrize("facts", [3, 6])
def test_the_asked_word_stands_in_one_fact_out_of_sight_and_the_verb_does_not_tell_which(
    code: str, new: bool, facts: int
) -> None:
    world = world_of(WORLDS[code])
    for story in drawn(world, new, facts, 60):
        pairs = owned(world, story)
        *told, (name, thing, asked) = pairs
        assert asked == story.asked
        assert story.tokens[story.found] == story.tokens[asked]
        assert (name, thing, story.found) in told
        assert len(told) == facts
        assert len({n for n, _, _ in told}) == len({t for _, t, _ in told}) == facts
        assert sum(kind_of(t) == kind_of(thing) for _, t, _ in told) > 1
        assert asked - story.found > BEHIND
        assert is_new(name, thing) == new
        assert not any(is_new(n, t) for n, t, at in told if at != story.found)


@each_world
def test_the_same_seed_draws_the_same_texts_in_any_order_of_asking(code: str) -> None:
    world = world_of(WORLDS[code])
    one, other = Pool(world, 3, 40), Pool(world, 3, 40)
    first = [one.next(at, 8).texts.tolist() for at in range(0, 120, 8)]
    again = [other.next(at, 8).texts.tolist() for at in reversed(range(0, 120, 8))]
    assert first == again[::-1]
    rows = [str(row) for part in first for row in part]
    turns = [Counter(rows[at : at + 40]) for at in (0, 40, 80)]
    assert turns[0] == turns[1] == turns[2]
    assert rows[:40] != rows[40:80] != rows[80:]
    assert Pool(world, 4, 40).next(0, 8).texts.tolist() != first[0]


@slow
@each_world
def test_what_three_words_tell_leaves_the_loss_that_is_said_to_be_the_least(code: str) -> None:
    """By counting: the surprise of one who knows how often each word follows each three words."""
    world, follows, all_ = world_of(WORLDS[code]), dict[tuple[int, ...], Counter[int]](), Counter[int]()
    texts = batch(world, drawn(world, False, many=8_000))
    for text, places in zip(texts.texts.tolist(), texts.places.tolist(), strict=True):
        for at in places:
            follows.setdefault(tuple(text[at - BEHIND : at]), Counter())[text[at]] += 1
    sums = [0.0] * len(PLACES)
    for text, places in zip(texts.texts.tolist(), texts.places.tolist(), strict=True):
        for i, at in enumerate(places):
            seen = follows[tuple(text[at - BEHIND : at])]
            sums[i] -= log(seen[text[at]] / sum(seen.values())) / len(texts.texts)
    all_.update(texts.true[:, ASKED].tolist())
    assert sums[ASKED] == pytest.approx(log(5), abs=0.015)
    assert np.mean(sums) == pytest.approx(WINDOW, abs=0.015)
    assert len(all_) == 2 * EACH


TOLD = {
    "en": "Mia has a cat. Tom has a dog. Ida has a kite. It is windy. Mia pets her cat.",
    "de": "Mia hat einen Kater. Tom hat einen Hund. Ida hat einen Drachen. Es ist windig. "
    "Mia streichelt ihren Kater.",
    "es": "Ana tiene un gato. Juan tiene un perro. Nora tiene un globo. Hace viento. Ana acaricia a su gato.",
    "fr": "Léa a un chat. Tom a un chien. Jeanne a un cerf-volant. Il fait froid. Léa caresse son chat.",
    "pt-BR": "Ana tem um gato. João tem um cachorro. Nina tem um balão. Está frio. Ana acaricia seu gato.",
    "zh-Hans": "小美有一只猫。小明有一只狗。小梅有一架飞机。今天有风。小美抚摸她的猫。",
}


@each_world
def test_the_first_example_reads_as_its_language_is_written(code: str) -> None:
    world = world_of(WORLDS[code])
    assert said(world, example(world, "known")) == TOLD[code]


@each_world
def test_the_examples_are_what_they_are_called(code: str) -> None:
    world = world_of(WORLDS[code])
    *_, (name, thing, _) = owned(world, example(world, "known"))
    *_, (same, other, _) = owned(world, example(world, "swapped"))
    assert name == same
    assert thing != other
    assert not is_new(name, thing)
    assert not is_new(same, other)
    *others, (name, thing, _) = owned(world, example(world, "new"))
    assert is_new(name, thing)
    assert sum(is_new(*each[:2]) for each in others) == 1
    assert len(owned(world, example(world, "long"))) == FACTS + 3 + 1
    *told, (name, _, _) = owned(world, example(world, "nobody"))
    assert name not in {each[0] for each in told}
    assert who_of(name) == 1


def test_readers_may_put_names_and_things_of_their_own_into_the_world() -> None:
    world = world_of(WORDS, "Mia = Zara, cat=llama")
    assert said(world, example(world, "known")).startswith("Zara has a llama.")
    assert "Mia" not in world.tokens
    assert len(world.tokens) == len(world_of(WORDS).tokens)
    assert swaps(world_of(WORDS), " tom＝Bo；") == {"Tom": "Bo"}


@pytest.mark.parametrize(
    ("own", "key"),
    [
        ("Zara", "own.pair"),
        ("Mia =", "own.pair"),
        ("Zara = Mia", "own.unknown"),
        ("Mia = Tom", "own.twice"),
        ("Mia = Zoe2", "own.letters"),
        ("Mia = Zara Maria", "own.letters"),
        ("Mia = Maximilianannas", "own.long"),
        ("Mia = Ria, Tom = Ria", "own.twice"),
        ("Mia=Aa,Anna=Bb,Lena=Cc,Zoe=Dd,Ida=Ee,Nora=Ff,Tom=Gg,Ben=Hh,Max=Ii", "own.many"),
    ],
)
def test_own_words_that_do_not_fit_are_told_of_with_their_place(own: str, key: str) -> None:
    with pytest.raises(Mistake) as caught:
        world_of(WORDS, own)
    assert caught.value.key == key
    assert 0 <= caught.value.start < caught.value.end <= len(own)


def test_a_language_with_too_few_words_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"world.he: expected 6"):
        world_of({**WORDS, "world.he": "Tom Ben Max"})
