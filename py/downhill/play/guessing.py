"""What the reader foretells of the machine: kept until it has moved, then held against what came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from downhill.lesson.prediction import CARDS, END, Guess, Prediction
from downhill.maths import truths
from downhill.text.format import PAGE, fill, number, with_unit

if TYPE_CHECKING:
    from downhill.play.lesson_state import LessonState

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

    def observe(self, state: LessonState, before: Any, took: bool) -> None:
        """The machine has tried a step from where `before` was measured: hold the guess against what came."""
        guess, prediction = self.guess, self.prediction
        if guess is None or prediction is None or not self.waits:
            return
        if guess.about == END:
            if state.verdict() not in ARRIVED:
                return
        elif not took:
            return
        counted = prediction.count(before, state.now) if prediction.count else 0.0
        came = (counted,) if prediction.kind == CARDS else state.values
        self.guess, self.rested = guess._replace(came=came), False


def told(state: LessonState) -> str:
    """What came of the reader's guess, in words; '' before it has come."""
    guess, prediction = state.guessing.guess, state.guessing.prediction
    if guess is None or prediction is None or guess.is_open:
        return ""
    sliders = state.lesson.sliders
    tolerances = prediction.tolerances or (truths.RIGHT, truths.NEARLY_RIGHT)
    right, index = truths.foretold(guess.values, guess.came, prediction.spans(sliders), tolerances)
    said, came = guess.values[index], guess.came[index]
    numbers = {"said": said, "came": came, "off": abs(came - said)}
    if prediction.kind == CARDS:
        texts = {name: number(value, 0) for name, value in numbers.items()} | {"most": str(prediction.most)}
    else:
        texts = {n: with_unit(v, sliders[index].decimals, sliders[index].unit) for n, v in numbers.items()}
        texts["name"] = state.lesson.words[f"slider.{sliders[index].name}"]
    return fill(PAGE[f"predicted.{prediction.kind}.{guess.about}.{right}"], texts)


def shown(state: LessonState) -> dict[str, Any]:
    """What the page shows of a guess: what it is about, its numbers as they are and as they are read, whether
    it is open; nothing where nothing can be foretold.
    """
    guessing = state.guessing
    if guessing.prediction is None:
        return {}
    guess = guessing.guess or Guess(guessing.prediction.about[0])
    texts = [
        number(v, 0) if guessing.prediction.kind == CARDS else with_unit(v, s.decimals, s.unit)
        for v, s in zip(guess.values, state.lesson.sliders, strict=False)  # a card is one number for all
    ]
    is_open = guessing.guess is not None and guess.is_open
    return {"about": guess.about, "values": list(guess.values), "shown": texts, "open": is_open}
