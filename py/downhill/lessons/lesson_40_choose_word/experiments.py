"""Experiments with the function that makes probabilities of scores, and with the loss that judges them."""

from __future__ import annotations

import numpy as np

from downhill.lesson.experiment import Experiment, Trial, agrees
from downhill.lessons.lesson_40_choose_word.people import SCORES, SHARES

WORDS = {
    "choose-word.forbid.title": "A word that is nearly forbidden",
    "choose-word.forbid.question": "One of a hundred people wrote “plane”. If the model hardly ever says "
    "it, how low can the surprise get?",
    "choose-word.forbid.answer1": "Lower than before: “plane” was wrong anyway.",
    "choose-word.forbid.answer2": "Not as low as before.",
    "choose-word.forbid.task": "Change softmax, so that the last word gets less than a thousandth at any "
    "temperature. The others share the rest as before, and all together still make 1.",
    "choose-word.forbid.hint1": "powers[-1] belongs to the last word. Make it smaller before they are "
    "divided by their sum.",
    "choose-word.forbid.hint2": "Take a thousandth of it, but not 0: the surprise at what is impossible is "
    "infinite, and then there is no loss.",
    "choose-word.forbid.done": "A word that comes though it was thought impossible costs more than all "
    "others gain. So models rule nothing out while they learn; words are forbidden afterwards.",
    "choose-word.square.title": "The temperature squared",
    "choose-word.square.question": "softmax will divide by the square of the temperature. Where does the "
    "best temperature go? It was below 1.",
    "choose-word.square.answer1": "It becomes lower.",
    "choose-word.square.answer2": "It stays.",
    "choose-word.square.answer3": "It becomes higher.",
    "choose-word.square.task": "Divide the scores by temperature**2 in softmax, and let slope fit.",
    "choose-word.square.hint1": "slope holds the derivative of 1 / T, which is −1 / T². What is the "
    "derivative of 1 / T²?",
    "choose-word.square.hint2": "It is −2 / T³: multiply by 2, and divide by temperature**3.",
    "choose-word.square.done": "The best temperature is now the square root of what it was, and the lowest "
    "surprise is the same: another knob, the same model.",
    "choose-word.feel.title": "Another loss, and no slope",
    "choose-word.feel.question": "You will change the loss and delete slope. Does the machine still get "
    "down?",
    "choose-word.feel.answer1": "No, without a slope it can’t take a step.",
    "choose-word.feel.answer2": "Yes, it measures how steep it is.",
    "choose-word.feel.task": "Let the loss be the sum of the squared differences between what people wrote "
    "and what is given, and delete the function slope.",
    "choose-word.feel.hint1": "The differences are people - given. Square them, and add them up.",
    "choose-word.feel.hint2": "slope goes with its def and all of its lines.",
    "choose-word.feel.done": "It measures the loss a hair to the left and a hair to the right. For one "
    "slider that is cheap; for ten thousand weights it would take twenty thousand measurements a step.",
}
PLACES = (0.15, 0.3, 0.6, 1.0, 1.5, 2.5)  # temperatures that are tried


def nearly_forbids(trial: Trial) -> bool:
    """Return whether the last word gets next to nothing, and the others share the rest as ever."""
    for temperature in PLACES:
        given = np.asarray(trial.functions["softmax"](SCORES, temperature))
        own = trial.own["softmax"](SCORES, temperature)
        others, before = (each[:-1] / each[:-1].sum() for each in (given, own))
        if not (0 < given[-1] < 1e-3 and abs(given.sum() - 1) < 1e-6 and np.allclose(others, before)):
            return False
    return np.isfinite(trial.loss(trial.start)) and agrees(trial, trial.start)


def is_squared(trial: Trial) -> bool:
    """Return whether a temperature makes of scores what its square made of them, and its slope is right."""
    return all(
        np.allclose(trial.functions["softmax"](SCORES, each), trial.own["softmax"](SCORES, each**2))
        and agrees(trial, [each])
        for each in PLACES
    )


def feels(trial: Trial) -> bool:
    """Return whether the loss is the sum of squared differences, and descent arrives without a slope."""
    if "slope" in trial.functions:
        return False
    wanted = [float(((SHARES - trial.own["softmax"](SCORES, each)) ** 2).sum()) for each in PLACES]
    losses = trial.walk(60).losses
    return bool(np.allclose([trial.loss([each]) for each in PLACES], wanted) and losses[-1] < 0.1 * losses[0])


EXPERIMENTS = (
    Experiment(
        id="forbid",
        holds=1,
        check=nearly_forbids,
        solution=(
            (
                "    return powers / powers.sum()",
                "    powers[-1] *= 0.001\n    return powers / powers.sum()",
            ),
        ),
    ),
    Experiment(
        id="square",
        answers=3,
        holds=2,
        check=is_squared,
        solution=(
            (
                "    powers = np.exp((scores - scores.max()) / temperature)",
                "    powers = np.exp((scores - scores.max()) / temperature**2)",
            ),
            (
                "    return ((people - given) * scores).sum() / temperature**2",
                "    return 2 * ((people - given) * scores).sum() / temperature**3",
            ),
        ),
    ),
    Experiment(
        id="feel",
        holds=1,
        check=feels,
        solution=(
            ("    return -(people * np.log(given)).sum()", "    return ((people - given) ** 2).sum()"),
            (
                "def slope(people, scores, temperature):\n    given = softmax(scores, temperature)\n"
                "    return ((people - given) * scores).sum() / temperature**2\n",
                "",
            ),
        ),
    ),
)
