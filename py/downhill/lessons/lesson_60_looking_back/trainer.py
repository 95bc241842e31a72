"""The model that looks back at work: what is true of it, what is shown, and what a link says of it."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from downhill.lesson.looking_on import TRAINING
from downhill.lessons.lesson_60_looking_back.at_work import BATCHES, AtWork
from downhill.lessons.lesson_60_looking_back.looks import EARLIER, SCORES, earlier
from downhill.lessons.lesson_60_looking_back.scene import COVER, LookScene, pieces
from downhill.lessons.lesson_60_looking_back.standing import LookStanding
from downhill.lessons.lesson_60_looking_back.texts import WINDOW as LEAST
from downhill.lessons.lesson_60_looking_back.training import (
    BATCH,
)
from downhill.lessons.lesson_60_looking_back.world import world_of
from downhill.text.mistake import Mistake


class Looking(AtWork):
    """A model that looks back at work; mutable.

    All of it follows from `seed`, `many` (texts that a step reads), the reader's `own` words and `changes`.
    """

    def try_functions(self) -> None:
        """Let all functions work on texts, take a step, and write a sentence."""
        copy = self._copy(self.own_functions or {})
        copy.losses()
        self.look_on(TRAINING, lambda: copy.step(self.rate, self.ways.way()))
        self.write()

    def standing(self) -> LookStanding:  # type: ignore[override]
        """What is true now, in numbers and words."""
        loss, held = self.latest_losses()
        first, text = float(self.course.points[0, 1]), self.at_text()
        told = text.told()
        picked = self.world.tokens[text.tokens[self.chosen]] if 0 < self.chosen < len(text.tokens) else ""
        answers = self.measured.right if hasattr(self, "measured") else 0.0
        return LookStanding(
            steps=self.steps,
            first=first,
            ground=max(first, self.ground),
            loss=loss,
            held=held,
            looks=100 * self.mean_look,
            answers=100 * answers,
            weights=self.count,
            tokens=self.training.size,
            eyes=self.looks.eyes,
            picked=picked,
            back=text.back(self.chosen) if picked else 0,
            tells=self.chosen in text.right,
            touched=any(self.looks.scores),
            off=self.looks.off,
            sharp=self.looks.sharp,
            changed=self.changed(),
            **told,
        )

    def scene(self) -> LookScene:  # type: ignore[override]
        """All that the pictures may show."""
        self.latest_losses()
        text, looks = self.at_text(), self.looks
        window = self.other.course if "other" in self.__dict__ else np.empty((0, 3))
        return LookScene(
            eyes=looks.eyes,
            pieces=pieces(self.world, text.tokens[1:]),
            shares=text.shares[1:],
            said="" if looks.eyes == COVER else self.world.tokens[text.likeliest],
            likely=() if looks.eyes == COVER else text.likely(),
            right=tuple(place - 1 for place in text.right),
            hidden=frozenset(place - 1 for place in looks.hidden),
            chosen=self.chosen - 1,
            seen=text.seen - 1,
            rows=text.rows(),
            mover=self.mover,
            course=self.course.seen,
            at=self._row,
            window=window,
            least=LEAST,
            landmarks=self.landmarks,
            trainer=self,
        )

    def shown_settings(self) -> Mapping[str, str | float]:
        """What a link says besides seed, text, guess, changes and steps."""
        found: dict[str, str | float] = {"batch": float(self.many)} if self.many != BATCH else {}
        return found | ({"own": self.own} if self.own else {}) | self.looks.settings()

    def restore_shown(self, said: Mapping[str, str]) -> list[str]:
        """Put that as a link says, before all else; the names of what made no sense."""
        ignored: list[str] = []
        self.own, self.many = "", BATCH
        try:
            world_of(self.lesson.words, said.get("own", ""))
            self.own = said.get("own", "").strip()
        except ValueError:
            ignored.append("own")
        batch = said.get("batch", str(BATCH))
        if batch in BATCHES:
            self.many = int(batch)
        else:
            ignored.append("batch")
        try:
            self.spell(said.get("prompt", ""))
            self.own_prompt = said.get("prompt")
        except Mistake:
            self.own_prompt = None  # it is told of where the text is taken
        ignored += self.looks.restore(said)
        return ignored + self._restore_earlier(said)

    def _restore_earlier(self, said: Mapping[str, str]) -> list[str]:
        """Put the sliders of a look by hand as links say that were made when there were five of them."""
        text, ignored = self.at_text(), list[str]()
        places = earlier(self.world, text.tokens, text.asked)
        for name, place in zip(EARLIER, places, strict=False):
            try:
                score = float(said.get(name, "0")[:24])
                if name in said and place in text.candidates:
                    self.looks.move(SCORES[text.candidates.index(place)], score)
                elif not math.isfinite(score):
                    ignored.append(name)
            except ValueError:
                ignored.append(name)
        return ignored

    def set_language(self) -> None:
        """Another language has another world: everything restarts in it, without the reader's own words."""
        self.own, self.own_prompt = "", None
        super().set_language()
