"""Challenges with the temperature at which a model chooses its next word."""

from __future__ import annotations

from downhill.lesson.challenge import ByHand, Challenge, FewSteps, Predict

WORDS = {
    "challenge.hand.title": "As warm as people are",
    "challenge.hand.task": "By hand: bring the surprise down to {loss:3} in at most {most:0} moves.",
    "challenge.hand.hint1": "Look at the picture: at the start the model gives cloud and plane far more than "
    "people do. Does it have to be warmer or colder?",
    "challenge.hand.hint2": "Too cold, and dog gets too little beside cat. The best temperature lies between "
    "0.2 and 0.4.",
    "challenge.hand.answer": "Set the temperature to {best:2}.",
    "challenge.hand.done": "At this temperature the model is unsure in just the way in which people are.",
    "challenge.predict.title": "Where will the temperature go?",
    "challenge.predict.task": "The temperature is {temperature:2}, the learning rate is {rate:1}. Before you "
    "press Step: what will the temperature be after the step? {tolerance:2} more or less is close enough.",
    "challenge.predict.hint1": "It is the rule that moves every slider of this page: against the slope, as "
    "far as the learning rate says.",
    "challenge.predict.hint2": "New T = old T − learning rate · slope = {temperature:2} − {rate:1} · "
    "{temperature_slope:2}.",
    "challenge.predict.answer": "It will be {temperature_landing:2}.",
    "challenge.predict.done": "That is where it goes: to {temperature_landing:2}, close to the best "
    "temperature. Press Step to see it.",
    "challenge.steps.title": "Large steps first, small ones later",
    "challenge.steps.task": "Leave the slider alone. With learning rates only, bring the surprise down to "
    "{loss:3} in at most {most:0} steps. You may change the rate between steps.",
    "challenge.steps.hint1": "Far up the ground is nearly flat, and a large rate is needed to get anywhere. "
    "Near the lowest point it bends sharply, and a large rate leaps beyond it.",
    "challenge.steps.hint2": "Begin with the largest rate there is. As soon as the temperature is below 1, "
    "take a smaller one, and a still smaller one after that.",
    "challenge.steps.answer": "One step at {first:0}, one at {second:0}, and then steps at {last:1}.",
    "challenge.steps.done": "Real training does this, too: the learning rate begins large and shrinks on the "
    "way. It is called a learning rate schedule.",
}


def challenges(best: float) -> tuple[Challenge, ...]:
    """The challenges, with the best temperature."""
    return (
        Challenge(
            "hand",
            ByHand(1.195, most=4),
            solution=(("move", "temperature", best), ("settle",)),
            numbers={"best": best},
        ),
        Challenge(
            "predict",
            Predict("temperature", tolerance=0.02),
            solution=(("guess", 0.29),),
            start={"temperature": 0.5},
            rate=0.5,
        ),
        Challenge(
            "steps",
            FewSteps(1.195, most=5),
            solution=(
                ("set_rate", 5.0),
                ("step",),
                ("set_rate", 1.0),
                ("step",),
                ("set_rate", 0.2),
                ("step", 2),
            ),
            numbers={"first": 5.0, "second": 1.0, "last": 0.2},
        ),
    )
