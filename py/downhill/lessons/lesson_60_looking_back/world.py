"""A tiny world of sentences in which the last word can only be known by looking back.

    Mia has a cat. Tom has a dog. Ida has a kite. It is windy. Mia pets her …

Its names, things and sentences are among the lesson's words, so that every language has a world of its own:
with its own agreement and its own order of words. In a sentence a blank separates tokens, and `_` stands for
a blank inside of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from downhill.text.mistake import Mistake

PETS, FLYERS = KINDS = (0, 1)  # kinds of things: what is petted, what is flown
SHE, HE = (0, 1)
EACH = 6  # names of each kind, and things
SKIES = 4
MOST, LONGEST = 8, 14  # words of a reader's own, and letters in each
PAIR = re.compile(r"\s*([^=,、，;；]+?)\s*[=＝]\s*([^=,、，;；]+?)\s*(?:[,、，;；]|$)")
WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")

WORDS: dict[str, str] = {
    "world.she": "Mia Anna Lena Zoe Ida Nora",
    "world.he": "Tom Ben Max Leo Sam Paul",
    "world.pets": "cat dog horse hamster rabbit mouse",
    "world.flyers": "kite plane drone balloon glider rocket",
    "world.skies": "sunny windy cold warm",
    "world.sky": "it is {sky} .",
    "world.pet": "{name} has a {thing} .",
    "world.flyer": "{name} has a {thing} .",
    "world.pet.she": "{name} pets her {thing} .",
    "world.pet.he": "{name} pets his {thing} .",
    "world.flyer.she": "{name} flies her {thing} .",
    "world.flyer.he": "{name} flies his {thing} .",
}


class World(NamedTuple):
    """What there is in a world, as words, and its sentences, as tokens with gaps.

    `names` are 12, first six women's, then six men's; `things` are 12, first six that are petted, then six
    that are flown; `skies` are 4. `facts` has a sentence for each kind of thing, `last` one for each kind of
    thing and of name: `last[kind][who]`. `tokens` are all words and signs, `end` is the number of the one
    that ends sentences.
    """

    names: tuple[str, ...]
    things: tuple[str, ...]
    skies: tuple[str, ...]
    sky: tuple[str, ...]
    facts: tuple[tuple[str, ...], ...]
    last: tuple[tuple[tuple[str, ...], ...], ...]
    tokens: tuple[str, ...]
    end: int

    def number(self, token: str) -> int:
        """The number of a token. Raises `KeyError` for one that the world doesn't have."""
        return _numbers(self.tokens)[token]

    def numbers(self, sentence: Sequence[str], name: int = 0, thing: int = 0, sky: int = 0) -> list[int]:
        """A sentence as numbers of tokens, its gaps filled with that name, thing or weather."""
        fill = {"{name}": self.names[name], "{thing}": self.things[thing], "{sky}": self.skies[sky]}
        return [self.number(fill.get(token, token)) for token in sentence]

    def name_of(self, token: int) -> int | None:
        """Which name a token is, or None."""
        return _place(self.names, self.tokens[token])

    def thing_of(self, token: int) -> int | None:
        """Which thing a token is, or None."""
        return _place(self.things, self.tokens[token])


@lru_cache(maxsize=16)
def _numbers(tokens: tuple[str, ...]) -> dict[str, int]:
    return {token: number for number, token in enumerate(tokens)}


def _place(words: tuple[str, ...], word: str) -> int | None:
    return words.index(word) if word in words else None


def kind_of(thing: int) -> int:
    """Return whether a thing with that number is petted or flown."""
    return thing // EACH


def who_of(name: int) -> int:
    """Return whether a name with that number is a woman's or a man's."""
    return name // EACH


def is_new(name: int, thing: int) -> bool:
    """Return whether nobody with that name has that thing in any text that is learned from.

    Each name lacks one thing of each kind: 24 of the 144 pairs.
    """
    return (name + thing) % EACH == EACH // 2


