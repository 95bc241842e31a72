"""Four sliders that must teach a tiny language model two words at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from downhill.lesson import Cell, Figure, Lesson, Look, Rates, Scene, Show, Slider
from downhill.lessons.challenges import next_word

WORDS = {
    "title": "Four sliders: teach it the next word",
    "prose": """
From prices to language is a smaller step than it seems. A large language model predicts too, only not a
price: it predicts what comes next in a text. The pieces of text it works with are called **tokens**: words,
parts of words, punctuation. For every token it knows, it computes a score. Given “I pet the…” a trained model
gives *cat* a higher score than *plane*.

Then one token is chosen, most simply **the one with the highest score**, and the whole thing runs again with
“I pet the cat…”. Word by word, a text grows.

When scores are close, the choice is often left partly to chance. If *cat* scores 1.0 and *dog* 0.98, both
would be a good way to go on, so sometimes *dog* is taken although *cat* scores higher. That is why a chatbot
seldom answers twice with the same words.

Here is a language model small enough to hold in your hand. It knows two prompts and two words. Each prompt
reaches it as two numbers: how much it is about *animals*, and how much about *machines*.

| prompt | animals | machines |
|---|---|---|
| “I pet the…” | 0.9 | 0.3 |
| “I flew the…” | 0.2 | 0.8 |

Four sliders, the **weights**, turn these numbers into scores. For each word, one weight says how much
*animals* count and one how much *machines* count:

$$\\text{cat} = w_1 \\cdot \\text{animals} + w_2 \\cdot \\text{machines}$$

$$\\text{plane} = w_3 \\cdot \\text{animals} + w_4 \\cdot \\text{machines}$$

After “I pet the…” we want *cat* to score 1 and *plane* 0; after “I flew the…” the other way round. The error
of a prompt is how far its two scores are from that, each difference squared. The catch: **the same four
weights must serve both prompts**. Mend one, and you spoil the other.
""",
    "task": "Move the sliders to minimize the total error.",
    "then": """
