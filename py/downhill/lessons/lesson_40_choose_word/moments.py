"""What the film of the lesson shows at a share of a reel: the words so far, and what chance picks next."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from downhill.lesson import Scene
from downhill.lessons.lesson_40_choose_word.ngrams import END, following
from downhill.maths import probability

STRIP, LIE, PIN, RAIN, STACKS, WALL = "strip", "lie", "pin", "rain", "stacks", "wall"
ORDER = (("cold", 0.05), ("warm", 1.0), ("hot", 3.0))
TEMPERATURE = dict(ORDER)
SEEDS = {"warm": (1, 12, 20), "cold": (1, 2, 3), "hot": (1, 36)}
PINS, PIN_SEED = 1000, 8
PLACE = "won"  # of the picture: where the word stands that chance has picked
PICKED, JOINED, TURNED = 0.5, 0.6, 0.9  # shares of a word's time: chance has picked, it joins, the next comes

Tokens = tuple[str, ...]


@lru_cache(maxsize=64)
def chances(tokens: Tokens, temperature: float) -> np.ndarray:
    """The probability of each word that may follow these tokens, shape (n,)."""
    return probability.probabilities([*following(tokens).values()], temperature)


def lot(seed: int, place: int) -> float:
    """Where on the strip, from 0 to 1, chance falls for a word in that place of a sentence."""
    return float(probability.uniforms(seed, place, 1)[0])


@lru_cache(maxsize=64)
def sentence(seed: int, temperature: float) -> Tokens:
    """A whole sentence, up to its full stop, each word drawn with a lot of that seed."""
    tokens: Tokens = ()
    while tokens[-1:] != (END,):
        (which,) = probability.sample(chances(tokens, temperature), np.array([lot(seed, len(tokens))]))
        tokens = (*tokens, list(following(tokens))[int(which)])
    return tokens


def stack(name: str, count: int | None = None) -> list[Tokens]:
    """The first sentences of one of the film's stacks, all of them unless a count is given."""
    return [sentence(seed, TEMPERATURE[name]) for seed in SEEDS[name][:count]]


def reel_of(name: str, nth: int) -> str:
    """The reel in which a sentence of a stack is written, counted from 0."""
    return f"{name}-{nth}"


class Moment(NamedTuple):
    """What is seen: `written` tokens, bars of what may follow `asked`, and the index that is `won`, or -1.

    `falls` is how far chance has come, from 0 to 1, and `lot` where it will land on the strip; `grown` is how
    long the bars are; `heap` are the sentences that are finished.
    """

    written: Tokens = ()
    asked: Tokens = ()
    won: int = -1
    falls: float = 0.0
    lot: float = 0.0
    grown: float = 1.0
    heap: tuple[Tokens, ...] = ()


def moment(scene: Scene) -> Moment:
    """What is seen in a scene of the film."""
    name, _, nth = (scene.reel or "").partition("-")
    if nth:
        return _writing(name, int(nth), scene.share)
    if scene.reel == PIN:
        return _one_word((), PIN_SEED, list(following(()))[_first_pin()], scene.share)
    return Moment()


def _first_pin() -> int:
    return int(probability.sample(chances((), 1.0), np.array([lot(PIN_SEED, 0)]))[0])


def _writing(name: str, nth: int, share: float) -> Moment:
    sentences = stack(name)
    tokens, heap = sentences[nth], tuple(sentences[:nth])
    at = int(share)
    if at < len(tokens):
        return _one_word(tokens[:at], SEEDS[name][nth], tokens[at], share - at)._replace(heap=heap)
    first = list(following(())).index(tokens[0])
    return Moment(tokens, won=first, heap=(*heap, tokens))


def _one_word(before: Tokens, seed: int, word: str, share: float) -> Moment:
    """How one word comes: chance falls, the word joins, and what may follow it takes its place."""
    to, falls = list(following(before)).index(word), min(share / PICKED, 1.0)
    written = (*before, word) if share >= JOINED else before
    now = Moment(written, before, to if share >= PICKED else -1, falls, lot(seed, len(before)))
    if before and share < 1 - TURNED:
        return now._replace(grown=share / (1 - TURNED))
    if share < TURNED or not following((*before, word)):
        return now
    return now._replace(grown=max(0.0, 1 - (share - TURNED) / (1 - TURNED)))


def rained(share: float) -> tuple[np.ndarray, np.ndarray]:
    """How far each of the thousand pins has fallen, from 0 to 1, and how many lie on each slice."""
    start = np.arange(PINS) / PINS
    fallen = np.clip((share - 0.9 * start) / 0.1, 0, 1)
    down = int((fallen >= 1).sum())
    return fallen, probability.counts(chances((), 1.0), PIN_SEED, 0, down)
