"""The buttons that let the small language model write, and at which temperature it has chosen each word.

These temperatures are one text, in the words' order, as `1.5 0.3`; `-` stands for one that nobody knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from downhill.lessons.lesson_40_choose_word.ngrams import END, following
from downhill.maths import probability
from downhill.text.mistake import Mistake

MOST_DRAWN, MOST_SEEDS, MOST_WORDS = 20_000, 9999, 20
UNKNOWN, DIGITS = "-", 4  # decimals of a temperature that is kept

Temperatures = tuple[float | None, ...]


def is_finished(tokens: tuple[str, ...]) -> bool:
    """Return whether the sentence has come to its full stop."""
    return tokens[-1:] == (END,)


@lru_cache(maxsize=16)
def temperatures_of(tokens: tuple[str, ...], text: str) -> Temperatures:
    """At which temperature each of these words was chosen; None for those of which the text says nothing."""
    told = [*text.split(), *[UNKNOWN] * len(tokens)][: len(tokens)]
    return tuple(None if part == UNKNOWN else float(part) for part in told)


def check_temperatures(low: float, high: float) -> Callable[[str], None]:
    """A check for such a text: each temperature lies between these two."""

    def check(given: str) -> None:
        start = 0
        for part in given.split():
            start = given.index(part, start)
            if part != UNKNOWN and not (_is_number(part) and low <= float(part) <= high):
                raise Mistake("temperatures.odd", start, start + len(part), text=part[:20])
            start += len(part)
        if len(given.split()) > MOST_WORDS:
            raise Mistake("temperatures.odd", 0, len(given), text=given[:20])

    return check


def _is_number(part: str) -> bool:
    return part.isascii() and len(part) <= DIGITS + 4 and part.replace(".", "", 1).isdecimal()


@lru_cache(maxsize=256)
def word_drawn(temperature: float, pick: str, seed: int, count: int, tokens: tuple[str, ...]) -> str:
    """Return the word that the last of these random draws gives after these tokens."""
    scores = following(tokens)
    given = probability.probabilities([*scores.values()], 0.0 if pick == "highest" else temperature)
    (which,) = probability.sample(given, probability.uniforms(seed, len(tokens), count)[-1:])
    return list(scores)[int(which)]


def draw_more(more: int) -> Callable[..., Mapping[str, str]]:
    """Return the button that draws this many `more` words."""

    def action(drawn: str, sentence: str) -> Mapping[str, str]:
        total = int(drawn) + more
        return {} if is_finished(tuple(sentence.split())) or total > MOST_DRAWN else {"drawn": str(total)}

    return action


def add(
    temperature: float, pick: str, seed: str, drawn: str, sentence: str, temperatures: str
) -> Mapping[str, str]:
    """The last word drawn joins the text, or a first one where none is drawn; the next draws start over."""
    tokens = tuple(sentence.split())
    if is_finished(tokens):
        return {}
    word = word_drawn(temperature, pick, int(seed), max(int(drawn), 1), tokens)
    before = [UNKNOWN if t is None else f"{t:g}" for t in temperatures_of(tokens, temperatures)]
    now = f"{round(temperature, DIGITS):g}"
    return {"sentence": " ".join([*tokens, word]), "drawn": "0", "temperatures": " ".join([*before, now])}


def begin(drawn: str, sentence: str) -> Mapping[str, str]:
    """Back to the beginning of the sentence, with nothing drawn."""
    return {"sentence": "", "drawn": "0", "temperatures": ""} if sentence or drawn != "0" else {}


def reseed(seed: str) -> Mapping[str, str]:
    """The next seed: other lots."""
    return {"seed": str(int(seed) % MOST_SEEDS + 1)}


def check_whole(key: str, low: int, high: int) -> Callable[[str], None]:
    """A check for a text that is a whole number between these two."""

    def check(given: str) -> None:
        if not (given.isascii() and given.isdecimal() and low <= int(given) <= high):
            raise Mistake(key, 0, len(given), text=given[:20])

    return check


def check_sentence(given: str) -> None:
    """Check that the table has these words in this order. Raises `Mistake` for the first that is missing."""
    tokens = given.split()
    for i, token in enumerate(tokens):
        if token not in following(tokens[:i]):
            start = len(" ".join(tokens[:i])) + bool(i)
            raise Mistake("sentence.odd", start, start + len(token), word=token[:20])
