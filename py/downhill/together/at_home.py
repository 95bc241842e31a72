"""Four groups without a class: trained here, one after the other, and what goes wrong if they begin apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from downhill.together.averaging import EQUALLY, Way, likeness, swapped, together
from downhill.together.class_text import RATE, ROUND, ClassText, class_text, trained
from downhill.together.collecting import sum_of_code
from downhill.together.model_code import Model, decode, encode
from downhill.training.own_text import examples, sentences
from downhill.training.sgd import Training

LIES = 20  # lines that the lying group adds to its text
HONEST = 8  # groups, besides the one that lies


class AtHome:
    """The groups of a text. What was trained is kept, because it is slow; the same is asked for again."""

    def __init__(self, text: ClassText) -> None:
        self.text = text
        self.trainings: dict[tuple[int, int], Training] = {}
        self.ninths: dict[tuple[int, int], np.ndarray] = {}

    def alone(self, group: int, steps: int, seed: int) -> np.ndarray:
        """Return the weights of a group that never shares, after `steps` steps; group 0 has all texts."""
        training = self.trainings.get((group, seed))
        if training is None or training.steps > steps:
            text = self.text.of_group(group, 1) if group else self.text.text
            training = self.trainings[group, seed] = Training(text, seed)
        while training.steps < steps:
            training.step(RATE)
        return training.weights.copy()

    def code(self, group: int, begun: str, seed: int) -> str:
        """Return the code of a group after a round that began with a mean, or with the first weights."""
        last = decode(begun)
        turn, start = (last.round + 1, last.weights) if isinstance(last, Model) else (1, None)
        if start is None:
            weights = self.alone(group, ROUND, seed)
        else:
            weights = trained(self.text.of_group(group, turn), seed, start)
        told = {"round": turn, "begun": sum_of_code(begun), "steps": ROUND, "group": group}
        return encode(self.text.model(weights, seed, **told))

    def apart(self, seed: int) -> dict[str, Any]:
        """Return what comes of groups with the same first weights, and with others: losses, units alike.

        `same` and `other` have how alike the units of groups 1 and 2 are, and how many of the 48 are most
        like the one with the same number.
        """
        groups = range(1, len(self.text.topics) + 1)
        found: dict[str, Any] = {}
        for name, shift in (("same", 0), ("other", 100)):
            models = np.array([self.alone(group, ROUND, seed + shift * group) for group in groups])
            alike = likeness(self.text.units(models[0]), self.text.units(models[1]))
            matched = int((alike.argmax(axis=1) == np.arange(len(alike))).sum())
            mean = together(models, np.ones(len(models)), EQUALLY)
            found[name] = {
                "losses": [self.text.loss(each) for each in models],
                "mean": self.text.loss(mean),
                "alike": alike.round(2).tolist(),
                "matched": matched,
            }
        return found

    def reordered(self, seed: int) -> dict[str, float]:
        """Return the loss of a model of all texts, with its units in another order, and of both averaged."""
        whole = self.alone(0, 2 * ROUND, seed)
        other = swapped(whole, len(self.text.text.tokens))
        losses = (self.text.loss(each) for each in (whole, other, (whole + other) / 2))
        return dict(zip(("whole", "swapped", "half"), losses, strict=True))

    def ninth(self, part: int, lie: Sequence[int], seed: int) -> np.ndarray:
        """Return the weights of a group with every ninth sentence; part 0 adds the lie to its own."""
        if (part, seed) not in self.ninths:
            text = self.text.text
            lines = [*sentences(text)][part :: HONEST + 1]
            learned = examples([*lines, *[lie] * (0 if part else LIES)], text.end)
            self.ninths[part, seed] = trained(text._replace(learned=learned), seed)
        return self.ninths[part, seed]

    def poisoned(
        self, honest: int, way: str, lie: Sequence[int], seed: int, put: Way = together
    ) -> dict[str, float]:
        """Return how likely the lie's word is, and the likeliest true one, with that many honest groups."""
        models = np.array([self.ninth(part, lie, seed) for part in range(honest + 1)])
        chances = self.text.running(put(models, np.ones(len(models)), way)).chances(lie[:-2])
        others = np.delete(chances, lie[-2])
        return {"lie": float(chances[lie[-2]]), "true": float(others.max())}


@lru_cache(maxsize=1)
def at_home(parts: tuple[str, ...]) -> AtHome:
    """Return the groups of a text with these topics, each a text with a sentence a line."""
    return AtHome(class_text(parts))
