"""One text, and how it is looked at: by a hand, by the model, or by a network that sees three words."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import numpy as np

from downhill.lessons.lesson_60_looking_back.attention import BACK, How, Seen
from downhill.lessons.lesson_60_looking_back.looks import Looks, by_hand, candidates
from downhill.lessons.lesson_60_looking_back.prompts import Asked, asked
from downhill.lessons.lesson_60_looking_back.scene import COVER, HAND, WINDOW, Rows
from downhill.lessons.lesson_60_looking_back.training import LookingTraining, ThreeWords
from downhill.lessons.lesson_60_looking_back.world import World
from downhill.training.network import softmax
from downhill.training.tokens import written

LIKELY = 5  # words that are shown
CARDS = ("1", "2", "3")
LAST = 4  # places of the last sentence whose looks are shown


class AtText:
    """A text as numbers of `tokens`, after an end of a sentence, looked at as `looks` say.

    `other` is the network of three words, where its look is asked for.
    """

    def __init__(
        self,
        world: World,
        tokens: tuple[int, ...],
        looks: Looks,
        training: LookingTraining,
        other: ThreeWords | None = None,
    ) -> None:
        self.world, self.tokens, self.looks = world, tokens, looks
        self.training, self.other = training, other

    @cached_property
    def asked(self) -> Asked | None:
        """What the last sentence asks for."""
        return asked(self.world, self.tokens)

    @property
    def right(self) -> tuple[int, ...]:
        """The places that tell."""
        return self.asked.places if self.asked else ()

    def back(self, place: int) -> int:
        """How many words before the gap the one at a place stands; signs count for none."""
        return sum(self.world.tokens[token][0].isalnum() for token in self.tokens[place:])

    @property
    def seen(self) -> int:
        """The first place that can be seen."""
        return max(len(self.tokens) - BACK, 1) if self.looks.eyes == WINDOW else 1

    @cached_property
    def candidates(self) -> tuple[int, ...]:
        """The places that a look by hand has sliders for."""
        return candidates(self.world, self.tokens, self.asked)

    @cached_property
    def _forward(self) -> Seen:
        """The model's look from the gap, which is the last place, and from those before it."""
        first = max(len(self.tokens) - LAST + 1, 1)
        places = np.array([[*range(first, len(self.tokens) + 1)]])
        texts = np.array([[*self.tokens, self.world.end]])
        how = How(self.looks.sharp, self.looks.mask(texts.shape[1]), self.looks.off)
        return Seen(*self.training.functions["forward"](self.training.net, texts, places, how))

    @cached_property
    def shares(self) -> np.ndarray:
        """How much of the look goes to each token, shape (T,)."""
        size, eyes = len(self.tokens), self.looks.eyes
        if eyes in (COVER, WINDOW):
            return np.zeros(size)
        if eyes == HAND:
            return by_hand(self.looks.scores, self.candidates, size)
        return np.zeros(size) if self.looks.off else np.asarray(self._forward.shares)[0, -1, :size]

    @cached_property
    def chances(self) -> np.ndarray:
        """The probability of every word to come next, shape (V,).

        A hand says what it looks at: a word's probability is the share of the look on it.
        """
        if self.looks.eyes == HAND:
            return np.bincount(self.tokens, weights=self.shares, minlength=len(self.world.tokens))
        if self.looks.eyes == WINDOW and self.other:
            return self.other.chances([*self.tokens])
        found: np.ndarray = softmax(self._forward.scores)[-1]
        return found

    @property
    def likeliest(self) -> int:
        """The number of the word that is most likely to come next."""
        return int(self.chances.argmax())

    def likely(self) -> tuple[tuple[str, float], ...]:
        """The words that are most likely to come next, with their probabilities."""
        order = np.argsort(-self.chances, kind="stable")[:LIKELY].tolist()
        return tuple((self.world.tokens[i], float(self.chances[i])) for i in order)

    def rows(self) -> Rows:
        """Where the places of the last sentence look, the gap last, which is called by what is said there."""
        if self.looks.off:
            return Rows((), np.empty((0, len(self.tokens) - 1)))
        shares = np.asarray(self._forward.shares)[0, :, 1 : len(self.tokens)]
        before = [self.world.tokens[i] for i in self.tokens[len(self.tokens) - len(shares) + 1 :]]
        return Rows((*before, "…"), shares)

    @property
    def cards(self) -> dict[str, int]:
        """The things in the text that may be the covered word, by the numbers of their cards."""
        things = dict.fromkeys(token for token in self.tokens if self.world.thing_of(token) is not None)
        right = [self.tokens[place] for place in self.right[:1]]
        three = sorted([*dict.fromkeys((*right, *things))][: len(CARDS)], key=[*things].index)
        return dict(zip(CARDS, three, strict=False))

    def told(self) -> dict[str, Any]:
        """What sentences tell of the text (`LookStanding`)."""
        world, shares = self.world, 100 * self.shares
        most = int(shares.argmax()) if len(shares) else 0
        right = self.right[0] if self.right else 0
        share = float(shares[[*self.right]].sum()) if self.right else 0.0
        three = written([world.tokens[i] for i in self.tokens[-BACK:]])
        after = world.tokens[self.tokens[-1]]
        chance = 100 * float(self.chances[self.likeliest])
        return {
            "words": len(self.candidates) if self.looks.eyes == HAND else len(self.tokens) - 1,
            "after": after,
            "three": three,
            "asks": self.asked is not None,
            "owns": bool(self.right),
            "name": world.names[self.asked.name] if self.asked else "",
            "right": world.tokens[self.tokens[right]] if self.right else "",
            "share": share,
            "most": world.tokens[self.tokens[most]],
            "most_share": float(shares[most]),
            "said": world.tokens[self.likeliest],
            "chance": chance,
            "surprise": -math.log(max(share / 100, 1e-12)),
            "hides": bool(self.right) and self.looks.hidden >= {*self.right},
        }