Hard, isn’t it? Every slider pulls at both prompts. But for calculus four directions are no harder than one:
it says of each weight which way is downhill and how steep, **all at the same moment**. Press *Step* and see
four sliders move together; press *Play* and see it finish what you began.
""",
    "learned": "The same weights serve every prompt, so they must all move together; the gradient knows "
    "each one’s direction at once.",
    "picture": "The scores of cat and plane after both prompts, against their targets",
    "loss": "total error",
    "loss.short": "total error",
    "slider.cat_animals": "cat: animals (w₁)",
    "slider.cat_machines": "cat: machines (w₂)",
    "slider.plane_animals": "plane: animals (w₃)",
    "slider.plane_machines": "plane: machines (w₄)",
    "axis.score": "score",
    "prompt.pet": "“I pet the…”",
    "prompt.flew": "“I flew the…”",
    "word.cat": "cat",
    "word.plane": "plane",
    "mark.target": "target",
    "column.1": "Training input (prompt)",
    "column.2": "Target output",
    "column.3": "Model prediction",
    "column.4": "Error",
    "table": "Prompts, targets and predictions",
    "table.open": "yes",
    "row.total": "Total error",
    "cell.target": "cat: {cat:1}, plane: {plane:1}",
    "cell.score": "cat: {cat:4}, plane: {plane:4}",
    "now.solved": "It has learned both: “I pet the cat”, “I flew the plane”, with scores close to their "
    "targets.",
    "now.both": "Both prompts choose the right word now. The scores are still off their targets: the error "
    "is {loss:2}.",
    "now.pet": "“I pet the cat” works, but after “I flew the…” cat scores higher too. The error is {loss:2}.",
    "now.flew": "“I flew the plane” works, but after “I pet the…” plane scores higher too. The error is "
    "{loss:2}.",
    "now.neither": "So far it would say “I pet the plane” and “I flew the cat”. The error is {loss:2}.",
}

# What each prompt is about, made up for this page: rows pet, flew; columns animals, machines.
PROMPTS = np.array([[0.9, 0.3], [0.2, 0.8]])
TARGETS = np.array([[1.0, 0.0], [0.0, 1.0]])  # rows pet, flew; columns cat, plane
SLIDERS = tuple(
    Slider(name, low=-2.0, high=2.0, start=start, step=0.01)
    for name, start in [
        ("cat_animals", -0.5),
        ("cat_machines", 0.9),
        ("plane_animals", 0.8),
        ("plane_machines", -0.3),
    ]
)
ROWS = np.array([3.0, 2.2, 1.0, 0.2])  # heights of the four bars: pet cat, pet plane, flew cat, flew plane


class Scores(NamedTuple):
    """The model's scores, shape (2, 2): rows pet, flew, columns cat, plane; each prompt's error; the sum."""

    loss: float
    scores: np.ndarray
    errors: np.ndarray


def measure(cat_animals: float, cat_machines: float, plane_animals: float, plane_machines: float) -> Scores:
    """What the model scores with these four weights, and its squared errors."""
    scores = PROMPTS @ np.array([[cat_animals, plane_animals], [cat_machines, plane_machines]])
    errors = ((scores - TARGETS) ** 2).sum(axis=1)
    return Scores(float(errors.sum()), scores, errors)


def gradient(**weights: float) -> tuple[float, ...]:
    """The total error's slope for each weight, in the sliders' order."""
    slopes = 2 * PROMPTS.T @ (measure(**weights).scores - TARGETS)
    return tuple(float(slope) for slope in slopes.T.ravel())


def describe(measured: Scores) -> str:
    """Which sentence is true of the model."""
    if measured.loss <= GOAL:
        return "solved"
    pet, flew = measured.scores[0, 0] > measured.scores[0, 1], measured.scores[1, 1] > measured.scores[1, 0]
    if pet and flew:
        return "both"
    if pet or flew:
        return "pet" if pet else "flew"
    return "neither"


GOAL = 0.01


def draw(figure: Figure, look: Look) -> Show:
    """A bar for every score, a mark for its target, the error between them, and an arrow for a step."""
    words = look.words
    axes = figure.add_subplot()
    axes.set(xlabel=words["axis.score"], xlim=(-2.5, 2.5), ylim=(-0.5, 4.1))
    axes.set_yticks(ROWS, [words["word.cat"], words["word.plane"]] * 2)
    axes.tick_params(axis="y", length=0, labelcolor=look.text)
    axes.spines["left"].set_visible(False)
    axes.axvline(0, color=look.faint, linewidth=1, zorder=1)
    for prompt, height in (("pet", 3.62), ("flew", 1.62)):
        axes.text(
            -2.5, height, words[f"prompt.{prompt}"], color=look.text, va="center", fontweight="semibold"
        )
    axes.plot(TARGETS.ravel(), ROWS, "|", color=look.text, markersize=26, markeredgewidth=3, zorder=6)
    axes.text(1.06, ROWS[0] + 0.36, words["mark.target"], color=look.quiet, va="bottom", ha="center")
    bars, gaps = look.bars(axes, look.ground, 13.0), look.bars(axes, look.error, 3.0, zorder=5)
    spots, arrows = look.spot(axes, size=12), [look.arrow(axes) for _ in ROWS]
    zeros, targets = np.stack([np.zeros(4), ROWS], 1), np.stack([TARGETS.ravel(), ROWS], 1)

    def show(scene: Scene) -> None:
        scores = np.stack([scene.now.scores.ravel(), ROWS], 1)
        bars.put(np.stack([zeros, scores], 1))
        gaps.put(np.stack([scores, targets], 1))
        spots.put(scores, scene.mover)
        ahead = scene.ahead.scores.ravel() if scene.ahead else scores[:, 0]
        for arrow, start, end, height in zip(arrows, scores, ahead, ROWS, strict=True):
            arrow.put(start, (end, height))

    return show


def table(measured: Scores) -> list[list[Cell]]:
    """One row a prompt, and the total."""
    rows: list[list[Cell]] = []
    for i, prompt in enumerate(("pet", "flew")):
        target, score = (
            dict(zip(("cat", "plane"), pair[i], strict=True)) for pair in (TARGETS, measured.scores)
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
    words=WORDS | next_word.WORDS,
    sliders=SLIDERS,
    measure=measure,
    gradient=gradient,
    draw=draw,
    describe=describe,
    goal=lambda: GOAL,
    rates=lambda: Rates(0.001, 0.3, 2.0),  # largest curvature 2.45: stable below 0.82
    table=table,
    challenges=next_word.challenges(GOAL, np.linalg.solve(PROMPTS, TARGETS).T.ravel().tolist()),
)
