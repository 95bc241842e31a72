"""A class that answered before and after."""

from collections.abc import Mapping

from downhill.evidence.answers import PAIR, TEST, WHY, Answers, write
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
