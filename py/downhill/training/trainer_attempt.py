"""An attempt at a challenge with a model: it begins untrained, and losses are relative to that."""

from __future__ import annotations

from typing import Any

from downhill.lesson.challenge import Challenge, Facts
from downhill.play.attempt_base import AttemptBase, check_numbers
from downhill.play.ways import Ways
from downhill.training.trainer import Trainer


class TrainerAttempt(AttemptBase):
    """An attempt at a challenge with a model.

    Losses differ from language to language, so a check's `loss` is a share of the model's initial loss here,
    and its words give the loss itself, in nats.
    """

    def __init__(self, trainer: Trainer, challenge: Challenge) -> None:
        self.trainer = trainer
        super().__init__(trainer, trainer.lesson.words, challenge)

    def put(self) -> None:
        """Go back to the initial weights of the first seed, and to the challenge's rate; the prompt is kept.

        Challenges are about plain descent.
        """
        self.trainer.seed, self.trainer.ways = 1, Ways()
        self.trainer.restart()
        if self.challenge.rate:
            self.trainer.set_rate(self.challenge.rate)
        self.first = self.trainer.losses[0]

    def word_numbers(self) -> dict[str, Any]:
        """Return the `first` loss and the `loss` to reach, in nats, the number of `tokens` and of `weights`,
        the `rate`, the check's other numbers, and the challenge's own.
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
        """Return the initial weights."""
        return self.trainer.seed

    def hide_next_step(self, hidden: bool) -> None:
        """Do nothing: nothing about a model gives an answer away."""

    def facts(self) -> Facts:
        """Return what a check needs to know about the attempt."""
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
