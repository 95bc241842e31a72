"""The picture of the four scores: a solid bar for each word, its error, and the next step."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import Figure, Look, Scene, Show
from downhill.lesson.look import mixed
from downhill.lesson.trail import Trail
from downhill.lessons.lesson_30_next_word.places import Places, places
from downhill.lessons.lesson_30_next_word.prompts import PROMPTS, ROUNDING, TARGETS
from downhill.maths.probability import probabilities
from downhill.text.format import number

TARGET = "targets"  # the part of the stage, and the reel, in which targets and errors appear
SECOND = "flew"  # the part with the second prompt
STEP = "worse"  # the part that tells of bars that a step takes off their targets
COLUMN = "column"  # the reel in which two words become very many
MANY = 14  # words of that column
TICKS, BESIDE = (
    40,
    0.62,
)  # earlier ends of a bar that are shown at most, and how far beside its middle, in bars
RIM = 2.0  # CSS pixels of the stage's color around what lies on a bar, so that it is seen there
PALE = 0.3  # of the stage in the color of a bar that lost
SPOKEN = 400.0  # CSS pixels; a narrower picture has no room for words beside an arrow


def draw(figure: Figure, look: Look) -> Show:
    """Bars for all scores, the higher one of each prompt in color; errors once they are named."""
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    width, height = (72 * float(side) for side in axes.figure.get_size_inches())
    axes.set(xlim=(0, width), ylim=(height, 0), xticks=[], yticks=[])
    longest = max(look.width_of(look.words[f"word.{word}"], 1.0) for word in ("cat", "plane"))
    at = places(width, height, longest, "scores", True)
    zero = look.bars(axes, look.faint, 1.5, 1)
    inks = look.machine, mixed(look.quiet, look.stage, PALE)
    top, lost = (look.bars(axes, ink, at.thick, 2) for ink in inks)
    gaps = look.bars(axes, look.error, max(at.thick / 3, 3.0), 5).rimmed(look.stage, RIM)
    targets = look.bars(axes, look.text, 4.0, 6).rimmed(look.stage, RIM / 2)
    arrows = [look.arrow(axes).rimmed(look.stage, RIM) for _ in range(4)]
    scores, words, prompts = (look.names(axes, at.letters) for _ in range(3))
    note, ticks = look.names(axes, at.letters), look.trail_marks(axes, size=4.5)
    ground = axes.axhspan(0, height, color=look.stage, zorder=0, visible=False)

    def show(scene: Scene) -> bool:
        on_stage = scene.reel is not None
        fresh = bool(ground.get_visible() != on_stage)
        ground.set_visible(on_stage)
        at = places(width, height, longest, scene.choices["output"], on_stage)
        says = scene.now.says
        rows = 4 if scene.shows(SECOND) and scene.reel != COLUMN else 2
        start, ends, goals = (at.along(each) for each in (np.zeros(4), says.ravel(), TARGETS.ravel()))
        wins = np.argmax(says, axis=1)
        won = (np.arange(4) % 2 == np.repeat(wins, 2))[:rows]
        bars = _across(start, ends, at.rows)[:rows]
        many = scene.share if scene.reel == COLUMN else 0.0
        zero.put(_upright(start, at.rows, 0.75 * at.thick)[:rows])
        top.put(bars[won])
        lost.put(np.concatenate([bars[~won], _column(many, at)]))
        shown = _seen(scene)
        gaps.put(_across(ends, ends + (goals - ends) * np.clip(shown - np.arange(4), 0, 1), at.rows)[:rows])
        marked = np.arange(rows) < np.ceil(shown)
        targets.put(_upright(goals, at.rows, 0.75 * at.thick)[:rows][marked])
        if not on_stage:
            ticks.put(scene.trail, TICKS, lambda shown: (earlier(scene, shown, at), None))
        _write(scene, at, words, prompts, scores, rows, look)
        ahead = at.along(scene.ahead.says.ravel()) if scene.ahead and not on_stage else ends
        for arrow, x, tip, y in zip(arrows, ends, ahead, at.rows, strict=True):
            arrow.put((x, y), (tip, y))
        _say_worse(scene, at, note, look, width)
        return fresh

    return show


def _across(starts: np.ndarray, ends: np.ndarray, heights: np.ndarray) -> np.ndarray:
    return np.stack([np.stack([starts, heights], 1), np.stack([ends, heights], 1)], axis=1)


def _upright(xs: np.ndarray, heights: np.ndarray, half: float) -> np.ndarray:
    return np.stack([np.stack([xs, heights - half], 1), np.stack([xs, heights + half], 1)], axis=1)


def _seen(scene: Scene) -> float:
    """How many errors are seen: all of them, but none before they are named, and one after the other then."""
    if scene.reel == TARGET:
        return 4 * scene.share
    return 4.0 if scene.shows(TARGET) and scene.reel != COLUMN else 0.0


def _column(share: float, at: Places) -> np.ndarray:
    """Bars of many further words, of which that share is there: they run on past the foot of the picture."""
    nth = np.arange(1, round(share * MANY) + 1)
    lengths = at.along(0.1 + 0.5 * np.abs(np.sin(7.0 * nth)))
    return _across(np.full(len(nth), at.along(np.zeros(1))[0]), lengths, at.rows[1] + 1.45 * at.thick * nth)


def _write(scene: Scene, at: Places, words: Any, prompts: Any, scores: Any, rows: int, look: Look) -> None:
    """Each bar's word and score; the prompts, too, where no sentence of the page has them."""
    said = [look.words[f"word.{word}"] for word in ("cat", "plane")] * 2
    words.put(said[:rows], np.stack([np.full(rows, at.left - 7), at.rows[:rows]], 1), [look.text] * rows)
    ends = np.maximum(at.along(scene.now.says.ravel()), at.along(np.zeros(4)))
    if scene.shows(TARGET):
        ends = np.maximum(ends, at.along(TARGETS.ravel()))
    told = [number(score, 2) for score in scene.now.says.ravel()]
    scores.put(told[:rows], np.stack([ends, at.rows], 1)[:rows], [look.text] * rows)
    heads = [] if scene.reel is not None else [look.words[f"prompt.{prompt}"] for prompt in ("pet", "flew")]
    prompts.put(
        heads, np.stack([np.full(2, at.left - 7), at.prompts], 1)[: len(heads)], [look.text] * len(heads)
    )


