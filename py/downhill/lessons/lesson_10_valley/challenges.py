"""Challenges on a curve."""

from __future__ import annotations

from collections.abc import Mapping

from downhill.lesson.challenge import Challenge, FewSteps, LargestRate, Predict

WORDS = {
    "challenge.predict.title": "Where will the next step land?",
    "challenge.predict.task": "The point stands at x = {x:2} in the bowl, the learning rate is {rate:1}. "
    "Before you press Step: where will it be after the step? {tolerance:1} more or less is close enough.",
    "challenge.predict.hint1": "The rule needs two numbers. The learning rate is {rate:1}; the slope is in "
    "the sentence under the slider, and falling to the right means that it is negative.",
    "challenge.predict.hint2": "New x = old x − learning rate · slope = {x:2} − {rate:1} · ({x_slope:2}).",
    "challenge.predict.answer": "The slope is {x_slope:2}, so the new x is {x_landing:2}.",
    "challenge.predict.done": "That is where it goes: to x = {x_landing:2}. Now press Step and watch.",
    "challenge.rate.title": "As fast as it can be",
    "challenge.rate.task": "Leave the slider alone. Find a learning rate that still brings the machine to "
    "the lowest point of the bowl, at least {percent:0} % of the largest one that does.",
    "challenge.rate.hint1": "Above a certain rate every step lands farther off than it began. Begin where "
    "that happens and come down.",
    "challenge.rate.hint2": "The bowl’s slope grows by {curvature:1} with every unit of x. The rate 1 / "
    "{curvature:1} hits the bottom at once, 2 / {curvature:1} lands just as high on the other side.",
    "challenge.rate.answer": "The largest stable rate is 2 / {curvature:1} = {limit:2}. Set {tried:1} and "
    "press “10 steps” until it arrives.",
    "challenge.rate.done": "It arrived, jumping from side to side. Above {limit:2} it never would.",
    "challenge.escape.title": "Out of the wrong valley",
    "challenge.escape.task": "The machine stands above the valley that is not the lowest. Leave the slider "
    "alone: with learning rates only, bring it to the lowest point in at most {most:0} steps.",
    "challenge.escape.hint1": "A good learning rate walks into the nearest valley and stays there. What "
    "would a rate that is too big do?",
    "challenge.escape.hint2": "Let it jump, one step at a time. As soon as it is over the hill, calm it "
    "down.",
    "challenge.escape.answer": "Set the rate to {jump:1}, its largest, and press Step {jumps:0} times: it "
    "lands beyond the hill. Then take the good rate and press “10 steps” until it arrives.",
    "challenge.escape.done": "It has jumped out of one valley and settled in the lower one. Real training "
    "does this, too: large steps first, small ones later.",
    "challenge.flat.title": "Off the long flat slope",
    "challenge.flat.task": "Leave the slider alone. Reach the lowest point of the long flat slope in at "
    "most {most:0} steps. You may change the learning rate on the way.",
    "challenge.flat.hint1": "Where it is nearly level, steps are tiny. Only the learning rate can make them "
    "longer.",
    "challenge.flat.hint2": "But the rate that is right for the plain is far too large for the valley. Stop "
    "before it gets steep.",
    "challenge.flat.answer": "Take {fast:0} steps at the rate {jump:1}; that leads to the valley’s edge. "
    "Then take the good rate and go on.",
    "challenge.flat.done": "Fast on the plain, careful in the valley: that is why training changes its "
    "learning rate on the way.",
}
JUMPS, FAST = 5, 23


def challenges(goals: Mapping[str, float]) -> tuple[Challenge, ...]:
    """The challenges, with the loss that is low enough on every curve."""
    calm = (("preset", "good"), *(("step", 10),) * 3)
    return (
        Challenge(
            "predict",
            Predict("x", tolerance=0.1),
            solution=(("guess", -0.95),),
            choices={"shape": "bowl"},
            start={"x": -2.0},
        ),
        Challenge(
            "rate",
            LargestRate(goals["bowl"], percent=90),
            solution=(("set_rate", 6.17), ("step", 10), ("step", 10)),
            choices={"shape": "bowl"},
            numbers={"tried": 6.17},
        ),
        Challenge(
            "escape",
            FewSteps(goals["two-valleys"], most=40),
            solution=(("set_rate", 2.0), ("step", JUMPS), *calm),
            choices={"shape": "two-valleys"},
            numbers={"jump": 2.0, "jumps": JUMPS},
            press_on=True,
        ),
        Challenge(
            "flat",
            FewSteps(goals["flat-slope"], most=50),
            solution=(("set_rate", 2.0), ("step", FAST), *calm),
            choices={"shape": "flat-slope"},
            numbers={"jump": 2.0, "fast": FAST},
        ),
    )
