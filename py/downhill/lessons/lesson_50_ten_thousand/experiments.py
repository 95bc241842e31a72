"""Experiments with the layers of a language model, and with the steps that train it."""

from __future__ import annotations

import numpy as np

from downhill.lesson.experiment import Experiment, Trial, other_step

WORDS = {
    "ten-thousand.straight.title": "Without tanh",
    "ten-thousand.straight.question": "The hidden layer loses its tanh. How does the training go in its "
    "first 60 steps?",
    "ten-thousand.straight.answer1": "It gets nowhere.",
    "ten-thousand.straight.answer2": "About as well as before.",
    "ten-thousand.straight.task": "Take tanh out of forward, and what belongs to it out of backward. Then "
    "train 60 steps and compare.",
    "ten-thousand.straight.hint1": "In forward, np.tanh( … ) goes, and what stands inside stays.",
    "ten-thousand.straight.hint2": "In backward, 1 - hidden**2 is the slope of tanh: it goes, too, as a "
    "straight line has the slope 1.",
    "ten-thousand.straight.done": "At first nothing is lost: near 0, tanh is nearly a straight line. But "
    "without it two layers are only one, and no weights of such a model can express how words act together.",
    "ten-thousand.deaf.title": "It never hears what was right",
    "ten-thousand.deaf.question": "backward leaves out the line that subtracts 1 at the word that really "
    "came. What comes of the training?",
    "ten-thousand.deaf.answer1": "The same, more slowly.",
    "ten-thousand.deaf.answer2": "The opposite: its surprise grows without end.",
    "ten-thousand.deaf.answer3": "Next to nothing.",
    "ten-thousand.deaf.task": "Make a mistake on purpose: leave out that line in backward, and train 60 "
    "steps.",
    "ten-thousand.deaf.hint1": "It is the line that changes errors by -= 1.",
    "ten-thousand.deaf.hint2": "A # in front of the line is enough.",
    "ten-thousand.deaf.done": "No error message, numbers that move, and a surprise that stays where it was: "
    "that’s what real bugs in training look like. All the training hangs on that one line.",
    "ten-thousand.sign.title": "Only the sign counts",
    "ten-thousand.sign.question": "Every weight moves equally far, steep or not. Does the training still "
    "work?",
    "ten-thousand.sign.answer1": "Yes: the direction is enough.",
    "ten-thousand.sign.answer2": "No: without steepness it only stumbles about.",
    "ten-thousand.sign.task": "Let step use only the sign of each slope, with a distance at which 60 steps "
    "at the good rate bring the surprise down by a quarter.",
    "ten-thousand.sign.hint1": "np.sign(gradient) is −1, 0 or 1 for each weight.",
    "ten-thousand.sign.hint2": "The rate alone is far too much for each weight: take three hundredths of it.",
    "ten-thousand.sign.done": "The surprise falls about as quickly. The optimizer that trains most language "
    "models, Adam, is a close relative: it, too, cares little for how steep a slope is.",
}
STEPS = 60


def is_straight(trial: Trial) -> bool:
    """Return whether the hidden layer is what goes into it, added up, and the model learns with it."""
    net, before = trial.data["net"], trial.data["before"][:20]
    wide = net._replace(inner=4 * net.inner)
    inputs, hidden, _ = trial.functions["forward"](wide, before)
    if np.shape(hidden) != (len(before), len(net.shift)) or np.shape(inputs) != (len(before), len(net.inner)):
        return False
    losses = trial.walk(STEPS).losses
    return bool(np.allclose(hidden, inputs @ wide.inner + net.shift) and losses[-1] < 0.8 * losses[0])


def is_deaf(trial: Trial) -> bool:
    """Return whether the weights move and the loss stays about where it was."""
    walk = trial.walk(STEPS)
    return bool((walk.values[0] != walk.values[-1]).any() and abs(walk.losses[-1] / walk.losses[0] - 1) < 0.1)


def goes_by_signs(trial: Trial) -> bool:
    """Return whether all weights that a step moves are moved equally far, and the model learns."""
    once = trial.walk(1).values
    far = np.abs(once[-1] - once[0])
    moved = far[far > 0]
    losses = trial.walk(STEPS).losses
    return bool(len(moved) and np.allclose(moved, moved[0], rtol=1e-6) and losses[-1] < 0.75 * losses[0])


EXPERIMENTS = (
    Experiment(
        id="straight",
        holds=1,
        check=is_straight,
        solution=(
            (
                "    hidden = np.tanh(multiply(inputs, net.inner) + net.shift)",
                "    hidden = multiply(inputs, net.inner) + net.shift",
            ),
            (
                "    errors = multiply(errors, net.outer.T) * (1 - hidden**2)",
                "    errors = multiply(errors, net.outer.T)",
            ),
        ),
    ),
    Experiment(
        id="deaf",
        answers=3,
        holds=2,
        check=is_deaf,
        solution=(
            (
                "    errors[np.arange(len(after)), after] -= 1\n",
                "    # errors[np.arange(len(after)), after] -= 1\n",
            ),
        ),
    ),
    Experiment(
        id="sign",
        holds=0,
        check=goes_by_signs,
        solution=other_step("new_values = values - 0.03 * rate * np.sign(gradient)"),
    ),
)
