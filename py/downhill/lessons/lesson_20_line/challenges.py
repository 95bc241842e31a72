"""Challenges on a line through home prices."""

from __future__ import annotations

from downhill.lesson.challenge import ByHand, Challenge, FewSteps, LargestRate
from downhill.lessons.lesson_20_line.points_to_fit import CLOSE, Cloud

PERCENT = round(100 * CLOSE)

WORDS = {
    "challenge.hand.title": "A sure hand",
    "challenge.hand.task": "By hand: bring the sum of absolute errors to within {percent:0} % of the best "
    "there is, in at most {most:0} moves.",
    "challenge.hand.hint1": "Look at two homes only, a small one and a large one: the line should pass "
    "close to both.",
    "challenge.hand.hint2": "From the smallest home to the largest, prices rise by about $150 for every "
    "square foot. Set m there first, then let b lift the line into the middle of the bars.",
    "challenge.hand.answer": "The best line has m = {best_m:0} and b = {best_b:0}: type them into the "
    "number boxes.",
    "challenge.hand.done": "Within {percent:0} % of the best line there is.",
    "challenge.rate.title": "As fast as it can be",
    "challenge.rate.task": "Squared errors. Leave the sliders alone and find a learning rate that still "
    "brings the machine close to the best line, at least {percent:0} % of the largest one that does.",
    "challenge.rate.hint1": "Try rates above the good one. As long as the run only swings from side to side "
    "and comes closer, there is room; when it diverges, you are above the limit.",
    "challenge.rate.hint2": "In the units in which descent walks here, the bowl curves by twice the number "
    "of homes in both directions, and a run is stable below 2 / curvature.",
    "challenge.rate.answer": "The limit is {limit:3}. Set {tried:3} and press “10 steps” until it is there.",
    "challenge.rate.done": "It settles down, swinging around the best line. Above {limit:3} the swings "
    "would grow.",
    "challenge.calm.title": "Large steps, then small ones",
    "challenge.calm.task": "Absolute errors. Leave the sliders alone and let the machine come to within "
    "{percent:0} % of the best in at most {most:0} steps. You may change the learning rate on the way.",
    "challenge.calm.hint1": "With this error the slope never fades, so the steps stay as long as the rate "
    "makes them. Long steps get near quickly, and then jump over the bottom.",
    "challenge.calm.hint2": "Begin with a rate ten times as large as the good one. When the error stops "
    "falling, make it three times smaller.",
    "challenge.calm.answer": "Take {first:0} steps at the rate {large:0}, then go on at {small:0}.",
    "challenge.calm.done": "Long steps first, short ones at the end: where an error has corners, that is "
    "the way to its lowest place.",
}


def challenges(homes: Cloud) -> tuple[Challenge, ...]:
    """The challenges, on the points that the lesson opens with."""
    m, b = (round(value) for value in homes.lines["absolute"])
    return (
        Challenge(
            "hand",
            ByHand(homes.goal("absolute"), most=6),
            solution=(("move", "m", m), ("settle",), ("move", "b", b), ("settle",)),
            choices={"error": "absolute"},
            numbers={"percent": PERCENT, "best_m": m, "best_b": b},
        ),
        Challenge(
            "rate",
            LargestRate(homes.goal("squared"), percent=90),
            solution=(("set_rate", 0.0759), ("step", 10), ("step", 10)),
            choices={"error": "squared"},
            numbers={"tried": 0.0759},
        ),
        Challenge(
            "calm",
            FewSteps(homes.goal("absolute"), most=12),
            solution=(("set_rate", 4.0), ("step", 2), ("set_rate", 1.0), *(("step", 1),) * 3),
            choices={"error": "absolute"},
            numbers={"percent": PERCENT, "first": 2, "large": 4, "small": 1},
        ),
    )
