"""Texts of a world, drawn by lot: facts, the weather, and a sentence that ends with a word of one fact."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log
from random import Random
from typing import NamedTuple

import numpy as np

from downhill.lessons.lesson_60_looking_back.world import EACH, HE, SHE, SKIES, World, is_new, kind_of, who_of

FACTS = 3  # in every text that is learned from
BEHIND = (
    3  # tokens from a name to the thing that belongs to it, as far as the model sees without looking back
)
ASKED = 2  # the place of the thing among the four words that are learned
PLACES = np.arange(
    -ASKED, 2
)  # these four, counted from the thing: the verb, whose, the thing, and what follows
WINDOW = (log(2) + log(EACH - 1)) / len(PLACES)  # nats
"""The least loss that a model can have which sees only three words.
 Names and things are interchangeable in the way texts are drawn. So the verb is one of two, and what comes
after it one of the five things of its kind that somebody with that name may have, each as likely as any
other; all else follows from the three words before.
"""


HAS = {
    (name, new): tuple(thing for thing in range(2 * EACH) if is_new(name, thing) == new)
    for name in range(2 * EACH)
    for new in (False, True)
}
"""The things that somebody of a name may have: in texts to learn from, and those that are new there."""


class Story(NamedTuple):
    """A text as numbers of tokens: the place of the word that is `asked`, and where it was `found` before."""

    tokens: tuple[int, ...]
    asked: int
    found: int


class Batch(NamedTuple):
    """Texts as rows of numbers, shape (n, T), with ends of sentences behind the shorter ones.

    `places` (n, 4) are those of the words that are to be learned, `found` (n,) is where the asked word stood
    before.
    """

    texts: np.ndarray
    places: np.ndarray
    found: np.ndarray

    @property
    def true(self) -> np.ndarray:
        """The words at these places, shape (n, 4)."""
        return np.take_along_axis(self.texts, self.places, axis=1)


def told(world: World, facts: Sequence[tuple[int, int]], sky: int, ask: int) -> Story:
    """The text of some facts, pairs of name and thing, and of the weather.

    Its last sentence is about the owner in the fact of the number `ask`. The weather stands before it, so
    that what comes just before doesn't tell what the last sentence is about.
    """
    spoken, tokens, found = _sentences(world), [world.end], 0
    for i, pair in enumerate(facts):
        if i == ask:
            found = len(tokens) + BEHIND
        tokens += spoken.facts[pair]
    tokens += spoken.skies[sky]
    return Story((*tokens, *spoken.last[facts[ask]]), len(tokens) + BEHIND, found)


class Sentences(NamedTuple):
    """All sentences of a world as numbers: facts and last ones by name and thing, and the weather."""

    facts: dict[tuple[int, int], list[int]]
    last: dict[tuple[int, int], list[int]]
    skies: list[list[int]]


@lru_cache(maxsize=8)
def _sentences(world: World) -> Sentences:
    pairs = [(name, thing) for name in range(2 * EACH) for thing in range(2 * EACH)]
    return Sentences(
        {pair: world.numbers(world.facts[kind_of(pair[1])], *pair) for pair in pairs},
        {pair: world.numbers(world.last[kind_of(pair[1])][who_of(pair[0])], *pair) for pair in pairs},
        [world.numbers(world.sky, sky=sky) for sky in range(SKIES)],
    )


def draw(world: World, dice: Random, new: bool = False, facts: int = FACTS) -> Story:
    """A text by lot. With `new`, its owner has a thing that nobody with that name has in texts to learn from.

    Owners and things are all different, and one other thing at least is of the same kind: the verb doesn't
    tell.
    """
    while True:
        names = _some(dice, 2 * EACH, facts)
        ask, things = int(dice.random() * facts), list[int]()
        for i, name in enumerate(names):
            free = [t for t in HAS[name, new and i == ask] if t not in things]
            if free:
                things.append(free[int(dice.random() * len(free))])
        if len(things) == facts:
            kinds = [kind_of(thing) for thing in things]
            if kinds.count(kinds[ask]) > 1:
                break
    return told(world, [*zip(names, things, strict=True)], int(dice.random() * SKIES), ask)


def _some(dice: Random, most: int, many: int) -> list[int]:
    """Return distinct random numbers below `most`, in random order."""
    left = [*range(most)]
    return [left.pop(int(dice.random() * len(left))) for _ in range(many)]


def batch(world: World, stories: Sequence[Story]) -> Batch:
    """Texts side by side."""
    longest = max(len(story.tokens) for story in stories)
    texts = np.full((len(stories), longest), world.end)
    for row, story in zip(texts, stories, strict=True):
        row[: len(story.tokens)] = story.tokens
    asked = np.array([story.asked for story in stories])
    return Batch(texts, asked[:, None] + PLACES, np.array([story.found for story in stories]))


class Pool:
    """Texts to learn from, `most` of them, drawn as they are needed; then they come in another order."""

    def __init__(self, world: World, seed: int, most: int) -> None:
        self.world, self.seed, self.most = world, seed, most
        self._dice, self._drawn = Random(-seed), list[Story]()
        self._round, self._order = 0, [*range(most)]

    def next(self, at: int, many: int) -> Batch:
        """Return `many` texts after the first `at`; the same arguments give the same texts."""
        return batch(self.world, [self._story(at + i) for i in range(many)])

    def _story(self, number: int) -> Story:
        turn, place = divmod(number, self.most)
        if turn:
            place = self._ordered(turn)[place]
        while len(self._drawn) <= place:
            self._drawn.append(draw(self.world, self._dice))
        return self._drawn[place]

    def _ordered(self, turn: int) -> list[int]:
        """The order of that turn."""
        if turn != self._round:
            dice = Random(self.seed * 10_000 + turn)
            lots = [dice.random() for _ in range(self.most)]
            self._round, self._order = turn, sorted(range(self.most), key=lots.__getitem__)
        return self._order


TEXTS = ("known", "swapped", "new", "long", "nobody")  # to begin with


def example(world: World, key: str) -> Story:
    """One of the texts to begin with: its `key` is `known`, `swapped`, `new`, `long` or `nobody`.

    In `known` somebody has what people with that name often have; in `swapped` two owners have changed
    places; in `new` the pair of owner and thing was in no text to learn from; `long` has three facts more
    than these; in `nobody` somebody is asked for who isn't in the text.
    """
    mia, ida, tom, ben, nora, max_ = 0, 4, 6, 7, 5, 8
    cat, dog, horse, hamster, kite, plane, drone = 0, 1, 2, 3, 6, 7, 8
    facts, ask = {
        "known": ([(mia, cat), (tom, dog), (ida, kite)], 0),
        "swapped": ([(tom, cat), (mia, dog), (ida, kite)], 1),
        "new": ([(tom, cat), (mia, hamster), (ben, kite)], 1),
        "long": ([(tom, cat), (nora, plane), (mia, dog), (ben, drone), (max_, horse), (ida, kite)], 2),
        "nobody": ([(mia, cat), (tom, dog), (ida, kite)], 0),
    }[key]
    story = told(world, facts, 1, ask)
    if key != "nobody":
        return story
    last = world.last[kind_of(cat)][HE if who_of(mia) == SHE else SHE]
    tokens = (*story.tokens[: story.asked - BEHIND], *world.numbers(last, ben, cat))
    return Story(tokens, story.asked, story.found)
