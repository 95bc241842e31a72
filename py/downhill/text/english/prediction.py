"""What the page says of guesses: how they are made, and what came of them.

`downhill.maths.truths.foretold` says when each is true.
"""

from __future__ import annotations

PREDICTIONS: dict[str, str] = {
    "prediction": "Your guess",
    "prediction.place": "Guess with a flag",
    "prediction.line": "Guess with a line",
    "prediction.cards": "Guess first",
    "prediction.about": "What do you guess?",
    "prediction.about.step": "the next step",
    "prediction.about.end": "the end of the run",
    "prediction.ask.place.step": "Where will the next step lead? Click in the picture, or use the "
    "slider here.",
    "prediction.ask.place.end": "Where will the run end? Click in the picture, or use the slider here.",
    "prediction.ask.line.end": "Where will the line end up? Drag its left or right side in the picture, or "
    "use the sliders here. Then press Play.",
    "prediction.ask.cards.step": "Of the {most} bars, how many will get closer to their targets in the next "
    "step? Choose, then press Step.",
    "prediction.value": "guess for {name}",
    "prediction.none": "none yet",
    "predicted.place.step.right": "Right: you guessed {said}, and it went to {came}.",
    "predicted.place.step.near": "Nearly right: you guessed {said}, and it went to {came}.",
    "predicted.place.step.less": "You guessed {said}. It went to {came}, {off} farther to the left.",
    "predicted.place.step.more": "You guessed {said}. It went to {came}, {off} farther to the right.",
    "predicted.place.end.right": "Right: you guessed {said}, and the run ended at {came}.",
    "predicted.place.end.near": "Nearly right: you guessed {said}, and the run ended at {came}.",
    "predicted.place.end.less": "You guessed {said}. The run ended at {came}, {off} farther to the left.",
    "predicted.place.end.more": "You guessed {said}. The run ended at {came}, {off} farther to the right.",
    "predicted.line.end.right": "Right: the line ended where you laid yours.",
    "predicted.line.end.near": "Nearly right: the line ended close to yours.",
    "predicted.line.end.less": "Your line was another one: for {name} you guessed {said}, and it ended at "
    "{came}, {off} less.",
    "predicted.line.end.more": "Your line was another one: for {name} you guessed {said}, and it ended at "
    "{came}, {off} more.",
    "predicted.cards.step.right": "Right: {came} of {most} bars got closer to the target.",
    "predicted.cards.step.near": "Nearly right: you guessed {said}. {came} of {most} bars got closer to the "
    "target.",
    "predicted.cards.step.less": "You guessed {said}. It was less: {came} of {most} bars got closer to the "
    "target.",
    "predicted.cards.step.more": "You guessed {said}. It was more: {came} of {most} bars got closer to the "
    "target.",
}
