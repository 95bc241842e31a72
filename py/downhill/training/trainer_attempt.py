"""An attempt at a challenge with a model: it begins before all training, and losses are shares of that."""

from __future__ import annotations

from typing import Any

from downhill.lesson.challenge import Challenge, Facts
from downhill.play.attempt_base import AttemptBase, check_numbers
from downhill.play.ways import Ways
from downhill.training.trainer import Trainer


class TrainerAttempt(AttemptBase):
    """A challenge at work on a trainer.

    Losses differ from language to language, so a check's `loss` is here a share of the loss that the model
    begins with, and its words tell the loss itself, in nats.
    """

    def __init__(self, trainer: Trainer, challenge: Challenge) -> None:
        self.trainer = trainer
        super().__init__(trainer, trainer.lesson.words, challenge)

    def put(self) -> None:
        """Back to the first weights of the first seed, and to the challenge's rate; the prompt is kept.

        Challenges are about plain descent.
        """
        self.trainer.seed, self.trainer.ways = 1, Ways()
        self.trainer.restart()
        if self.challenge.rate:
            self.trainer.set_rate(self.challenge.rate)
        self.first = self.trainer.losses[0]

    def word_numbers(self) -> dict[str, Any]:
        """The `first` loss and the `loss` to reach, in nats, how many `tokens` and `weights` there are, the
        `rate`, the check's other numbers, and what the challenge brings.
        """
        check, training = check_numbers(self.challenge), self.trainer.training
        return {
            "rate": self.trainer.rate,
            "weights": len(training.weights),
            "tokens": training.size,
            "first": self.first,
            **check,
            "loss": check.get("loss", 1.0) * self.first,
            **self.challenge.numbers,
        }

    def ground(self) -> object:
        """The first weights."""
        return self.trainer.seed

    def hide_next_step(self, hidden: bool) -> None:
        """Nothing at a model gives an answer away."""

    def facts(self) -> Facts:
        """What a check may know of the attempt."""
        trainer = self.trainer
        return Facts(
            loss=trainer.training.loss() / self.first,
            hand_moves=self.hand_moves,
            machine_steps=self.machine_steps,
            resting=not trainer.holding,
            slowest=self.slowest,
            rate_kept=trainer.rate == self.rate,
            landing=self.challenge.numbers,
            guesses=self.guesses,
        )
