"""Experiments with a curve and the step that walks on it."""

from __future__ import annotations

import numpy as np

from downhill.lesson.experiment import Experiment, Trial, agrees, other_step
from downhill.lessons.lesson_10_valley.curves import CURVES, XS

WORDS = {
    "valley.two.title": "Draw two valleys",
    "valley.two.question": "Your curve will have two valleys. Does the machine reach the deeper one from "
    "everywhere?",
    "valley.two.answer1": "Yes, downhill leads to the lowest place.",
    "valley.two.answer2": "No, it ends in the valley that it begins in.",
    "valley.two.task": "Make the bowl a curve of your own with two valleys between −5 and 5. The slope "
    "must fit the height; or delete the function slope, and the machine measures it.",
    "valley.two.hint1": "A square has one lowest place. The square of a square may have two: where is (x² "
    "− 9)² zero?",
    "valley.two.hint2": "Take 0.02 · (x² − 9)², and a little of x, so that one valley is deeper. The slope "
    "is 0.08 · x · (x² − 9), and the same little.",
    "valley.two.done": "Two valleys. All the machine gets is the slope where it stands: put it left and "
    "right of the hill, and it ends in two places.",
    "valley.memory.title": "A step with a memory",
    "valley.memory.question": "Each step also repeats a part of the step before. How will the machine come "
    "to rest in a valley?",
    "valley.memory.answer1": "It goes to the bottom and stays there.",
    "valley.memory.answer2": "It swings through the bottom, several times.",
    "valley.memory.task": "From x = −5 at the learning rate 0.2, the machine gets stuck in the left "
    "valley. Give its step a memory, so that it crosses the hill and rests in the right one.",
    "valley.memory.hint1": "Name one more parameter in step: last. It is how far the last step has led, 0 "
    "before the first.",
    "valley.memory.hint2": "Add a share of last to the new values. A small share is too lame for the hill: "
    "try 0.95.",
    "valley.memory.done": "That is called momentum: like a heavy ball it rolls on through small valleys, "
    "and it swings before it rests. Nearly all large models are trained with it.",
    "valley.shrink.title": "A rate that shrinks",
    "valley.shrink.question": "At the learning rate 2 the machine never rests here. If each step divides "
    "the rate by a larger number, will it?",
    "valley.shrink.answer1": "Yes, once the rate is small enough.",
    "valley.shrink.answer2": "No, it has begun too wildly for that.",
    "valley.shrink.task": "Let the rate shrink with every step, so that the machine stops though "
    "it begins at 2. The first step must be as long as ever.",
    "valley.shrink.hint1": "Name one more parameter in step: taken. It is how many steps came before in "
    "this run.",
    "valley.shrink.hint2": "Divide the rate by 1 + taken: by 1 at the first step, and by more and more "
    "after that.",
    "valley.shrink.done": "It begins with leaps and ends in a valley. Most models are trained like that: "
    "with a learning rate that shrinks.",
}
RIDGE = 0.02  # of the curve's height: a hill between valleys is at least so high
BIG = 2.0  # a learning rate that bounces


def has_two_valleys(trial: Trial) -> bool:
    """Return whether the curve has two valleys with a hill between them, and its slope is right."""
    heights = np.array([trial.loss([x]) for x in XS[::4]])
    if not np.isfinite(heights).all():
        return False
    inner = heights[1:-1]
    lows = 1 + np.flatnonzero((inner < heights[:-2]) & (inner <= heights[2:]))
    hill = RIDGE * np.ptp(heights)
    parted = any(
        heights[one:other].max() > max(heights[one], heights[other]) + hill
        for one in lows
        for other in lows[lows > one]
    )
    return parted and all(agrees(trial, [x]) for x in (-4.3, -1.7, 1.1, 3.9))


def crosses(trial: Trial) -> bool:
    """Return whether a descent from the left end stops in the right valley, the deeper one."""
    walk = trial.walk(150, start=[-5.0])
    return bool(walk.values[-1, 0] > 0 and walk.losses[-1] < CURVES["two-valleys"].goal + 0.1)


def comes_to_rest(trial: Trial) -> bool:
    """Return whether a descent begins with a whole step at a rate that bounces, and rests nevertheless."""
    places = trial.walk(60, BIG).values[:, 0]
    first = trial.start[0] - BIG * trial.gradient(trial.start)[0]
    return bool(len(places) == 61 and abs(places[1] - first) < 1e-6 and np.ptp(places[-10:]) < 0.05)


EXPERIMENTS = (
    Experiment(
        id="two",
        holds=1,
        check=has_two_valleys,
        solution=(
            ("return bowl + 0.6", "return 0.02 * (x**2 - 9) ** 2 + 0.2 * x + 1"),
            ("return 0.3 * away", "return 0.08 * x * (x**2 - 9) + 0.2"),
        ),
        choices={"shape": "bowl"},
    ),
    Experiment(
        id="memory",
        holds=1,
        check=crosses,
        solution=other_step("new_values = values - rate * gradient + 0.95 * last", parameter="last"),
        choices={"shape": "two-valleys"},
    ),
    Experiment(
        id="shrink",
        holds=0,
        check=comes_to_rest,
        solution=other_step("new_values = values - rate / (1 + taken) * gradient", parameter="taken"),
        choices={"shape": "two-valleys"},
    ),
)
