"""The beginning of a text as a reader writes it: its words as numbers, and what is asked for in the end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from downhill.lessons.lesson_60_looking_back.texts import BEHIND
from downhill.lessons.lesson_60_looking_back.world import KINDS, World, kind_of, who_of
from downhill.text.mistake import Mistake
from downhill.training.tokens import TOKEN, WIDE

LONGEST = 60  # words and signs of a text that a reader writes


class Asked(NamedTuple):
    """What the last sentence of a text asks for.

    `name` is whose thing is asked for, `whose` the place with that name; `places` are where such a thing
    stands, the last one that was told of first: none if nobody with that name has one in the text.
    """

    name: int
    whose: int
    places: tuple[int, ...]


@lru_cache(maxsize=16)
def _pattern(tokens: tuple[str, ...]) -> re.Pattern[str]:
    """What finds a token at a place, the longest one; a word ends where no letter follows."""
    longest = sorted(tokens, key=len, reverse=True)
    parts = (
        re.escape(token).replace(r"\ ", r"\s+") + ("" if WIDE.match(token) else r"(?!\w)")
        for token in longest
    )
    return re.compile("|".join(parts), re.IGNORECASE)


def numbers(world: World, prompt: str, writing: bool = False) -> list[int]:
    """The numbers of a text's tokens.

    Raises `Mistake` with the first word that the world doesn't have, or for a text that is too long. While
    somebody is still `writing`, a last word that may become a known one is left out.
    """
    known = {token.casefold(): number for number, token in enumerate(world.tokens)}
    pattern, found, at = _pattern(world.tokens), list[int](), 0
    while at < len(prompt):
        if prompt[at].isspace():
            at += 1
            continue
        token = pattern.match(prompt, at)
        if token:
            found.append(known[" ".join(token[0].split()).casefold()])
            at = token.end()
            continue
        word = TOKEN.match(prompt, at)
        end = word.end() if word else at + 1
        if writing and end == len(prompt) and _may_become_known(world, prompt[at:]):
            break
        raise Mistake("prompt.unknown", at, end, word=prompt[at:end][:30], count=len(world.tokens))
    if len(found) > LONGEST:
        raise Mistake("prompt.long", 0, len(prompt), most=LONGEST)
    return found


def _may_become_known(world: World, word: str) -> bool:
    return any(token.casefold().startswith(word.casefold()) for token in world.tokens)


def asked(world: World, tokens: tuple[int, ...]) -> Asked | None:
    """What comes next after tokens, where that is somebody's thing; None if it is something else.

    That is, where a last sentence has come so far as to say whose thing it is about, and of which kind.
    """
    whose = len(tokens) - BEHIND
    name = world.name_of(tokens[whose]) if whose > 0 else None
    if name is None:
        return None
    kind = next((kind for kind in KINDS if _is_last(world, tokens[whose:], kind, name)), None)
    if kind is None:
        return None
    places = (at for at in range(len(tokens) - 1, BEHIND, -1) if _has(world, tokens, at, name, kind))
    return Asked(name, whose, tuple(places))


def _is_last(world: World, tokens: tuple[int, ...], kind: int, name: int) -> bool:
    """Return whether tokens are the beginning of the last sentence about a thing of that kind."""
    sentence = world.last[kind][who_of(name)]
    return tokens[1:] == tuple(map(world.number, sentence[1 : sentence.index("{thing}")]))


def _has(world: World, tokens: tuple[int, ...], at: int, name: int, kind: int) -> bool:
    """Return whether a thing of that kind stands at a place behind that name, as in a fact."""
    thing = world.thing_of(tokens[at])
    if thing is None or kind_of(thing) != kind or world.name_of(tokens[at - BEHIND]) != name:
        return False
    return tokens[at - BEHIND + 1 : at] == tuple(
        map(world.number, world.facts[kind][1 : world.facts[kind].index("{thing}")])
    )
