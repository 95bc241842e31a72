"""How a reader lets a text be looked at: by hand, word by word, or by the model, sharper or duller."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np

from downhill.lessons.lesson_60_looking_back.prompts import Asked
from downhill.lessons.lesson_60_looking_back.scene import COVER, EYES
from downhill.lessons.lesson_60_looking_back.texts import BEHIND
from downhill.lessons.lesson_60_looking_back.world import World

SCORES = tuple(f"score{number}" for number in range(1, 4))  # the sliders of a look by hand
EARLIER = tuple(f"score{number}" for number in range(1, 6))  # in links that were made when there were five
LOOK = "look"  # what a link calls all three
SHARP = "sharp"  # the slider that multiplies the model's scores
HIGHEST, SHARPEST = 10.0, 3.0  # ends of these sliders, which begin at 0
SCORE_STEP, SHARP_STEP = 0.5, 0.05
ON, OFF = "on", "off"
MOST_HIDDEN = 60


class Looks:
    """What is set of it.

    `eyes` say whose look is shown (`scene.EYES`), `off` that the model doesn't look at all. `scores` (5,)
    are set by hand, `sharp` multiplies those of the model; `hidden` are places of the text that must not be
    looked at.
    """

    def __init__(self, eyes: str = COVER) -> None:
        self.eyes, self.off, self.sharp = eyes, False, 1.0
        self.scores = [0.0] * len(SCORES)
        self.hidden: frozenset[int] = frozenset()

    def move(self, name: str, value: float) -> bool:
        """Move a slider; whether it is another value. Raises `KeyError` for none of them."""
        if name == SHARP:
            before, self.sharp = self.sharp, _snapped(value, SHARP_STEP, SHARPEST)
            return before != self.sharp
        if name not in SCORES:
            raise KeyError(f"no slider {name!r}, only {[*SCORES, SHARP]}")
        at = SCORES.index(name)
        before, self.scores[at] = self.scores[at], _snapped(value, SCORE_STEP, HIGHEST)
        return before != self.scores[at]

    def toggle(self, place: int) -> None:
        """Hide a place of the text from the look, or show it again."""
        self.hidden = self.hidden ^ {place}

    def of_text(self) -> None:
        """Another text: no word of it is hidden; sliders stay where a hand has put them."""
        self.hidden = frozenset()

    def mask(self, size: int) -> np.ndarray | None:
        """Return which words must not be looked at; None where all may be."""
        if not self.hidden:
            return None
        return np.isin(np.arange(size), [*self.hidden])

    def settings(self) -> dict[str, str | float]:
        """What differs from the start, for a link."""
        found: dict[str, str | float] = {}
        if self.eyes != COVER:
            found["eyes"] = self.eyes
        if self.off:
            found["attention"] = OFF
        if self.sharp != 1:
            found[SHARP] = self.sharp
        if self.hidden:
            found["hidden"] = "_".join(map(str, sorted(self.hidden)))
        return found | ({LOOK: "_".join(map(repr, self.scores))} if any(self.scores) else {})

    def restore(self, said: Mapping[str, str]) -> Iterator[str]:
        """Put everything as a link says; the names of what made no sense."""
        self.eyes, self.off, self.sharp = COVER, False, 1.0
        self.of_text()
        self.scores = [0.0] * len(SCORES)
        if said.get("eyes", COVER) in EYES:
            self.eyes = said.get("eyes", COVER)
        else:
            yield "eyes"
        self.off = said.get("attention") == OFF
        if said.get("attention", ON) not in (ON, OFF):
            yield "attention"
        told = {SHARP: said[SHARP]} if SHARP in said else {}
        told |= zip(SCORES, said[LOOK].split("_"), strict=False) if LOOK in said else {}
        for name, text in told.items():
            try:
                self.move(name, float(text[:24]))
            except ValueError:
                yield name if name == SHARP else LOOK
        places = said.get("hidden", "")
        parts = places.split("_") if places else []
        if len(parts) <= MOST_HIDDEN and all(part.isascii() and part.isdecimal() for part in parts):
            self.hidden = frozenset(int(part[:3]) for part in parts)
        else:
            yield "hidden"


def _snapped(value: float, step: float, high: float) -> float:
    """A value on a slider from 0 to `high`. Raises `ValueError` for one that isn't finite."""
    if not math.isfinite(value):
        raise ValueError(f"no finite number: {value}")
    return round(round(min(max(value, 0.0), high) / step) * step, 6)


def candidates(world: World, tokens: tuple[int, ...], asked: Asked | None) -> tuple[int, ...]:
    """The places of the things in a text that a look by hand has sliders for, in order.

    That is one for each slider at most, those that tell first.
    """
    told, things = _told(asked), _things(world, tokens, asked)
    return tuple(sorted([*dict.fromkeys((*told, *things))][: len(SCORES)]))


def _told(asked: Asked | None) -> tuple[int, ...]:
    return asked.places if asked else ()


def _things(world: World, tokens: tuple[int, ...], asked: Asked | None) -> list[int]:
    end = asked.whose if asked else len(tokens)
    return [at for at in range(end) if world.thing_of(tokens[at]) is not None]


def earlier(world: World, tokens: tuple[int, ...], asked: Asked | None) -> tuple[int, ...]:
    """The places that a look by hand had sliders for when these were five: owners and the weather, too."""
    end = asked.whose if asked else len(tokens)
    skies = [at for at in range(end) if world.tokens[tokens[at]] in world.skies]
    told = [place for at in _told(asked) for place in (at, at - BEHIND)]
    found = dict.fromkeys((*told, *_things(world, tokens, asked), *skies))
    return tuple(sorted([*found][: len(EARLIER)]))


def by_hand(scores: list[float], places: tuple[int, ...], size: int) -> np.ndarray:
    """The shares of a look by hand on the first `size` words, shape (size,): the softmax of its scores.

    A hand looks at nothing that has no slider; where nothing has one, at all words alike.
    """
    shares, at = np.zeros(size), [*places] or [*range(1, size)]
    fits = np.array(scores[: len(places)] or np.zeros(len(at)))
    if at:
        powers = np.exp(fits - fits.max())
        shares[at] = powers / powers.sum()
    return shares