def worse(now: Any, ahead: Any) -> list[int]:
    """The bars that a step takes off their targets though it lowers the error; the worst comes first."""
    if ahead is None or not ahead.loss < now.loss - ROUNDING:
        return []
    before, after = (np.abs(measured.says - TARGETS).ravel() for measured in (now, ahead))
    off = after - before
    return [int(row) for row in np.argsort(-off) if off[row] > ROUNDING]


def _say_worse(scene: Scene, at: Places, note: Any, look: Look, width: float) -> None:
    """Beside the bar that the next step takes off its target: that this is so."""
    away = (
        worse(scene.now, scene.ahead)[:1]
        if width >= SPOKEN and scene.shows(STEP) and scene.reel != COLUMN
        else []
    )
    ends = (
        np.stack([at.along(scene.now.says.ravel()), at.along(TARGETS.ravel())]).max(axis=0) + 3.2 * at.letters
    )
    put = np.array([(ends[row], at.rows[row]) for row in away]).reshape(-1, 2)
    note.put([look.words["mark.away"]] * len(away), put, [look.wrong] * len(away))


def earlier(scene: Scene, shown: np.ndarray, at: Places) -> np.ndarray:
    """Where the bars ended at these places of a trail, shape (k, 4, 2): the hand's above the bars."""
    trail: Trail = scene.trail
    weights = trail.values[shown].reshape(-1, 2, 2)  # word, feature
    scores = np.einsum("pf,kwf->kpw", PROMPTS, weights)
    says = scores if scene.choices["output"] == "scores" else probabilities(scores)
    beside = np.where(trail.by_machine[shown], BESIDE, -BESIDE)[:, None] * at.thick
    return np.stack([at.along(says.reshape(-1, 4)), at.rows + beside], axis=2)
