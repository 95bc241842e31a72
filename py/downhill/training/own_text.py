"""Reads a text of the reader's own, so that a model can learn from it; loaded when needed.

Markup, control characters and signs beyond the usual ones are left out, a line without an end gets one, and
Chinese and Japanese are read sign by sign. Words beyond the size of the vocabulary, the rarest ones, become
one token, `RARE`. The reader is told all of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import Any, NamedTuple
from unicodedata import normalize

import numpy as np

from downhill.text.mistake import Mistake
from downhill.training.landmarks import stands
from downhill.training.sgd import Training
from downhill.training.tokens import ENDS, EVERY, LOOKS_BACK, TIGHT, Examples, Text, read_sentences, written

LEAST, MOST = 20, 5_000  # words
LONGEST = 100_000  # characters that are looked at
LEAST_DIFFERENT = 8  # words
VOCABULARY = 400  # words and signs: a model of 29,300 weights
WRAPPED = 50  # characters of a line that a mail or a printed page may have broken
LONG = 40  # tokens; what is longer is cut, as a list or a poem without a full stop is
RARE = "□"
ENOUGH = 1_500  # words of which something can be learned that isn't learning by heart
SAMPLES, DRAWN = 8, 24  # texts that are drawn to see what is copied, and tokens of each
BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
MARKUP = re.compile(r"<[a-zA-Z/!?][^<>]{0,400}>|&[a-z]{2,8};")
HIDDEN = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"
)  # marks of direction, and the like
HAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{HAN}]|[^\W{HAN}]+(?:['’\-][^\W{HAN}]+)*|[^\w\s]")
KEPT = TIGHT | ENDS | {"¿", "¡"}


class OwnText(NamedTuple):
    """A text of the reader's own, as it was written (`source`) and as a model reads it (`text`).

    `read` are its sentences as words and signs, cut in pieces if there were too few (`sentences` of them),
    `begin` is a prompt from it, `once` how many of its words appear only once, `rare` how many different ones
    became the token for rare words, `left_out` are the signs that were left out, the most frequent first.
    """

    source: str
    text: Text
    read: tuple[tuple[str, ...], ...]
    sentences: int
    begin: str
    once: int
    rare: int
    left_out: tuple[str, ...]

    def copied(self, training: Training) -> float:
        """Return the share of runs of four tokens in what a model draws that stand in the text it learns."""
        text, runs = training.text, []
        for tokens in drawn(training):
            starts = range(len(tokens) - LOOKS_BACK)
            runs += [stands(text.learned, tokens[i : i + LOOKS_BACK + 1]) for i in starts]
        return float(np.mean(runs)) if runs else 0.0

    @property
    def numbers(self) -> dict[str, Any]:
        """What the page says of it."""
        text = self.text
        counts = {"words": text.words, "sentences": self.sentences, "tokens": len(text.tokens)}
        signs = " ".join(self.left_out)
        share = min(1.0, text.words / ENOUGH)
        return counts | {
            "once": self.once,
            "rare": self.rare,
            "pieces": text.sentences,
            "signs": signs,
            "enough": ENOUGH,
            "share": share,
        }


def read_own(source: str) -> OwnText:
    """Read a reader's text.

    Raises `Mistake` if it isn't text, if it has fewer than 20 or more than 5,000 words, or too few different
    ones.
    """
    if len(BINARY.findall(source[:LONGEST])) > 3:
        raise Mistake("own.not-text")
    if len(source) > LONGEST:
        raise Mistake("own.long", words=len(source.split()), most=MOST)
    plain = normalize("NFC", HIDDEN.sub("", MARKUP.sub(" ", source)))
    signs = WORD.findall(plain)
    left_out = Counter(sign for sign in signs if not (sign[0].isalnum() or sign in KEPT))
    words = Counter(sign.casefold() for sign in signs if sign[0].isalnum())
    count = sum(words.values())
    if not LEAST <= count <= MOST:
        raise Mistake("own.short" if count < LEAST else "own.long", words=count, least=LEAST, most=MOST)
    if len(words) < LEAST_DIFFERENT:
        raise Mistake("own.same", words=len(words), least=LEAST_DIFFERENT)
    whole = _sentences(plain)
    sentences = _enough(whole)
    known = Counter(token for sentence in sentences for token in sentence)
    rarest = (
        {token for token, _ in known.most_common()[VOCABULARY - 1 :]} if len(known) > VOCABULARY else set()
    )
    read = [[RARE if token in rarest else token for token in each] for each in sentences]
    text = read_sentences(read)
    once = sum(n == 1 for n in words.values())
    begin = written(
        next((each for each in sentences if len(each) > 3 and not rarest & {*each[:2]}), sentences[0])[:2]
    )
    signs_left = tuple(sign for sign, _ in left_out.most_common(8))
    return OwnText(source, text, tuple(map(tuple, read)), len(whole), begin, once, len(rarest), signs_left)


def _sentences(plain: str) -> list[list[str]]:
    """Split a text into sentences, each a list of words and signs that ends with an end."""
    end = "。" if re.search(rf"[{HAN}]", plain) else "."
    found: list[list[str]] = []
    for line in _lines(plain):
        sentence: list[str] = []
        for sign in WORD.findall(line):
            if sign[0].isalnum() or (
                sign in KEPT and sentence and not (sign in ENDS and sentence[-1] in ENDS)
            ):
                sentence.append(sign)
            if sentence and (sign in ENDS or len(sentence) >= LONG):
                found.append(sentence)
                sentence = []
        while sentence and not sentence[-1][0].isalnum():  # a comma at the end of a line of a song
            sentence.pop()
        if sentence:
            found.append([*sentence, end])
    return [each for each in found if any(sign[0].isalnum() for sign in each)]


def _lines(plain: str) -> list[str]:
    """Return the lines of a text. What goes on in lower case after a long line is the rest of it."""
    lines, last = [""], ""
    for line in map(str.strip, plain.splitlines()):
        if len(last) >= WRAPPED and line[:1].islower():
            lines[-1] += f" {line}"
        else:
            lines.append(line)
        last = line
    return lines


def _enough(sentences: list[list[str]]) -> list[list[str]]:
    """Cut the longest sentences in two until there are ten: every tenth is held out."""
    found = [*sentences]
    while len(found) < EVERY:
        at = max(range(len(found)), key=lambda i: len(found[i]))
        middle = len(found[at]) // 2
        found[at : at + 1] = [[*found[at][:middle], found[at][-1]], found[at][middle:]]
    return found


def lit(text: Text, new: Sequence[int]) -> list[bool]:
    """Return which tokens are in a run of four that stands so in the text to learn."""
    seen, more = [*[text.end] * LOOKS_BACK, *new], LOOKS_BACK + 1
    runs = [stands(text.learned, seen[i : i + more]) and i >= LOOKS_BACK for i in range(len(new))]
    return [any(runs[i : i + more]) for i in range(len(new))]


def drawn(training: Training) -> list[list[int]]:
    """Return texts that a model draws, each as numbers of tokens; the same ones for the same weights."""
    end = training.text.end
    return [training.draw([end], Random(seed), DRAWN)[1:] for seed in range(1, SAMPLES + 1)]


def sentences(text: Text, part: Examples | None = None) -> Iterator[list[int]]:
    """Yield the sentences to learn, or those of another part of a text, as numbers of tokens."""
    before, after = part or text.learned
    starts = [*np.flatnonzero((before == text.end).all(axis=1)), len(after)]
    for start, end in pairwise(starts):
        yield after[start:end].tolist()


def examples(lines: Sequence[Sequence[int]], end: int) -> Examples:
    """Return the examples in sentences: shapes (n, 3) and (n,), for n tokens."""
    rows = [[*[end] * LOOKS_BACK, *line][i : i + LOOKS_BACK] for line in lines for i in range(len(line))]
    return Examples(np.array(rows), np.array([token for line in lines for token in line]))
