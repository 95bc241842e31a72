"""An attempt at a challenge with a model that looks back."""

from __future__ import annotations

from math import log
from typing import Any

from downhill.lesson.challenge import Facts
from downhill.lessons.lesson_60_looking_back.challenges import CLIFF, OPEN_EYES, SAYS, TRAINED
from downhill.lessons.lesson_60_looking_back.scene import MODEL
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.lessons.lesson_60_looking_back.world import EACH
from downhill.training.trainer_attempt import TrainerAttempt


class LookAttempt(TrainerAttempt):
    """A challenge at work: by hand, it is about the surprise of a look by hand; else about the loss, in nats.

    It begins with the weights that the present seed draws, and with the first text.
    """

    trainer: Looking

    def put(self) -> None:
        """Back to the first weights, the first text, and the challenge's rate; what is asked for is in view.

        Where it is about a trained model, the steps are taken as those that a link tells of.
        """
        trainer = self.trainer
        trainer.own_prompt = None
        trainer.looks.eyes = OPEN_EYES.get(self.challenge.id, MODEL)
        trainer.restart()
        if self.challenge.rate:
            trainer.set_rate(self.challenge.rate)
        trainer.target = TRAINED.get(self.challenge.id, 0)
        self.first = trainer.losses[0]
        text = trainer.at_text()
        self.last, self.wanted = self._question(), trainer.world.tokens[text.cards["2"]]
        self.right = text.told()["right"]

    def _question(self) -> tuple[int, ...]:
        """The last sentence of the text, as far as it is given."""
        tokens = self.trainer.begun()
        return tuple(tokens[len(tokens) - tokens[::-1].index(self.trainer.world.end) :])

    def word_numbers(self) -> dict[str, Any]:
        """All that its words tell; losses are in nats, not shares."""
        numbers = super().word_numbers()
        numbers["loss"] = getattr(self.challenge.check, "loss", 1.0)
        return {**numbers, "things": EACH - 1, "wanted": self.wanted, "right": self.right}

    def facts(self) -> Facts:
        """What a check may know of the attempt."""
        trainer, text = self.trainer, self.trainer.at_text()
        by_hand = self.challenge.check.counts == "moves"
        said = trainer.world.tokens[text.likeliest] == self.wanted
        kept = self._question() == self.last
        return Facts(
            loss=text.told()["surprise"] if by_hand else trainer.training.loss(),
            hand_moves=self.hand_moves,
            machine_steps=self.machine_steps,
            resting=not trainer.holding and not trainer.behind,
            slowest=self.slowest,
            limit=CLIFF,
            rate_kept=trainer.rate == self.rate,
            landing={"three": log(EACH - 1), SAYS: float(said and kept and not trainer.behind)},
            guesses=self.guesses,
        )
