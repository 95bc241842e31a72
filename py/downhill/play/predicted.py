"""What the page shows of the reader's guess, and says of it once what was foretold has come."""

from __future__ import annotations

from typing import Any

from downhill.lesson.prediction import CARDS, Guess
from downhill.maths import truths
from downhill.play.lesson_state import LessonState
from downhill.text.format import PAGE, fill, number, with_unit


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
