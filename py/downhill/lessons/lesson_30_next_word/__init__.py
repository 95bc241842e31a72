"""Four sliders that must teach a tiny language model two words at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import Cell, Choice, Lesson, Rates, Slider, Variant
from downhill.lessons.lesson_30_next_word import beats, challenges, cross_entropy, film, squared_error
from downhill.lessons.lesson_30_next_word.picture import draw
from downhill.lessons.lesson_30_next_word.prompts import PROMPTS, TARGETS
from downhill.lessons.lesson_30_next_word.words import WORDS

SLIDERS = tuple(
    Slider(name, low=-2.0, high=2.0, start=start, step=0.01, label=label)
    for name, start, label in [
        ("cat_animals", -0.5, "cat: animals (w₁)"),
        ("cat_machines", 0.9, "cat: machines (w₂)"),
        ("plane_animals", 0.8, "plane: animals (w₃)"),
        ("plane_machines", -0.3, "plane: machines (w₄)"),
    ]
)


class Scores(NamedTuple):
    """The model's scores, shape (2, 2): rows pet, flew, columns cat, plane; each prompt's error; the sum.

    `says` is what the page shows of it: the scores, or the probabilities. `pet` and `flew` are what the right
    words get of these, in percent.
    """

    loss: float
    scores: np.ndarray
    errors: np.ndarray
    says: np.ndarray
    pet: float
    flew: float


MODELS = {"scores": squared_error, "probabilities": cross_entropy}


def functions(output: str) -> dict[str, Callable[..., Any]]:
    """What the model says, its loss, and the gradient of that."""
    chosen = MODELS[output]
    return {"predict": chosen.predict, "loss": chosen.loss, "gradient": chosen.gradient}


def matrix(
    cat_animals: float, cat_machines: float, plane_animals: float, plane_machines: float
) -> np.ndarray:
    """The four weights, shape (2, 2): rows animals, machines; columns cat, plane."""
    return np.array([[cat_animals, plane_animals], [cat_machines, plane_machines]])


def measure(predict: Callable[..., np.ndarray], loss: Callable[..., float], **weights: float) -> Scores:
    """What the model says with these four weights, and its errors: squared ones, or cross-entropies."""
    table = matrix(**weights)
    says = predict(PROMPTS, table)
    errors = np.array([loss(PROMPTS[i : i + 1], TARGETS[i : i + 1], table) for i in range(len(PROMPTS))])
    pet, flew = (100 * float(chance) for chance in says.diagonal())
    return Scores(float(loss(PROMPTS, TARGETS, table)), PROMPTS @ table, errors, says, pet, flew)


def slopes(gradient: Callable[..., np.ndarray], **weights: float) -> tuple[float, ...]:
    """The total error's slope for each weight, in the sliders' order."""
    return tuple(gradient(PROMPTS, TARGETS, matrix(**weights)).T.ravel().tolist())


def describe(measured: Scores, output: str = "scores") -> str:
    """Which sentence is true of the model."""
    return _right(measured, GOALS[output]) + ("" if output == "scores" else ".probabilities")


def _right(measured: Scores, goal: float) -> str:
    if measured.loss <= goal:
        return "solved"
    pet, flew = measured.scores[0, 0] > measured.scores[0, 1], measured.scores[1, 1] > measured.scores[1, 0]
    if pet and flew:
        return "both"
    if pet or flew:
        return "pet" if pet else "flew"
    return "neither"


GOALS = {"scores": 0.01, "probabilities": 0.3}
RATES = {
    "scores": Rates(0.001, 0.3, 2.0),  # the squared error's largest curvature is 2.45: stable below 0.82
    "probabilities": Rates(0.001, 1.0, 20.0, bottomless=True),
}


def table(measured: Scores) -> list[list[Cell]]:
    """One row a prompt, and the total."""
    rows: list[list[Cell]] = []
    for i, prompt in enumerate(("pet", "flew")):
        target, score = (
            dict(zip(("cat", "plane"), pair[i], strict=True)) for pair in (TARGETS, measured.says)
        )
        rows.append(
            [
                (f"prompt.{prompt}", {}),
                ("cell.target", target),
                ("cell.score", score),
                float(measured.errors[i]),
            ]
        )
    return [*rows, [("row.total", {}), "", "", measured.loss]]


def writes(measured: Scores) -> list[tuple[str, bool]]:
    """The word with the higher score after each prompt, and whether that is the right one."""
    return [
        (f"word.{('cat', 'plane')[int(scores[1] > scores[0])]}", bool(np.argmax(scores) == np.argmax(target)))
        for scores, target in zip(measured.says, TARGETS, strict=True)
    ]


lesson = Lesson(
    id="next-word",
    words=WORDS | beats.WORDS | challenges.WORDS,
    sliders=SLIDERS,
    choices=(Choice("output", tuple(GOALS), label="Output", labels=("Scores", "Probabilities")),),
    functions=functions,
    measure=measure,
    gradient=slopes,
    draw=draw,
    describe=describe,
    variant=lambda output: Variant(goal=GOALS[output], rates=RATES[output]),
    table=table,
    challenges=challenges.challenges(GOALS["scores"], np.linalg.solve(PROMPTS, TARGETS).T.ravel().tolist()),
    writes=writes,
    film=film.FILM,
    home=f"{__name__}.take_home",
    experiments=f"{__name__}.experiments",
)
