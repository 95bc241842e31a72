"""What a model might write after twenty steps: three cards to choose from, and which one comes true."""

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
LONG = 4  # words on the cards that don't end with a sentence
HALF = 0.5


class Written(NamedTuple):
    """What a model wrote, as token numbers: the prompt, and the continuation, at least one token."""

    prompt: tuple[int, ...]
    new: tuple[int, ...]


class Follows:
    """Which token follows which others in a text, held-out sentences included.

    What comes after some tokens is looked up by as many of the last three as occur in the text like that.
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
        """Return the tokens that follow these in the text, each with the number of its first example."""
        seen = (*[self.text.end] * LOOKS_BACK, *tokens)
        suffixes = (seen[-length:] for length in range(LOOKS_BACK, 0, -1))
        return next((self.known[suffix] for suffix in suffixes if suffix in self.known), {})

    def fitting(self, written: Written) -> list[bool]:
        """Return, for each new token, whether it follows those before it as in the text."""
        tokens, count = (*written.prompt, *written.new), len(written.prompt)
        return [tokens[i] in self.after(tokens[:i]) for i in range(count, len(tokens))]


def kind_of(follows: Follows, written: Written) -> str:
    """Return which card came true of what was written.

    `right` if every new token follows those before it as in the text; else `frequent` if all of them are
    among the six most frequent tokens; else `jumble`.
    """
    if all(follows.fitting(written)):
        return RIGHT
    return FREQUENT if all(token < FEW for token in written.new) else JUMBLE


def verdict(follows: Follows, guess: str, written: Written) -> str:
    """Return whether a guess was right (`hit`), right for at least half of the tokens (`near`), or wrong."""
    if kind_of(follows, written) == guess:
        return HIT
    fitting = follows.fitting(written)
    often = [token < FEW for token in written.new]
    neither = [not (fits or much) for fits, much in zip(fitting, often, strict=True)]
    true_of = {RIGHT: fitting, FREQUENT: often, JUMBLE: neither}[guess]
    return NEAR if sum(true_of) >= HALF * len(true_of) else MISS


@lru_cache(maxsize=8)
def cards(follows: Follows, prompt: tuple[int, ...], seed: int) -> dict[str, Written]:
    """Return the writing on the three cards, by kind: each is of that kind itself, as `kind_of` says.

    `right` has the rest of a sentence of the text that begins like the prompt, `frequent` the most frequent
    word over and over, `jumble` words that the seed draws.
    """
    text, begun = follows.text, prompt
    words = [i for i, token in enumerate(text.tokens) if token[0].isalnum()]
    return {
        RIGHT: Written(begun, _rest(follows, begun)),
        JUMBLE: Written(begun, _drawn(follows, begun, words[FEW:], Random(seed))),
        FREQUENT: Written(begun, (words[0],) * LONG),
    }


def _rest(follows: Follows, begun: tuple[int, ...]) -> tuple[int, ...]:
    """Return the rest of the first sentence that contains as many of the last tokens as possible."""
    before, after = follows.examples
    place = min(follows.after(begun).values(), default=0)
    new = [int(after[place])]
    for here, token in zip(before[place + 1 :], after[place + 1 :].tolist(), strict=True):
        if (here == follows.text.end).all():
            break
        new.append(token)
    return tuple(new)


def _drawn(follows: Follows, begun: tuple[int, ...], words: Sequence[int], dice: Random) -> tuple[int, ...]:
    """Draw words, none of which follows those before it as in the text."""
    new: tuple[int, ...] = ()
    while len(new) < LONG:
        word = words[int(dice.random() * len(words))]
        if word not in new and word not in follows.after((*begun, *new)):
            new = (*new, word)
    return new
