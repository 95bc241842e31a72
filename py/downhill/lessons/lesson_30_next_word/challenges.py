"""Challenges with the weights of a tiny language model."""

from __future__ import annotations

from collections.abc import Sequence

from downhill.lesson.challenge import ByHand, Challenge, FewSteps, LargestRate, Predict

WORDS = {
    "challenge.hand.title": "Both words by hand",
    "challenge.hand.task": "By hand: bring the total error down to {loss:1} in at most {most:0} moves.",
    "challenge.hand.hint1": "Move one slider until the sign beside it shows that the ground is level there, "
    "then the next one. One round will not do: every slider that you move tilts the ground for the others.",
    "challenge.hand.hint2": "A weight should be large where the word belongs to the prompt, and a little "
    "below zero where it does not.",
    "challenge.hand.answer": "The best weights are w₁ = {w1:2}, w₂ = {w2:2}, w₃ = {w3:2} and w₄ = {w4:2}: "
    "type them into the number boxes.",
    "challenge.hand.done": "The same four weights now serve both prompts.",
    "challenge.predict.title": "Where will the first weight go?",
    "challenge.predict.task": "w₁ is {cat_animals:2}, the learning rate is {rate:1}. Before you press Step: "
    "where will w₁ be after the step? {tolerance:1} more or less is close enough.",
    "challenge.predict.hint1": "The rule is the same for four sliders as for one. The sign beside a slider "
    "shows how steep its slope is, and where downhill is.",
    "challenge.predict.hint2": "Downhill is to the right, so the slope is negative: {cat_animals_slope:1}. "
    "New w₁ = old w₁ − learning rate · slope.",
    "challenge.predict.answer": "{cat_animals:2} − {rate:1} · ({cat_animals_slope:2}) = "
    "{cat_animals_landing:2}.",
    "challenge.predict.done": "That is where w₁ goes, to {cat_animals_landing:2}. Press Step: the other "
    "three move at the same moment.",
    "challenge.steps.title": "Few steps",
    "challenge.steps.task": "Leave the sliders alone. Choose a learning rate with which the machine brings "
    "the total error down to {loss:2} in at most {most:0} steps.",
    "challenge.steps.hint1": "The good rate is a careful one: it takes nearly twice as many steps.",
    "challenge.steps.hint2": "Too large a rate jumps from side to side and loses steps that way. Try "
    "between the good one and {limit:1}.",
    "challenge.steps.answer": "Any rate from 0.5 to 0.7 does it: set {tried:1} and take {most:0} steps.",
    "challenge.steps.done": "The fastest rate is neither the careful one nor the largest one that still "
    "works.",
    "challenge.rate.title": "As fast as it can be",
    "challenge.rate.task": "Leave the sliders alone and find a learning rate that still solves the lesson, "
    "at least {percent:0} % of the largest one that does.",
    "challenge.rate.hint1": "Try rates above the good one: does the error still fall, if not at every step?",
    "challenge.rate.hint2": "The loss is a bowl in four directions, and the steepest of them sets the "
    "limit: 2 / its curvature, which is {curvature:2}.",
    "challenge.rate.answer": "The limit is {limit:2}. Set {tried:2} and press “10 steps” until it is solved.",
    "challenge.rate.done": "Solved, with a rate close to the limit of {limit:2}.",
}
NAMES = ("cat_animals", "cat_machines", "plane_animals", "plane_machines")


def challenges(goal: float, best: Sequence[float]) -> tuple[Challenge, ...]:
    """The challenges, with the loss that solves the lesson and its best weights in the sliders' order."""
    moves = [
        verb for name, value in zip(NAMES, best, strict=True) for verb in (("move", name, value), ("settle",))
    ]
    return (
        Challenge(
            "hand",
            ByHand(0.1, most=8),
            solution=tuple(moves),
            numbers={f"w{i + 1}": value for i, value in enumerate(best)},
        ),
        Challenge("predict", Predict("cat_animals", tolerance=0.1), solution=(("guess", 0.06),)),
        Challenge(
            "steps",
            FewSteps(0.05, most=5),
            solution=(("set_rate", 0.6), ("step", 5)),
            numbers={"tried": 0.6},
        ),
        Challenge(
            "rate",
            LargestRate(goal, percent=90),
            solution=(("set_rate", 0.741), ("step", 10), ("step", 10)),
            numbers={"tried": 0.741},
        ),
    )
