"""Groups with texts of their own: the words of a teacher's text are the class's list, its sentences the test.

Only the list is in the class's link, in alphabetical order. Every other word is read as `RARE`. Of all signs
only the end of a sentence counts, and every end is the same token.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote, unquote

import numpy as np

from downhill.text.mistake import Mistake
from downhill.together.class_text import MANY_WORDS, ClassText
from downhill.training.own_text import HAN, RARE, WORD, OwnText, read_own
from downhill.training.tokens import ENDS, Examples, Text, read_sentences

FEW_WORDS = 20
LONGEST_WORD, LONGEST_LIST = 30, 40_000  # characters of a word, and of a list as a link has it
SHOWN = 12  # words that are not on the list


class Taught(NamedTuple):
    """A teacher's text: the class's list of words, and its sentences as a test that no group learns."""

    words: tuple[str, ...]
    sentences: int
    begin: str
    test: ClassText


class Learned(NamedTuple):
    """A group's text, read with the class's list: of `total` words, `known` are on it, `unknown` ones not."""

    own: OwnText
    total: int
    known: int
    unknown: tuple[str, ...]


def packed(words: tuple[str, ...]) -> str:
    """Return a list of words as a link has it: joined by `+`, which is in no word."""
    return "+".join(quote(word, safe="") for word in words)


@lru_cache(maxsize=2)
def unpacked(packed: str) -> tuple[str, ...]:
    """Return the words of a link. Raises `Mistake` for anything that `packed` doesn't write."""
    words = tuple(map(unquote, packed.split("+"))) if len(packed) <= LONGEST_LIST else ()
    if not FEW_WORDS <= len(words) <= MANY_WORDS or words != _listed(words):
        raise Mistake("words.broken")
    return words


def _listed(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what can be on a list, each word once however it is capitalized, in alphabetical order."""
    first: dict[str, str] = {}
    for word in words:
        if WORD.fullmatch(word) and word[0].isalnum() and len(word) <= LONGEST_WORD:
            first.setdefault(word.casefold(), normalize("NFC", word))
    return tuple(first[key] for key in sorted(first))


def tokens(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tokens of a model with these words: the unknown one, the end, and the words."""
    return (RARE, "。" if any(re.match(f"[{HAN}]", word) for word in words) else ".", *words)


@lru_cache(maxsize=2)
def taught(source: str) -> Taught:
    """Read a teacher's text. Raises `Mistake` if it has too few words, or too many for a link."""
    own = read_own(source)
    words = _listed(own.text.tokens)
    if not FEW_WORDS <= len(words) <= MANY_WORDS or RARE in own.text.tokens:
        key = "words.few" if len(words) < FEW_WORDS else "words.many"
        raise Mistake(key, words=len(words), least=FEW_WORDS, most=MANY_WORDS)
    text = _read(own, words)
    whole = Examples(*(np.concatenate(parts) for parts in zip(text.learned, text.held_out, strict=True)))
    begin = next((each[:2] for each in own.read if len(each) > 3), own.read[0][:2])
    test = ClassText(text._replace(held_out=whole), ())
    return Taught(words, own.sentences, " ".join(token for token in begin if token[0].isalnum()), test)


@lru_cache(maxsize=2)
def learned(source: str, words: tuple[str, ...]) -> Learned:
    """Read a group's text with the class's words. Raises `Mistake` if there is too little to learn from."""
    own = read_own(source)
    known = {word.casefold() for word in words}
    read = [token for sentence in own.read for token in sentence if token[0].isalnum() or token == RARE]
    unknown = [token for token in read if token.casefold() not in known]
    text = _read(own, words)
    begin = _begin(own, known) or words[0]
    shown = tuple(dict.fromkeys(word.casefold() for word in unknown if word != RARE))
    return Learned(own._replace(text=text, begin=begin), len(read), len(read) - len(unknown), shown)


def _begin(own: OwnText, known: set[str]) -> str:
    """Return the first two words of a sentence, or one, that are on the list."""
    for size in (2, 1):
        for sentence in own.read:
            if len(sentence) > size and all(token.casefold() in known for token in sentence[:size]):
                return " ".join(sentence[:size])
    return ""


def _read(own: OwnText, words: tuple[str, ...]) -> Text:
    """Return a text as a model with these words reads it."""
    unknown, end, *_ = found = tokens(words)
    spelled = {word.casefold(): word for word in words}
    sentences = [
        [
            end if token in ENDS else spelled.get(token.casefold(), unknown)
            for token in sentence
            if _counts(token)
        ]
        for sentence in own.read
    ]
    text = read_sentences(sentences)
    number = {token: at for at, token in enumerate(found)}
    # A first word may have lost its capital there: it is on the list under one spelling only.
    table = np.array([number[spelled.get(token.casefold(), token)] for token in text.tokens])
    learned, held_out, sample = (
        Examples(table[part.before], table[part.after]) for part in (text.learned, text.held_out, text.sample)
    )
    return Text(found, 1, learned, held_out, sample, text.sentences, text.words)


def _counts(token: str) -> bool:
    return token in ENDS or token == RARE or token[0].isalnum()


def blank(words: tuple[str, ...]) -> ClassText:
    """Return the text of a class without examples: enough to tell which models are of this class."""
    nothing = Examples(np.empty((0, 3), int), np.empty(0, int))
    return ClassText(Text(tokens(words), 1, nothing, nothing, nothing, 0, 0), ())
