"""How the words of the small language model are written and joined in the current language.

A translation may give a word another form after a certain other one: `token.cat.it` is what stands for "it"
where the text is about a cat, `token.I.slept` what stands for "slept" where it is about me.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from downhill.lessons.lesson_40_choose_word.ngrams import END
from downhill.text.format import enumerated, fill

TOKENS = {
    "token.begin": "I pet the",
    "token.cat": "cat",
    "token.dog": "dog",
    "token.hamster": "hamster",
    "token.horse": "horse",
    "token.cloud": "cloud",
    "token.plane": "plane",
    "token.and": "and",
    "token.because": "because",
    "token.cat.it": "it",
    "token.dog.it": "it",
    "token.hamster.it": "it",
    "token.horse.it": "it",
    "token.cloud.it": "it",
    "token.plane.it": "it",
    "token.purred": "purred",
    "token.barked": "barked",
    "token.squeaked": "squeaked",
    "token.neighed": "neighed",
    "token.jumped": "jumped",
    "token.slept": "slept",
    "token.flew": "flew",
    "token.rained": "rained",
    "token.landed": "landed",
    "token.I": "I",
    "token.I.smiled": "smiled",
    "token.I.slept": "slept",
    "token.I.flew": "flew",
    "token.happily": "happily",
    "token.again": "again",
    "token.stop": ".",
    "token.join": "{before} {after}",
    "token.more": "{text}…",
    "token.quoted": "“{text}”",
    "token.cut": "…{text}",
}
Words = Mapping[str, str]
WIDE = 0x2E80  # from here on, signs are as wide as two letters


def written(words: Words, before: Sequence[str], token: str) -> str:
    """A token as it is written after those before it."""
    if token == END:
        return words["token.stop"]
    for earlier in reversed(before):
        if f"token.{earlier}.{token}" in words:
            return words[f"token.{earlier}.{token}"]
    return words[f"token.{token}"]


def named(words: Words, before: Sequence[str], token: str) -> str:
    """A token as it is named among others."""
    return words["word.stop"] if token == END else written(words, before, token).lstrip(",，、 ")


def listed(words: Words, before: Sequence[str], told: Mapping[str, str], how: str) -> str:
    """Some tokens that may come next in a row, each with how it is `drawn`, or `likely`."""
    return enumerated(
        fill(words[f"word.{how}"], {"word": named(words, before, token), how: text})
        for token, text in told.items()
    )


def text(words: Words, tokens: Sequence[str]) -> str:
    """The beginning and these tokens as they are read, with dots where more is to come."""
    return _joined(words, _parts(words, tokens), tokens)


def halves(words: Words, tokens: Sequence[str]) -> tuple[str, str]:
    """The beginning, and what these tokens add to it, with the space between where there is one."""
    parts = _parts(words, tokens)
    return parts[0], _joined(words, parts, (END,)).removeprefix(parts[0])


def added(words: Words, tokens: Sequence[str]) -> str:
    """These tokens as they are read, without the beginning; '' where there are none."""
    parts = _parts(words, tokens)[1:]
    return _joined(words, parts, (END,)) if parts else ""


def shortened(words: Words, tokens: Sequence[str], room: int) -> str:
    """The text in quotation marks; without its first words where `room`, in letters, is too small."""
    parts = _parts(words, tokens)
    for first in range(len(parts)):
        whole = _joined(words, parts[first:], tokens)
        said = fill(words["token.cut"], {"text": whole}) if first else whole
        if width(said) <= room:
            break
    return fill(words["token.quoted"], {"text": said})


def width(written: str) -> int:
    """How wide a text is, about, in letters."""
    return sum(2 if ord(sign) >= WIDE else 1 for sign in written)


def _parts(words: Words, tokens: Sequence[str]) -> list[str]:
    return [words["token.begin"], *(written(words, tokens[:i], token) for i, token in enumerate(tokens))]


def _joined(words: Words, parts: Sequence[str], tokens: Sequence[str]) -> str:
    """Parts of a text in a row: what begins with a mark, as a comma, follows closely."""
    whole, *others = parts
    for part in others:
        close = not (part[0].isalnum() or part[0] in "¡¿«“„")
        whole = whole + part if close else fill(words["token.join"], {"before": whole, "after": part})
    return whole if END in tokens else fill(words["token.more"], {"text": whole})