def world_of(words: Mapping[str, str], own: str = "") -> World:
    """The world of a language, with words of a reader's `own` in the places of others (`swaps`).

    Raises `ValueError` for a language whose words aren't as many as they must be, `Mistake` for words of a
    reader's that don't fit.
    """
    return _world(tuple(words[key] for key in WORDS), own)


@lru_cache(maxsize=16)
def _world(words: tuple[str, ...], own: str) -> World:
    said = dict(zip(WORDS, words, strict=True))
    she, he, pets, flyers, skies = (
        _list(said[f"world.{key}"]) for key in ("she", "he", "pets", "flyers", "skies")
    )
    for key, found, many in (
        *(("she", she, EACH), ("he", he, EACH), ("pets", pets, EACH), ("flyers", flyers, EACH)),
        ("skies", skies, SKIES),
    ):
        if len(set(found)) != many:
            raise ValueError(f"world.{key}: expected {many} different words, got {found}")
    plain = _made((*she, *he), (*pets, *flyers), skies, said)
    if not own.strip():
        return plain
    other = swaps(plain, own)
    names, things = (tuple(other.get(word, word) for word in part) for part in (plain.names, plain.things))
    return _made(names, things, skies, said)


def _list(text: str) -> tuple[str, ...]:
    return tuple(_spaced(word) for word in text.split())


def _spaced(token: str) -> str:
    return token if token.startswith("{") else token.replace("_", " ")


def _made(
    names: tuple[str, ...], things: tuple[str, ...], skies: tuple[str, ...], said: Mapping[str, str]
) -> World:
    sky = _list(said["world.sky"])
    facts = tuple(_list(said[f"world.{kind}"]) for kind in ("pet", "flyer"))
    last = tuple(
        tuple(_list(said[f"world.{kind}.{who}"]) for who in ("she", "he")) for kind in ("pet", "flyer")
    )
    small = (token for sentence in (*facts, sky, *last[0], *last[1]) for token in sentence)
    known = dict.fromkeys(token for token in small if not token.startswith("{"))
    tokens = tuple(dict.fromkeys((sky[-1], *known, *names, *things, *skies)))
    return World(names, things, skies, sky, facts, last, tokens, 0)


def swaps(world: World, own: str) -> dict[str, str]:
    """Which words a reader has put in the places of which, from a text as `Mia = Zara, cat = llama`.

    Raises `Mistake` for the first part that names no name or thing of this world, or a word that will not do.
    """
    found: dict[str, str] = {}
    for start, end, part in _parts(own):
        pair = PAIR.fullmatch(part)
        if not pair:
            raise Mistake("own.pair", start, end, part=part.strip()[:30], name=world.names[0])
        old = _known(world, pair[1], start, end)
        found[old] = _checked(world, found, pair[2], (start, end))
    if len(found) > MOST:
        raise Mistake("own.many", 0, len(own), most=MOST)
    return found


def _parts(own: str) -> Iterator[tuple[int, int, str]]:
    """The parts of a text between commas, each with its place."""
    for part in re.finditer(r"[^,、，;；]+", own):
        if part[0].strip():
            yield part.start(), part.end(), part[0]


def _known(world: World, word: str, start: int, end: int) -> str:
    for known in (*world.names, *world.things):
        if known.casefold() == word.casefold():
            return known
    raise Mistake("own.unknown", start, end, word=word[:30], name=world.names[0], thing=world.things[0])


def _checked(world: World, found: Mapping[str, str], new: str, place: tuple[int, int]) -> str:
    """A word that is to stand in the place of another. Raises `Mistake` for one that will not do."""
    if not WORD.fullmatch(new):
        raise Mistake("own.letters", *place, word=new[:30])
    if len(new) > LONGEST:
        raise Mistake("own.long", *place, word=new[:30], most=LONGEST)
    there = {token.casefold() for token in (*world.tokens, *found.values())}
    if new.casefold() in there:
        raise Mistake("own.twice", *place, word=new)
    return new
