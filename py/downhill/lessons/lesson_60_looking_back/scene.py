"""All that the pictures of a model that looks back may show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from downhill.lessons.lesson_60_looking_back.world import World
from downhill.training.landmarks import Landmark
from downhill.training.tokens import ENDS, TIGHT, WIDE

COVER, HAND, MODEL, WINDOW = EYES = ("cover", "hand", "model", "window")


class Piece(NamedTuple):
    """A token as it is read: its text, whether a space stands before it, and the number of its sentence."""

    text: str
    spaced: bool
    sentence: int


class Rows(NamedTuple):
    """Where several places of a text look: their names, and the shares of their looks, shape (k, T)."""

    names: tuple[str, ...]
    shares: np.ndarray


class LookScene(NamedTuple):
    """What the pictures show.

    `eyes` say whose look it is: that of the `hand`, of the `model`, of a network that sees a `window` of
    three words, or nobody's while the last word is under `cover`. `pieces` are the tokens of the text,
    `shares` of the look on each of them, shape (T,). `said` is the word that stands in the gap, or '',
    `likely` are the likeliest words with their probabilities. `right` are the places that tell, `hidden`
    those that must not be looked at, `chosen` the one that the reader has taken, or -1; before the first that
    is `seen` nothing is. `rows` are the looks of the last words.

    `course` holds steps, losses on texts with pairs as in training and on new ones, and the mean share of the
    look on the right word, shape (k, 4); the model stands at row `at` of it. `window` is the course of the
    network of three words, shape (j, 3), `least` the smallest loss that it can have. `trainer` is the
    model at work: the lesson's film asks it.
    """

    eyes: str
    pieces: tuple[Piece, ...]
    shares: np.ndarray
    said: str
    likely: tuple[tuple[str, float], ...]
    right: tuple[int, ...]
    hidden: frozenset[int]
    chosen: int
    seen: int
    rows: Rows
    mover: str
    course: np.ndarray
    at: int
    window: np.ndarray
    least: float
    landmarks: tuple[Landmark, ...] = ()
    trainer: Any = None

    @property
    def reel(self) -> str | None:
        """The reel that plays; '' on the path of a film, None if there is none."""
        return self.trainer.reel if self.trainer else None

    @property
    def share(self) -> float:
        """How much of the reel is shown."""
        return float(self.trainer.share)

    def shows(self, part: str) -> bool:
        """Return whether a part of the stage is there: always, but where a film has not named it yet."""
        return self.trainer is None or self.trainer.parts is None or part in self.trainer.parts

    @property
    def answer(self) -> str:
        """The word that the text tells, or '' where nobody told."""
        return self.pieces[self.right[0]].text if self.right else ""


def pieces(world: World, tokens: Sequence[int]) -> tuple[Piece, ...]:
    """Tokens as they are read: spaces where they belong, sentences with a capital letter."""
    found: list[Piece] = []
    sentence, fresh, before = 0, True, ""
    for number in tokens:
        token = world.tokens[number]
        tight = token in TIGHT or bool(before and WIDE.match(token) and WIDE.match(before[-1]))
        text = token[:1].upper() + token[1:] if fresh else token
        found.append(Piece(text, not (fresh or tight), sentence))
        fresh, before = token in ENDS, token
        sentence += fresh
    return tuple(found)
