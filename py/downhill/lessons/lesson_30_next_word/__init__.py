"""Four sliders that must teach a tiny language model two words at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from downhill.lesson import (
    Cell,
    Choice,
    Figure,
    Lesson,
    Look,
    Prediction,
    Rates,
    Scene,
    Show,
    Slider,
    Variant,
)
from downhill.lesson.prediction import CARDS, STEP
from downhill.lesson.trail import Trail
from downhill.lessons.lesson_30_next_word import beats, challenges
from downhill.lessons.lesson_30_next_word.words import WORDS
from downhill.maths.probability import probabilities

# What each prompt is about, made up for this page: rows pet, flew; columns animals, machines.
PROMPTS = np.array([[0.9, 0.3], [0.2, 0.8]])
TARGETS = np.array([[1.0, 0.0], [0.0, 1.0]])  # rows pet, flew; columns cat, plane
SLIDERS = tuple(
    Slider(name, low=-2.0, high=2.0, start=start, step=0.01, label=label)
    for name, start, label in [
        ("cat_animals", -0.5, "cat: animals (w₁)"),
        ("cat_machines", 0.9, "cat: machines (w₂)"),
        ("plane_animals", 0.8, "plane: animals (w₃)"),
        ("plane_machines", -0.3, "plane: machines (w₄)"),
    ]
)
ROUNDING = 1e-12  # a bar that is closer by less is no closer
ROWS = np.array([3.0, 2.2, 1.0, 0.2])  # heights of the four bars: pet cat, pet plane, flew cat, flew plane
TICKS, BESIDE = 40, 0.19  # earlier ends of each bar that are shown at most, and how far beside its middle


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


def measure(
    cat_animals: float,
    cat_machines: float,
    plane_animals: float,
    plane_machines: float,
    *,
    output: str = "scores",
) -> Scores:
    """What the model says with these four weights, and its errors: squared ones, or cross-entropies."""
    scores = PROMPTS @ np.array([[cat_animals, plane_animals], [cat_machines, plane_machines]])
    says = scores if output == "scores" else probabilities(scores)
    right = says.diagonal()
    errors = ((scores - TARGETS) ** 2).sum(axis=1) if output == "scores" else -np.log(right)
    pet, flew = (100 * float(chance) for chance in right)
    return Scores(float(errors.sum()), scores, errors, says, pet, flew)


def gradient(output: str = "scores", **weights: float) -> tuple[float, ...]:
    """The total error's slope for each weight, in the sliders' order."""
    off = measure(**weights, output=output).says - TARGETS
    slopes = PROMPTS.T @ (2 * off if output == "scores" else off)
    return tuple(float(slope) for slope in slopes.T.ravel())


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
ENDS = {"scores": (-2.5, 2.5), "probabilities": (0.0, 1.12)}  # of the picture's axis


def draw(figure: Figure, look: Look) -> Show:
    """A bar for every score, a mark for its target, the error between them, and an arrow for a step."""
    words = look.words
    axes = figure.add_subplot()
    axes.set(ylim=(-0.5, 4.1))
    axes.set_yticks(ROWS, [words["word.cat"], words["word.plane"]] * 2)
    axes.tick_params(axis="y", length=0, labelcolor=look.text)
    axes.spines["left"].set_visible(False)
    axes.axvline(0, color=look.faint, linewidth=1, zorder=1)
    for prompt, height in (("pet", 3.62), ("flew", 1.62)):
        at = {"va": "center", "transform": axes.get_yaxis_transform()}
        axes.text(0, height, words[f"prompt.{prompt}"], color=look.text, fontweight="semibold", **at)
    axes.plot(TARGETS.ravel(), ROWS, "|", color=look.text, markersize=26, markeredgewidth=3, zorder=6)
    axes.text(1.06, ROWS[0] + 0.36, words["mark.target"], color=look.quiet, va="bottom", ha="center")
    bars, gaps = look.bars(axes, look.ground, 13.0), look.bars(axes, look.error, 3.0, zorder=5)
    spots, arrows = look.spot(axes, size=12), [look.arrow(axes) for _ in ROWS]
    ticks = look.trail_marks(axes, size=4.5)
    zeros, targets = np.stack([np.zeros(4), ROWS], 1), np.stack([TARGETS.ravel(), ROWS], 1)
    shown: list[str] = []

    def show(scene: Scene) -> bool:
        output, fresh = scene.choices["output"], scene.choices["output"] not in shown
        if fresh:
            shown[:] = [output]
            axes.set(xlabel=words[f"axis.{output}"], xlim=ENDS[output])
        scores = np.stack([scene.now.says.ravel(), ROWS], 1)
        bars.put(np.stack([zeros, scores], 1))
        gaps.put(np.stack([scores, targets], 1))
        spots.put(scores, scene.mover)
        ticks.put(scene.trail, TICKS, lambda shown: (earlier(scene.trail, shown, output), None))
        ahead = scene.ahead.says.ravel() if scene.ahead else scores[:, 0]
        for arrow, start, end, height in zip(arrows, scores, ahead, ROWS, strict=True):
            arrow.put(start, (end, height))
        return fresh

    return show


def better(before: Scores, after: Scores) -> float:
    """How many of the four bars a step has brought closer to their targets."""
    far, near = (np.abs(measured.says - TARGETS) for measured in (before, after))
    return float(np.count_nonzero(near < far - ROUNDING))


def earlier(trail: Trail, shown: np.ndarray, output: str) -> np.ndarray:
    """Where the bars ended at these places of a trail, shape (k, 4, 2): the hand's above the bars."""
    weights = trail.values[shown].reshape(-1, 2, 2)  # word, feature
    scores = np.einsum("pf,kwf->kpw", PROMPTS, weights)
    says = scores if output == "scores" else probabilities(scores)
    beside = np.where(trail.by_machine[shown], -BESIDE, BESIDE)[:, None]
    return np.stack([says.reshape(-1, 4), ROWS + beside], axis=2)


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


lesson = Lesson(
    id="next-word",
    words=WORDS | beats.WORDS | challenges.WORDS,
    sliders=SLIDERS,
    choices=(Choice("output", tuple(GOALS), label="Model says", labels=("Scores", "Probabilities")),),
    measure=measure,
    gradient=gradient,
    draw=draw,
    describe=describe,
    variant=lambda output: Variant(goal=GOALS[output], rates=RATES[output]),
    table=table,
    prediction=Prediction(CARDS, (STEP,), most=4, count=better),
    challenges=challenges.challenges(GOALS["scores"], np.linalg.solve(PROMPTS, TARGETS).T.ravel().tolist()),
)
