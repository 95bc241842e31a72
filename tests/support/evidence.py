"""Classes that answered before and after: one written down, and simulated ones."""

import random
from collections.abc import Mapping
from math import exp

from downhill.evidence.answers import PAIR, TEST, WHY, Answers, write
from downhill.evidence.items import BY_ID, IDS
from downhill.evidence.pair_word import form_of

CLASS = """
    lynx101 vumosce rrmrrrr · otter472 rlmosce rrrrrrr · wren318 v?wo?ck rrmosrr · mole550 tumefue rrrrrce
    · crab222 vsrepcr rrrrprr · newt909 rrrrrrr rrrrrrr · hare413 olmfsce vlrrrre · toad771 v?b?s?e vrrerfr
    · seal640 vumrfrr rrrrrrr · goat135 rumosck rrmrrrk · swan286 vlw--ce rrrorce · kite864 olmesfc rrrerrc
"""
"""Twelve words with their letters before and after."""
ROWS = [tuple(row.split()) for row in CLASS.split("·")]


def fields(word: str, **letters: str) -> dict[str, str]:
    """The fields of a code with these letters by occasion, in the word's forms, after 5 minutes."""
    tests = {
        TEST + occasion: write(Answers(form_of(word, occasion), text, "5"))
        for occasion, text in letters.items()
    }
    return {PAIR: word, **tests}


def of_the_class(count: int = 12, why: Mapping[str, str] | None = None) -> list[dict[str, str]]:
    """The codes of the first students, before and after in a code each; each with an open answer if wanted."""
    texts = {WHY + occasion: text for occasion, text in (why or {}).items()}
    return [
        fields(word, **{occasion: letters})
        | {key: text for key, text in texts.items() if key.endswith(occasion)}
        for word, before, after in ROWS[:count]
        for occasion, letters in (("before", before), ("after", after))
    ]


def simulated(
    dice: random.Random, count: int, shift: float, crossed: bool = True, harder: float = 0.0
) -> list[dict[str, str]]:
    """The codes of a class in which abilities differ and rise by `shift` on average, with some spread.

    An item is right with probability 0.18 + 0.82 / (1 + exp(difficulty - ability)). Form b is `harder`; in a
    class that isn't `crossed`, everybody has it after.
    """
    found = []
    for number in range(count):
        word, able = f"wren{dice.randrange(10**6)}x{number}", dice.gauss(0, 0.9)
        later = able + dice.gauss(shift, 0.5)
        for occasion, ability in (("before", able), ("after", later)):
            form = form_of(word, occasion) if crossed else "ab"[occasion == "after"]
            letters = "".join(
                "r" if dice.random() < chance(ability - harder * (form == "b"), at) else BY_ID[id_].letters[3]
                for at, id_ in enumerate(IDS[:-1])
            )
            found.append({PAIR: word, TEST + occasion: write(Answers(form, letters, "5"))})
    return found


def chance(ability: float, at: int) -> float:
    """The probability that an item, counted from 0, is right."""
    return 0.18 + 0.82 / (1 + exp(-0.3 + 0.3 * at - ability))
