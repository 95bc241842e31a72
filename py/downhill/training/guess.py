"""What a model may write after twenty steps: three cards to choose from, and which of them came true."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import NamedTuple

import numpy as np

from downhill.training.tokens import LOOKS_BACK, Examples, Text

AFTER = 20  # steps
RIGHT, JUMBLE, FREQUENT = KINDS = ("right", "jumble", "frequent")
HIT, NEAR, MISS = "hit", "near", "miss"
FEW = 6  # tokens of a text that count as its frequent ones
LONG = 4  # words on the cards that no sentence ends
HALF = 0.5


class Written(NamedTuple):
    """What a model wrote, as numbers of tokens: the prompt, and what it went on with, one token at least."""

    prompt: tuple[int, ...]
    new: tuple[int, ...]


class Follows:
    """Which token follows which others in a text, held-out sentences included.

    What comes after some tokens is looked up by as many of them, three at most, as stand so in the text.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self.known: dict[tuple[int, ...], dict[int, int]] = {}
        both = zip(text.learned, text.held_out, strict=True)
        self.examples = Examples(*(np.concatenate(parts) for parts in both))
        rows, tokens = (part.tolist() for part in self.examples)
        for at, (row, token) in enumerate(zip(rows, tokens, strict=True)):
            for length in range(1, LOOKS_BACK + 1):
                self.known.setdefault(tuple(row[-length:]), {}).setdefault(token, at)

    def after(self, tokens: Sequence[int]) -> dict[int, int]:
        """The tokens that follow these in the text, each with the number of the first example of it."""
        seen = (*[self.text.end] * LOOKS_BACK, *tokens)
        suffixes = (seen[-length:] for length in range(LOOKS_BACK, 0, -1))
        return next((self.known[suffix] for suffix in suffixes if suffix in self.known), {})

    def fitting(self, written: Written) -> list[bool]:
        """Whether each new token follows those before it as in the text."""
        tokens, count = (*written.prompt, *written.new), len(written.prompt)
        return [tokens[i] in self.after(tokens[:i]) for i in range(count, len(tokens))]


def kind_of(follows: Follows, written: Written) -> str:
    """Which card is true of what was written.

    `right` if every new token follows those before it as in the text; else `frequent` if all of them are
    among the six most frequent tokens; else `jumble`.
    """
    if all(follows.fitting(written)):
        return RIGHT
    return FREQUENT if all(token < FEW for token in written.new) else JUMBLE


def verdict(follows: Follows, guess: str, written: Written) -> str:
    """Whether a guess was right (`hit`), at least half of the new tokens are as it says (`near`), or not."""
    if kind_of(follows, written) == guess:
        return HIT
    fitting = follows.fitting(written)
    often = [token < FEW for token in written.new]
    neither = [not (fits or much) for fits, much in zip(fitting, often, strict=True)]
    true_of = {RIGHT: fitting, FREQUENT: often, JUMBLE: neither}[guess]
    return NEAR if sum(true_of) >= HALF * len(true_of) else MISS


@lru_cache(maxsize=8)
def cards(follows: Follows, prompt: tuple[int, ...], seed: int) -> dict[str, Written]:
    """What stands on the three cards, by kind: each is of that kind itself, in the sense of `kind_of`.

    On `right` the rest of a sentence of the text that has come this far, on `frequent` the most frequent word
    over and over, on `jumble` words that the seed draws.
    """
    text, begun = follows.text, prompt
    words = [i for i, token in enumerate(text.tokens) if token[0].isalnum()]
    return {
        RIGHT: Written(begun, _rest(follows, begun)),
        JUMBLE: Written(begun, _drawn(follows, begun, words[FEW:], Random(seed))),
        FREQUENT: Written(begun, (words[0],) * LONG),
    }


def _rest(follows: Follows, begun: tuple[int, ...]) -> tuple[int, ...]:
    """The rest of the first sentence in which as many of the last tokens as possible stand so."""
    before, after = follows.examples
    place = min(follows.after(begun).values(), default=0)
    new = [int(after[place])]
    for here, token in zip(before[place + 1 :], after[place + 1 :].tolist(), strict=True):
        if (here == follows.text.end).all():
            break
        new.append(token)
    return tuple(new)


def _drawn(follows: Follows, begun: tuple[int, ...], words: Sequence[int], dice: Random) -> tuple[int, ...]:
    """Words that are drawn, none of which follows those before it as in the text."""
    new: tuple[int, ...] = ()
    while len(new) < LONG:
        word = words[int(dice.random() * len(words))]
        if word not in new and word not in follows.after((*begun, *new)):
            new = (*new, word)
    return new
