"""Text as a language model sees it: tokens, their numbers, and what comes before each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

LOOKS_BACK = 3  # tokens that the model sees
EVERY = 10  # every tenth sentence is held out
TOKEN = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")
ENDS = frozenset(".。!?！？।؟")
TIGHT = frozenset(",.;:!?…、。，！？；：।؟،")  # follow a word without a space
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")  # written without spaces


class Examples(NamedTuple):
    """Training examples: the numbers of the tokens before, shape (n, 3), and of those after, (n,)."""

    before: np.ndarray
    after: np.ndarray


class Text(NamedTuple):
    """A text of sentences: its tokens, the most frequent first, and examples to learn from and to test with.

    `sample` are some of the examples to learn from, as many as are held out: losses on these two are
    compared. `sentences` and `words` count everything that was read; `end` is the number of the token that
    ends most sentences.
    """

    tokens: tuple[str, ...]
    end: int
    learned: Examples
    held_out: Examples
    sample: Examples
    sentences: int
    words: int

    def number(self, token: str) -> int | None:
        """Return the number of a token, however it is capitalized; None if the text doesn't have it."""
        exactly, alike = _numbers(self.tokens)
        return exactly.get(token, alike.get(token.casefold()))

    def tokens_in(self, line: str) -> list[str]:
        """Split a line into words and signs, even in languages that are written without spaces.

        There the longest word that the text has is taken each time, from left to right (maximum matching);
        whatever is between such words stays together.
        """
        return [
            part
            for token in tokens_of(line)
            for part in (
                _longest_first(self.tokens).split(token)
                if WIDE.match(token) and token not in self.tokens
                else [token]
            )
            if part
        ]


@lru_cache(maxsize=8)
def _numbers(tokens: tuple[str, ...]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the numbers of tokens by their spelling, and by their lowercase spelling, first one wins."""
    alike: dict[str, int] = {}
    for number, token in enumerate(tokens):
        alike.setdefault(token.casefold(), number)
    return {token: number for number, token in enumerate(tokens)}, alike


@lru_cache(maxsize=8)
def _longest_first(tokens: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds tokens in words without spaces, the longest one first."""
    longest = sorted(tokens, key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, longest))})")


def tokens_of(line: str) -> list[str]:
    """Split a line into words and signs."""
    return TOKEN.findall(line)


def read(lines: Iterable[str]) -> Text:
    """Read sentences, one per line. Raises `ValueError` for fewer than ten sentences."""
    return read_sentences([tokens for line in lines if (tokens := tokens_of(line))])


def read_sentences(sentences: list[list[str]]) -> Text:
    """Read sentences of words and signs. Raises `ValueError` for fewer than ten."""
    if len(sentences) < EVERY:
        raise ValueError(f"expected at least {EVERY} sentences, got {sentences}")
    inside = {token for sentence in sentences for token in sentence[1:]}
    sentences = [[_uncapitalized(first, inside), *rest] for first, *rest in sentences]
    counts = Counter(token for sentence in sentences for token in sentence)
    known = tuple(token for token, _ in counts.most_common())
    end = known.index(Counter(sentence[-1] for sentence in sentences).most_common(1)[0][0])
    numbered = [[known.index(token) for token in sentence] for sentence in sentences]
    kept = [s for i, s in enumerate(numbered) if i % EVERY != EVERY - 1]
    words = sum(n for token, n in counts.items() if token[0].isalnum())
    learned, held_out = _examples(kept, end), _examples(numbered[EVERY - 1 :: EVERY], end)
    sample = Examples(*(part[:: EVERY - 1] for part in learned))
    return Text(known, end, learned, held_out, sample, len(sentences), words)


def _uncapitalized(first: str, inside: set[str]) -> str:
    """Return a sentence's first word as it is written inside sentences, if it occurs there."""
    small = first[:1].lower() + first[1:]
    return small if small in inside else first


def _examples(sentences: Iterable[Sequence[int]], end: int) -> Examples:
    """Return one example for every token; before a sentence there are only ends of sentences."""
    rows = [
        ([*[end] * LOOKS_BACK, *sentence][i : i + LOOKS_BACK], token)
        for sentence in sentences
        for i, token in enumerate(sentence)
    ]
    return Examples(np.array([before for before, _ in rows]), np.array([after for _, after in rows]))


def written(tokens: Sequence[str]) -> str:
    """Join tokens into readable text: with spaces where they belong, sentences with a capital letter."""
    text, fresh = "", True
    for token in tokens:
        gap = "" if not text or token in TIGHT or (WIDE.match(token) and WIDE.match(text[-1])) else " "
        text += gap + (token[:1].upper() + token[1:] if fresh else token)
        fresh = token in ENDS
    return text
