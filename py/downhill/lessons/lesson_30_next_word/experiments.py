"""Experiments with what four weights are to learn, and which of them do."""

from __future__ import annotations

import numpy as np

from downhill.lesson.experiment import Experiment, Trial, agrees, other_step
from downhill.lessons.lesson_30_next_word.prompts import PROMPTS, TARGETS

WORDS = {
    "next-word.other.title": "Teach it something else",
    "next-word.other.question": "After “pet” should come “plane”, after “flew” should come “cat”. Which of "
    "these weights will end above 1?",
    "next-word.other.answer1": "w₁ (cat: animals)",
    "next-word.other.answer2": "w₃ (plane: animals)",
    "next-word.other.task": "Change the loss and its gradient, so that descent teaches “plane” after “pet” "
    "and “cat” after “flew”.",
    "next-word.other.hint1": "The targets have a row for each prompt and a column for each word. The "
    "columns must change places.",
    "next-word.other.hint2": "targets[:, ::-1] has the columns the other way around. Both functions need it.",
    "next-word.other.done": "Nonsense is as easy to train as sense. A model has no opinion: training leads "
    "to whatever makes its loss small.",
    "next-word.small.title": "Keep the weights small",
    "next-word.small.question": "Large weights will cost something, too. Do the scores still reach their "
    "targets, 1 and 0?",
    "next-word.small.answer1": "Yes, exactly.",
    "next-word.small.answer2": "No, they stay a little short of them.",
    "next-word.small.task": "Add a tenth of the sum of the squared weights to the loss, and what belongs "
    "to it to the gradient. Both prompts should still get the right word.",
    "next-word.small.hint1": "The new part of the loss is 0.1 * (weights**2).sum().",
    "next-word.small.hint2": "The slope of w² is 2 · w: the gradient gets 0.2 * weights more.",
    "next-word.small.done": "This is weight decay. The model pays a little accuracy for small weights; "
    "large models are trained in this way, so that they don’t just repeat their examples.",
    "next-word.freeze.title": "Half of it frozen",
    "next-word.freeze.question": "Only w₁ and w₂, those of “cat”, learn; w₃ and w₄ stay. How far does the "
    "error fall?",
    "next-word.freeze.answer1": "To 0, only later.",
    "next-word.freeze.answer2": "About halfway, and no further.",
    "next-word.freeze.answer3": "Not at all.",
    "next-word.freeze.task": "Change step, so that w₃ and w₄ keep their values and the other two go on "
    "learning.",
    "next-word.freeze.hint1": "values holds all four weights: values[2:] are the last two.",
    "next-word.freeze.hint2": "Put the old ones back: new_values[2:] = values[2:].",
    "next-word.freeze.done": "“cat” is right and “plane” is as wrong as before. Freezing a part and "
    "training the rest is what people do to teach a finished model something new.",
}
RIGHT = [[False, True], [True, False]]  # of the other targets, rows pet, flew
OWN = np.linalg.solve(PROMPTS, TARGETS)  # the weights that the lesson's own loss leads to


def _ends(trial: Trial) -> np.ndarray:
    """What the model says where a descent ends, shape (2, 2): rows pet, flew; columns cat, plane."""
    weights = trial.walk(60).values[-1].reshape(2, 2).T
    return np.asarray(trial.functions["predict"](PROMPTS, weights))


def learns_the_other(trial: Trial) -> bool:
    """Return whether descent ends where each prompt gets the other word, as targets say."""
    return bool((np.abs(_ends(trial) - RIGHT) < 0.25).all() and agrees(trial, trial.start))


def stays_small(trial: Trial) -> bool:
    """Return whether the weights end smaller than without the penalty, with the right words and gradient."""
    ends, says = trial.walk(60).values[-1], _ends(trial)
    right = says[0, 0] > says[0, 1] and says[1, 1] > says[1, 0]
    size = np.linalg.norm(ends) / np.linalg.norm(OWN)
    return bool(right and size < 0.97 and agrees(trial, trial.start))


def is_half_frozen(trial: Trial) -> bool:
    """Return whether the last two weights stay and the first two learn."""
    walk = trial.walk(60)
    first, last = np.ptp(walk.values[:, :2], axis=0), np.ptp(walk.values[:, 2:], axis=0)
    return bool(last.max() == 0 and first.min() > 0.1 and walk.losses[-1] < 0.6 * walk.losses[0])


EXPERIMENTS = (
    Experiment(
        id="other",
        holds=1,
        check=learns_the_other,
        solution=(
            (
                "    errors = predict(prompts, weights) - targets\n",
                "    errors = predict(prompts, weights) - targets[:, ::-1]\n",
            ),
        ),
    ),
    Experiment(
        id="small",
        holds=1,
        check=stays_small,
        solution=(
            ("    return (errors**2).sum()", "    return (errors**2).sum() + 0.1 * (weights**2).sum()"),
            ("    return 2 * prompts.T @ errors", "    return 2 * prompts.T @ errors + 0.2 * weights"),
        ),
    ),
    Experiment(
        id="freeze",
        answers=3,
        holds=1,
        check=is_half_frozen,
        solution=other_step("new_values = values - rate * gradient", "new_values[2:] = values[2:]"),
    ),
)
