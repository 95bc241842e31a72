"""A text with a gap at its end, arcs from it to the words that are looked at, and what is said in the gap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from downhill.lesson import HAND, MACHINE, Draw, Look, Show
from downhill.lesson.look import mixed
from downhill.lessons.lesson_60_looking_back import scene as seen
from downhill.lessons.lesson_60_looking_back.scene import LookScene
from downhill.lessons.lesson_60_looking_back.stage_picture import Stage, curve
from downhill.lessons.lesson_60_looking_back.text_layout import EDGE, WIDE, Layout, laid_out
from downhill.training.model_lesson import Frame
from downhill.training.room import fill

WIDEST, LEAST = 15.0, 0.01  # CSS pixels of an arc with all of the look, and the smallest share that has one
BULGE = 0.1  # how far arcs bend aside, as a share of the picture's width
TINT = 0.07  # height of a tint behind a word, as a share of the picture's
TOLD = 0.05  # the smallest share that is written beside its row
BARS, SLIM, BAR = 0.62, 0.72, 9.0
"""Where the bars begin, as a share of the width, also in a narrow picture; their height in CSS pixels."""
ROW = 24.0  # CSS pixels that a likely word and its bar need
BASE = 0.35  # of the letters' size: from the middle of a row down to where they stand
PALE = 0.55  # of the paper in the ink of words that are out of sight


def text_picture() -> Draw:
    """The picture of the text at work."""
    return _draw


def _draw(figure: Any, look: Look) -> Show:
    frame = fill(figure)
    on_stage = Stage(frame, look)
    axes = figure.add_subplot()
    axes.set(xlim=(0, frame.wide), ylim=(frame.high, 0))
    axes.set_axis_off()
    arcs, bars = look.arcs(axes, look.machine, 3), look.bars(axes, look.machine, BAR, 3)
    tints = look.bars(axes, look.machine, TINT * frame.high, 1)
    ring, names = look.line(axes, look.hand, 2.5, 5), look.names(axes)
    backdrop = axes.fill_between([0, frame.wide], 0, frame.high, color=look.stage, zorder=0, visible=False)
    ground: list[Any] = [None, []]

    def show(scene: LookScene) -> bool:
        staged = scene.reel is not None
        layout = laid_out(scene.pieces, frame.wide, frame.high, look.width_of, staged)
        if backdrop.get_visible() != staged:
            backdrop.set_visible(staged)
            ground[0] = None
        if staged:
            lines, widths = on_stage.show(scene, layout)
            arcs.paint(on_stage.colour(scene), 0.75)
            arcs.put(lines, widths)
            bars.put(())
            names.put([], np.empty((0, 2)), [])
            tints.paint(on_stage.colour(scene), 0.22)
            tints.put(on_stage.tints(scene, layout))
            return anew(on_stage.needed(scene), lambda: on_stage.words(axes, scene, layout))
        tints.put(())
        colour = look.colour(HAND if scene.eyes == seen.HAND else MACHINE)
        arcs.paint(colour, 0.75)
        bars.paint(colour)
        lines, widths = curves(scene, layout, frame)
        arcs.put(lines, widths)
        ring.put(underline(layout, scene.chosen))
        bars.put(bar_places(scene, frame))
        texts, places, inks = labels(scene, layout, frame, look)
        names.put(texts, np.reshape(places, (-1, 2)), inks)
        needed = scene.pieces, scene.hidden, scene.seen, scene.eyes == seen.COVER
        return anew(needed, lambda: _words(axes, look, scene, layout))

    def anew(needed: Any, words: Callable[[], list[Any]]) -> bool:
        """Write the words of the text again where they have changed."""
        if needed == ground[0]:
            return False
        ground[0] = needed
        for old in ground[1]:
            old.remove()
        ground[1] = []
        ground[1] = words()
        return True

    return show


def _words(axes: Any, look: Look, scene: LookScene, layout: Layout) -> list[Any]:
    """The words, those out of sight under a bar, and the line of the gap."""
    kept = []
    for number, piece in enumerate(scene.pieces):
        left, right, row = layout.spans[number]
        y, out = layout.line(row), number < scene.seen or number in scene.hidden
        ink = mixed(look.text, look.paper, PALE) if out else look.text
        base = y + BASE * layout.size
        kept.append(axes.text(left, base, piece.text, size=layout.size, color=ink, va="baseline"))
        if out:
            half = 0.55 * layout.size
            box = axes.fill_between([left - 1, right + 1], y - half, y + half, color=look.quiet, alpha=0.45)
            kept.append(box)
    left, right, row = layout.spans[-1]
    y = layout.line(row) + 0.55 * layout.size
    (line,) = axes.plot([left, right], [y, y], color=look.text, linewidth=2)
    return [*kept, line]


def curves(scene: LookScene, layout: Layout, frame: Frame) -> tuple[list[np.ndarray], list[float]]:
    """The arcs, each of shape (p, 2) in CSS pixels, and their widths: the share of 15 CSS pixels."""
    lines, widths = [], []
    left, right, row = layout.spans[-1]
    start = np.array([(left + right) / 2, layout.line(row) - 0.6 * layout.size])
    ends = {layout.spans[n][2]: n for n in range(len(scene.pieces))}  # the last piece of every row
    bulge = BULGE * frame.wide
    for number in np.argsort(scene.shares, kind="stable").tolist():
        share = float(scene.shares[number])
        if share < LEAST:
            continue
        left, right, row = layout.spans[number]
        last = ends[row] - number <= 1 and row < layout.spans[-1][2]
        if last:  # the word before the full stop is reached from the side
            end = np.array([layout.spans[ends[row]][1] + 3 + WIDEST * share / 2, layout.line(row)])
            bends = start + np.array([bulge, -0.2 * layout.high]), end + np.array([bulge, 0])
        else:
            end = np.array([(left + right) / 2, layout.line(row) + 0.6 * layout.size])
            bends = start - np.array([0, 0.6 * layout.high]), end + np.array([0, 0.4 * layout.high])
        lines.append(curve(start, *bends, end))
        widths.append(max(WIDEST * share, 0.6))
    return lines, widths


def underline(layout: Layout, chosen: int) -> list[tuple[float, float]]:
    """The line under the word that the reader has taken; none if there is none."""
    if not 0 <= chosen < len(layout.spans) - 1:
        return []
    left, right, row = layout.spans[chosen]
    y = layout.line(row) + 0.6 * layout.size
    return [(left, y), (right, y)]


def bar_places(scene: LookScene, frame: Frame) -> np.ndarray:
    """The bars of the likeliest words: pairs of ends in CSS pixels, shape (n, 2, 2)."""
    left = bars_left(frame)
    most = frame.wide - left - 2 * EDGE
    chances = [chance for _, chance in told_words(scene, frame)]
    ends = [
        [(left, y + BAR), (left + max(most * chance, 1.0), y + BAR)]
        for chance, y in zip(chances, rows_of_bars(len(chances), frame), strict=True)
    ]
    return np.reshape(ends, (-1, 2, 2))


def bars_left(frame: Frame) -> float:
    """Where the bars begin, in CSS pixels."""
    return (BARS if frame.wide > WIDE else SLIM) * frame.wide


def told_words(scene: LookScene, frame: Frame) -> tuple[tuple[str, float], ...]:
    """The likeliest words with their probabilities, as many as have room above their bars."""
    return tuple(scene.likely[: max(int((frame.high - 2 * EDGE) // ROW), 2)])


def rows_of_bars(count: int, frame: Frame) -> list[float]:
    """Return how far down the likeliest words stand."""
    high = min((frame.high - 2 * EDGE) / max(count, 1), 52.0)
    top = (frame.high - high * count) / 2
    return [top + (number + 0.35) * high for number in range(count)]


def labels(
    scene: LookScene, layout: Layout, frame: Frame, look: Look
) -> tuple[list[str], list[tuple[float, float]], list[str]]:
    """What is written beside places, in CSS pixels: the word in the gap, likely ones, shares of rows."""
    colour = look.hand if scene.eyes == seen.HAND else look.machine
    texts, places, inks = list[str](), list[tuple[float, float]](), list[str]()
    left, _, row = layout.spans[-1]
    if scene.said:
        texts.append(scene.said)
        places.append((left - 6, layout.line(row)))
        inks.append(colour)
    told = told_words(scene, frame)
    for (word, chance), y in zip(told, rows_of_bars(len(told), frame), strict=True):
        texts.append(f"{word} {100 * chance:.0f}")
        places.append((bars_left(frame) - 7, y - 4))
        inks.append(look.text)
    for row, share in row_shares(scene, layout).items():
        texts.append(f"{100 * share:.0f}")
        places.append((layout.right + 0.75 * BULGE * frame.wide, layout.line(row)))
        inks.append(colour)
    return texts, places, inks


def row_shares(scene: LookScene, layout: Layout) -> dict[int, float]:
    """The share of the look that goes to each row above the last, where it is enough to be told."""
    found: dict[int, float] = {}
    for number, share in enumerate(scene.shares.tolist()):
        row = layout.spans[number][2]
        found[row] = found.get(row, 0.0) + share
    return {row: share for row, share in found.items() if share >= TOLD and row < layout.spans[-1][2]}
