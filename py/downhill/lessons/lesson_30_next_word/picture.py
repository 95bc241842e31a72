"""The picture of the four scores: bars, their targets, and where the next step takes them."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import Figure, Look, Scene, Show
from downhill.lesson.trail import Trail
from downhill.lessons.lesson_30_next_word.places import Rows
from downhill.lessons.lesson_30_next_word.prompts import PROMPTS, ROUNDING, TARGETS
from downhill.maths.probability import probabilities

ROWS = np.array([3.0, 2.2, 1.0, 0.2])  # heights of the four bars: pet cat, pet plane, flew cat, flew plane
TICKS, BESIDE = 40, 0.19  # earlier ends of each bar that are shown at most, and how far beside its middle
ENDS = {"scores": (-2.5, 2.5), "probabilities": (0.0, 1.12)}  # of the picture's axis
RIM = 2.0  # CSS pixels of paper along what lies on a bar, so that it is seen there
SPOKEN = 400.0  # CSS pixels; a narrower picture has no room for words beside an arrow


def draw(figure: Figure, look: Look) -> Show:
    """A bar for every score, a mark for its target, the error between them, and an arrow for a step."""
    words, axes = look.words, figure.add_subplot()
    rows = Rows(axes, look, ROWS)
    axes.axvline(0, color=look.faint, linewidth=1, zorder=1)
    bars, gaps = (
        look.bars(axes, look.ground, rows.thick),
        look.bars(axes, look.error, 3.0, 5).rimmed(look.paper, RIM),
    )
    targets = look.bars(axes, look.text, 3.0, 6).rimmed(look.paper, RIM / 2)
    spots = look.spot(axes, size=12)
    arrows = [look.arrow(axes).rimmed(look.paper, RIM) for _ in ROWS]
    ticks, note = look.trail_marks(axes, size=4.5), look.names(axes)
    zeros, ends = np.stack([np.zeros(4), ROWS], 1), np.stack([TARGETS.ravel(), ROWS], 1)
    targets.put(ends[:, None] + np.array([(0, -rows.mark), (0, rows.mark)]))
    shown: list[str] = []

    def show(scene: Scene) -> bool:
        output, fresh = scene.choices["output"], scene.choices["output"] not in shown
        if fresh:
            shown[:] = [output]
            axes.set(xlabel=words[f"axis.{output}"] if rows.tall else "", xlim=ENDS[output])
            rows.reach = ENDS[output]
        scores = np.stack([scene.now.says.ravel(), ROWS], 1)
        bars.put(np.stack([zeros, scores], 1))
        gaps.put(np.stack([scores, ends], 1))
        spots.put(scores, scene.mover)
        ticks.put(scene.trail, TICKS, lambda shown: (earlier(scene.trail, shown, output), None))
        ahead = scene.ahead.says.ravel() if scene.ahead else scores[:, 0]
        for arrow, start, end, height in zip(arrows, scores, ahead, ROWS, strict=True):
            arrow.put(start, (end, height))
        said = words["mark.away"]
        place = beside_worse(rows, scene, look.width_of(said)) if rows.width >= SPOKEN else None
        note.put(*(((said,), np.array([place]), (look.text,)) if place else ((), np.empty((0, 2)), ())))
        return fresh

    return show


def worse(now: Any, ahead: Any) -> list[int]:
    """The bars that a step takes off their targets though it lowers the error; the worst comes first."""
    if ahead is None or not ahead.loss < now.loss - ROUNDING:
        return []
    before, after = (np.abs(measured.says - TARGETS).ravel() for measured in (now, ahead))
    off = after - before
    return [int(row) for row in np.argsort(-off) if off[row] > ROUNDING]


def beside_worse(rows: Rows, scene: Scene, wide: float) -> tuple[float, float] | None:
    """Where words of that width stand free beside an arrow that leads away from a target; None if nowhere."""
    away = worse(scene.now, scene.ahead)
    if not away:
        return None
    marks = earlier(scene.trail, scene.trail.shown(TICKS), scene.choices["output"])
    for row in away:
        start, end = float(scene.now.says.flat[row]), float(scene.ahead.says.flat[row])
        place = rows.free(start, end, (0.0, float(TARGETS.flat[row])), marks[:, row, 0], wide)
        if place is not None:
            return place, float(ROWS[row])
    return None


def earlier(trail: Trail, shown: np.ndarray, output: str) -> np.ndarray:
    """Where the bars ended at these places of a trail, shape (k, 4, 2): the hand's above the bars."""
    weights = trail.values[shown].reshape(-1, 2, 2)  # word, feature
    scores = np.einsum("pf,kwf->kpw", PROMPTS, weights)
    says = scores if output == "scores" else probabilities(scores)
    beside = np.where(trail.by_machine[shown], -BESIDE, BESIDE)[:, None]
    return np.stack([says.reshape(-1, 4), ROWS + beside], axis=2)
