"""How a reader lets a text be looked at: by hand, word by word, or by the model, sharper or duller."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np

from downhill.lessons.lesson_60_looking_back.prompts import Asked
from downhill.lessons.lesson_60_looking_back.scene import COVER, EYES
from downhill.lessons.lesson_60_looking_back.texts import BEHIND
from downhill.lessons.lesson_60_looking_back.world import World

SCORES = tuple(f"score{number}" for number in range(1, 6))  # the sliders of a look by hand
SHARP = "sharp"  # the slider that multiplies the model's scores
HIGHEST, SHARPEST = 10.0, 3.0  # ends of these sliders, which begin at 0
SCORE_STEP, SHARP_STEP = 0.5, 0.05
ON, OFF = "on", "off"
MOST_HIDDEN = 60


class Looks:
    """What is set of it.

    `eyes` say whose look is shown (`scene.EYES`), `off` that the model does not look at all. `scores` (5,)
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
        """Another text: what was set for the words of the one before is gone."""
        self.scores, self.hidden = [0.0] * len(SCORES), frozenset()

    def mask(self, size: int) -> np.ndarray | None:
        """Which of so many words must not be looked at; None where all may be."""
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
        return found | {name: score for name, score in zip(SCORES, self.scores, strict=True) if score}

    def restore(self, said: Mapping[str, str]) -> Iterator[str]:
        """Put everything as a link says; the names of what made no sense."""
        self.eyes, self.off, self.sharp = COVER, False, 1.0
        self.of_text()
        if said.get("eyes", COVER) in EYES:
            self.eyes = said.get("eyes", COVER)
        else:
            yield "eyes"
        self.off = said.get("attention") == OFF
        if said.get("attention", ON) not in (ON, OFF):
            yield "attention"
        for name in (*SCORES, SHARP):
            try:
                if name in said:
                    self.move(name, float(said[name][:24]))
            except ValueError:
                yield name
        places = said.get("hidden", "")
        parts = places.split("_") if places else []
        if len(parts) <= MOST_HIDDEN and all(part.isascii() and part.isdecimal() for part in parts):
            self.hidden = frozenset(int(part[:3]) for part in parts)
        else:
            yield "hidden"


def _snapped(value: float, step: float, high: float) -> float:
    """A value on a slider from 0 to `high`. Raises `ValueError` for one that is not finite."""
    if not math.isfinite(value):
        raise ValueError(f"no finite number: {value}")
    return round(round(min(max(value, 0.0), high) / step) * step, 6)


def candidates(world: World, tokens: tuple[int, ...], asked: Asked | None) -> tuple[int, ...]:
    """The places of a text that a look by hand has sliders for, five at most, in their order.

    First those that tell, and whose they are; then other things, and the weather.
    """
    end = asked.whose if asked else len(tokens)
    things = [at for at in range(end) if world.thing_of(tokens[at]) is not None]
    skies = [at for at in range(end) if world.tokens[tokens[at]] in world.skies]
    told = [place for at in (asked.places if asked else ()) for place in (at, at - BEHIND)]
    return tuple(sorted([*dict.fromkeys((*told, *things, *skies))][: len(SCORES)]))


def by_hand(scores: list[float], places: tuple[int, ...], size: int) -> np.ndarray:
    """The shares of a look by hand on the first `size` words, shape (size,): the softmax of its scores.

    What has no slider has the score 0; the first one is no word of the text, and is not looked at.
    """
    fits = np.zeros(size)
    for place, score in zip(places, scores, strict=False):
        fits[place] = score
    powers = np.exp(fits - fits.max(initial=0.0))
    powers[0] = 0
    total = powers.sum()
    return np.asarray(powers / total if total else powers)
