"""What the reader foretells of the machine: kept until it has moved, then held against what came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from downhill.lesson.prediction import END, Guess, Prediction
from downhill.maths import truths

ARRIVED = (truths.CONVERGED, truths.HOVERING, "stuck", "edge")  # verdicts of runs that have come to an end


class Guessing:
    """A lesson's `guess`, None where there is none. One that is answered goes with the next move or step.

    Steps that follow each other without a pause count as one: `rest` says that there is a pause.
    """

    def __init__(self, prediction: Prediction | None) -> None:
        self.prediction = prediction
        self.guess: Guess | None = None
        self.rested = False

    @property
    def covers(self) -> bool:
        """Whether the next step is to be kept from the reader."""
        return self.guess is not None and self.guess.covers

    @property
    def waits(self) -> bool:
        """Whether something was foretold that has not come yet."""
        return self.guess is not None and self.guess.is_open and bool(self.guess.values)

    def ask(self, about: str, values: Sequence[float] = ()) -> None:
        """The reader is about to foretell, or does, with `values`. Raises `KeyError` for what can't be."""
        if self.prediction is None or about not in self.prediction.about:
            raise KeyError(f"nothing is foretold of {about!r} here")
        self.guess = Guess(about, tuple(values))

    def forget(self) -> None:
        """Nothing was foretold."""
        self.guess = None

    def rest(self) -> None:
        """A pause: the next step or move is another one."""
        self.rested = True

    def leave(self, pause: bool = True) -> None:
        """Something moves: an answered guess goes, with steps in a row only after a pause."""
        if self.guess and not self.guess.is_open and (pause or self.rested):
            self.guess = None

    def observe(self, took: bool, verdict: str, before: Any, now: Any, values: tuple[float, ...]) -> None:
        """The machine has tried a step: hold the guess against what came.

        `took` says whether it was taken, `verdict` what the run amounts to; `before` and `now` are what was
        measured before and after it, `values` are the sliders'.
        """
        guess, prediction = self.guess, self.prediction
        if guess is None or prediction is None or not self.waits:
            return
        if verdict in ARRIVED if guess.about == END else took:
            came = (prediction.count(before, now),) if prediction.count else values
            self.guess, self.rested = guess._replace(came=came), False
