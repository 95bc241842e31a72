"""Experiments with the error of a line, and with its gradient."""

from __future__ import annotations

import numpy as np

from downhill.lesson.experiment import Experiment, Trial, agrees

WORDS = {
    "line.worst.title": "Only the worst home counts",
    "line.worst.question": "The loss will be the error of the worst home alone. How many homes decide "
    "where a step leads?",
    "line.worst.answer1": "All twelve",
    "line.worst.answer2": "About half of them",
    "line.worst.answer3": "A single one",
    "line.worst.task": "Let the loss be the largest of the absolute errors, and the gradient that of this "
    "one home.",
    "line.worst.hint1": "Not the sum but the maximum: an array of numpy has max, as it has sum.",
    "line.worst.hint2": "np.abs(errors).argmax() is the number of the worst home. In the gradient only its "
    "sign and its x are left.",
    "line.worst.done": "At each step only the home that is worst just then pulls at the line; after the "
    "step it may be another one.",
    "line.limit.title": "Squares up to a limit",
    "line.limit.question": "Far errors will count less than their squares. Does the outlier still pull the "
    "line as hard?",
    "line.limit.answer1": "Yes, it stays the largest error.",
    "line.limit.answer2": "No, the line goes nearly back to the others.",
    "line.limit.task": "Square small errors, but let errors beyond a limit, say 20, grow in a straight "
    "line. The gradient must fit.",
    "line.limit.hint1": "np.where(condition, these, others) takes the one where the condition is true and "
    "the other where it is not.",
    "line.limit.hint2": "Beyond 20 take 40 · size − 400: there it continues the square without a leap or a "
    "corner. In the gradient, np.clip limits each error to ±20.",
    "line.limit.done": "This is the Huber loss: smooth at the bottom like squares, calm about outliers "
    "like absolute errors.",
    "line.minus.title": "A lost minus",
    "line.minus.question": "The gradient loses its minus. What will the machine do?",
    "line.minus.answer1": "It goes downhill, only more slowly.",
    "line.minus.answer2": "It goes uphill.",
    "line.minus.answer3": "It stands still.",
    "line.minus.task": "Delete the minus signs in the gradient and run it. Take some steps, and read what "
    "the page says of your gradient.",
    "line.minus.hint1": "There are two of them, one for each slope, in the last line of gradient.",
    "line.minus.hint2": "Leave the loss alone: then the page can compare your slopes with what it measures.",
    "line.minus.done": "It climbs, and the page has caught it: it moved each slider a hair, measured the "
    "loss, and found the other sign. That is how people check gradients, too.",
}
SLOPES = "    return -2 * (errors * x).sum(), -2 * errors.sum()"  # a line of the gradient of squared errors
TINY, FAR = 0.01, 1e5  # errors near to 0, and far beyond any limit


def counts_the_worst(trial: Trial) -> bool:
    """Return whether the loss is a matter of the largest error alone, and its gradient is right."""
    loss, x = trial.functions["loss"], np.array([1.0, 2.0, 3.0])
    errors = np.array([[5.0, -9.0, 2.0], [7.0, -9.0, -3.0], [5.0, -18.0, 2.0]])
    first, others, worse = (float(loss(x, y, 0.0, 0.0)) for y in errors)
    start = trial.start + 1.0  # on no crease
    return abs(first - others) < 1e-9 < worse - first and agrees(trial, start)


def is_limited(trial: Trial) -> bool:
    """Return whether small errors are squared and far ones grow in a straight line, in the gradient, too."""

    def of(error: float) -> float:
        return float(trial.functions["loss"](np.array([1.0]), np.array([error]), 0.0, 0.0))

    def is_times(factor: float, size: float) -> bool:
        return bool(abs(of(2 * size) / of(size) - factor) < 0.02 * factor)

    return is_times(4.0, TINY) and is_times(2.0, FAR) and is_times(2.0, -FAR) and agrees(trial, trial.start)


def climbs(trial: Trial) -> bool:
    """Return whether descent climbs, by a gradient that is just the opposite of what is felt."""
    said, felt = trial.gradient(trial.start), trial.felt(trial.start)
    losses = trial.walk(20).losses
    return bool(np.allclose(said, -felt, rtol=0.01) and losses[-1] > losses[0])


EXPERIMENTS = (
    Experiment(
        id="worst",
        answers=3,
        holds=2,
        check=counts_the_worst,
        solution=(
            ("    return np.abs(errors).sum()", "    return np.abs(errors).max()"),
            (
                "    signs = np.sign(errors)\n    return -(signs * x).sum(), -signs.sum()",
                "    worst = np.abs(errors).argmax()\n    sign = np.sign(errors[worst])\n"
                "    return -sign * x[worst], -sign",
            ),
        ),
        choices={"error": "absolute"},
    ),
    Experiment(
        id="limit",
        holds=1,
        check=is_limited,
        solution=(
            (
                "    return (errors**2).sum()",
                "    sizes = np.abs(errors)\n"
                "    return np.where(sizes < 20, errors**2, 40 * sizes - 400).sum()",
            ),
            (
                SLOPES,
                "    pulls = np.clip(errors, -20, 20)\n    return -2 * (pulls * x).sum(), -2 * pulls.sum()",
            ),
        ),
        choices={"error": "squared", "outlier": "on"},
    ),
    Experiment(
        id="minus",
        answers=3,
        holds=1,
        check=climbs,
        solution=((SLOPES, SLOPES.replace("-2", "2")),),
        choices={"error": "squared"},
    ),
)
