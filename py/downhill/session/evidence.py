"""The questionnaires of a class: put together by students' words, then counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from downhill.evidence.answers import PAIR, TEST, WHY, Answers, letters_by_id, merged, read
from downhill.evidence.items import BY_ID, IDS, MISCONCEPTIONS, OCCASIONS, RIGHT
from downhill.evidence.pair_word import is_word
from downhill.session.result import Fields

Counts = tuple[int, int]
"""How many students, before and after."""


class Person(NamedTuple):
    """A word and its questionnaires by occasion."""

    word: str
    tests: Mapping[str, Answers]

    @property
    def is_pair(self) -> bool:
        """Return whether there are answers before and after."""
        return "before" in self.tests and "after" in self.tests


class Answered(NamedTuple):
    """The persons of a class in order, and what is left out.

    `clashes` are words under which a question was answered in two ways; `newer` counts questionnaires that a
    newer page has made, `wordless` those without a word.
    """

    persons: list[Person]
    clashes: list[str]
    newer: int = 0
    wordless: int = 0

    @property
    def pairs(self) -> list[Person]:
        """Return those who answered before and after."""
        return [person for person in self.persons if person.is_pair]


def persons(codes: Iterable[Fields], joined: Mapping[str, str]) -> Answered:
    """Put the questionnaires in codes' fields together by word; `joined` are words that stand for others."""
    found: dict[str, dict[str, Answers]] = {}
    clashes: dict[str, None] = {}
    newer = wordless = 0
    for fields in codes:
        word = fields.get(PAIR, "")
        word = joined.get(word, word)
        for occasion in (each for each in OCCASIONS if TEST + each in fields):
            test = read(occasion, fields[TEST + occasion], fields.get(WHY + occasion, ""))
            if test is None:
                newer += 1
            elif not is_word(word):
                wordless += 1
            else:
                there = found.setdefault(word, {})
                both = merged(there.get(occasion, test), test)
                if both is None:
                    clashes[word] = None
                there[occasion] = both or test
    whole = [Person(word, tests) for word, tests in found.items() if word not in clashes]
    return Answered(whole, [*clashes], newer, wordless)


def near_words(persons: Sequence[Person]) -> list[tuple[str, str]]:
    """Return pairs of words that differ by one letter and have no occasion in common."""
    return [
        (one.word, other.word)
        for one, other in combinations(persons, 2)
        if not one.tests.keys() & other.tests.keys() and _differ_by_one(one.word, other.word)
    ]


def _differ_by_one(one: str, other: str) -> bool:
    """Return whether one letter is another one, or is missing in one of the words."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return long[at + 1 :] == short[at + (len(short) == len(long)) :]


def right(pairs: Sequence[Person]) -> dict[str, Counts]:
    """Return for each item how many have it right before and after."""
    return _counted(pairs, IDS[:-1], lambda found: {id_ for id_ in found if found[id_] == RIGHT})


def misconceptions(pairs: Sequence[Person]) -> dict[str, Counts]:
    """Return for each misconception how many chose it at least once, before and after."""
    return _counted(
        pairs, MISCONCEPTIONS, lambda found: {BY_ID[id_].shows.get(found[id_], "") for id_ in found}
    )


def _counted(
    pairs: Sequence[Person], names: Iterable[str], has: Callable[[Mapping[str, str]], set[str]]
) -> dict[str, Counts]:
    """Return for each name how many have it, before and after; `has` gets their letters by items."""
    before, after = (
        Counter(name for person in pairs for name in has(letters_by_id(occasion, person.tests[occasion])))
        for occasion in OCCASIONS[:2]
    )
    return {name: (before[name], after[name]) for name in names}


def sums(pairs: Sequence[Person]) -> tuple[list[int], list[int]]:
    """Return how many answers each has right, before and after."""
    return [p.tests["before"].right for p in pairs], [p.tests["after"].right for p in pairs]
