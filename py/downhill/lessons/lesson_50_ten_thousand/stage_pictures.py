"""The pictures of the film's stage: all sliders as a wall, the text as a page, the surprise, and the map."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from downhill.lesson import Figure, Look, Show
from downhill.lesson.look import mixed
from downhill.lessons.lesson_50_ten_thousand.kinds import DO, LIKE, OTHER, THINGS, kinds_of
from downhill.text.format import fill, number
from downhill.training.model_lesson import ModelScene
from downhill.training.tokens import Text
from downhill.training.weights_picture import REACH
from downhill.training.word_map_picture import fitted

PAGE, LIES, GROUPS, FROM = "page", "lies", "groups", "from"
HUGE, ON = "huge", "on"
FAR = 0.5  # a weight that is thrown so far has the full color of an error
GAP = 1.4  # CSS pixels between cells
COLUMNS, FEW_COLUMNS, BROAD = 5, 2, 480.0  # of the page; fewer in a picture narrower than `BROAD` CSS pixels
BLANK = 0.6  # of the room of a letter: the space between two words of a line
LIE_LINES, LIE_SIGNS = 20, (1, 3, 3, 5)  # lines, and about how many letters their words have
LINES, THICK = 312, 5.0  # lines that the page has about, and CSS pixels that one is high at most
SIZE, SMALL = 18.0, 16.0  # CSS pixels: letters, and those of words on the map
EDGE = 14.0
NAMED, FEWER = {THINGS: 6, LIKE: 3, DO: 3}, {THINGS: 3, LIKE: 2, DO: 2}  # words of each kind that have names


def _axes(figure: Any) -> tuple[Any, float, float]:
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    width, height = (72 * float(side) for side in figure.get_size_inches())
    axes.set(xlim=(0, width), ylim=(height, 0))
    return axes, width, height


def wall(figure: Any, look: Look) -> Show:
    """All weights as one wall of cells; or all words of the text, as far as the model was asked for them."""
    axes, width, height = _axes(figure)
    axes.axhspan(0, height, color=look.stage, zorder=0)
    ratio = figure.dpi / 72
    columns_of_page = COLUMNS if width >= BROAD else FEW_COLUMNS
    thick = min(THICK, 0.5 * height * columns_of_page / LINES)
    tiles, gaps = look.tiles(axes, REACH), look.bars(axes, look.stage, GAP, 3)
    ahead, asked, lies = (
        look.bars(axes, ink, thick, 4)
        for ink in (mixed(look.quiet, look.stage, 0.55), look.machine, look.error)
    )

    def show(scene: ModelScene) -> None:
        trainer = scene.trainer
        reel = trainer.reel if trainer else None
        if reel in (PAGE, LIES):
            lines, false = page(trainer.training.text, width, height, LIE_LINES * (reel == LIES))
            upto = round(len(lines) * trainer.share) if reel == PAGE else 0
            asked.put(lines[:upto])
            ahead.put(lines[upto:])
            lies.put(false[: len(LIE_SIGNS) * round(LIE_LINES * trainer.share)])
            tiles.put(np.zeros(1), np.full((1, 1), -1), 1)
            gaps.put(())
            return
        cell = max(int(np.ceil(np.sqrt(width * height / len(scene.weights)) * ratio)), 1)
        columns = int(np.ceil(width * ratio / cell))
        rows = -(-len(scene.weights) // columns)
        grid = np.arange(rows * columns).reshape(rows, columns)
        grid[grid >= len(scene.weights)] = -1
        tiles.put(_colours(scene), grid, cell)
        gaps.put(_lines(columns, rows, cell / ratio, width, height))
        for bars in (ahead, asked, lies):
            bars.put(())

    return show


def _colours(scene: ModelScene) -> np.ndarray:
    """What the cells tell: each weight, or in a trial of huge steps how far each was thrown."""
    trainer = scene.trainer
    if trainer and trainer.trial == HUGE:
        return np.asarray(-REACH / FAR * np.abs(scene.weights - trainer.noted[FROM]))
    return scene.weights


def _lines(columns: int, rows: int, side: float, width: float, height: float) -> np.ndarray:
    """The gaps between cells, shape (n, 2, 2)."""
    xs, ys = side * np.arange(1, columns), side * np.arange(1, rows + 1)
    upright = np.stack([np.stack([xs, 0 * xs], 1), np.stack([xs, 0 * xs + height], 1)], 1)
    across = np.stack([np.stack([0 * ys, ys], 1), np.stack([0 * ys + width, ys], 1)], 1)
    return np.concatenate([upright, across])


def page(text: Text, width: float, height: float, more: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Every word of the text to learn as a bar in its line, shape (n, 2, 2); with them, lines of lies.

    There are `more` of these, spread over the page, of four words each.
    """
    ends = np.flatnonzero((text.learned.before == text.end).all(axis=1))
    long = np.array([len(token) for token in text.tokens])[text.learned.after]
    lines = [long[start:end] for start, end in pairwise([*ends, len(long)])]
    total = len(lines) + more
    spread = {round((i + 0.5) * total / more) for i in range(more)}
    columns = COLUMNS if width >= BROAD else FEW_COLUMNS
    rows, wide = -(-total // columns), (width - EDGE) / columns
    sign = (wide - EDGE) / max(float((line + BLANK).sum()) for line in lines)
    own: list[np.ndarray] = []
    false: list[np.ndarray] = []
    left = iter(lines)
    for place in range(total):
        lie = place in spread
        signs = np.array(LIE_SIGNS) if lie else next(left)
        x = EDGE + wide * (place // rows)
        y = height * (place % rows + 0.7) / (rows + 0.4)
        starts = x + sign * np.concatenate([[0], np.cumsum(signs + BLANK)[:-1]])
        stops = starts + sign * signs
        bars = np.stack([np.stack([starts, 0 * starts + y], 1), np.stack([stops, 0 * stops + y], 1)], 1)
        (false if lie else own).append(bars)
    return np.concatenate(own), np.concatenate(false) if false else np.empty((0, 2, 2))


def course(figure: Figure, look: Look) -> Show:
    """The surprise against the steps; in a trial of going on and on, also that on the test, and the gap."""
    axes, width, height = _axes(figure)
    axes.axhspan(0, height, color=look.stage, zorder=0)
    gap = look.bars(axes, mixed(look.error, look.stage, 0.7), 6.0, 2)
    held, own = look.line(axes, look.error, 4.0, 4), look.line(axes, look.machine, 4.0, 5)
    spots, names = look.spot(axes, 12), look.names(axes, SIZE)
    low = height - 34.0
    beside = 32 + max(
        look.width_of(f"{look.words[f'film.{key}']} {number(0)}", SIZE) for key in ("test", "own")
    )

    def show(scene: ModelScene) -> None:
        trainer = scene.trainer
        on = trainer is not None and trainer.trial == ON
        since = float(trainer.noted[FROM][0]) if on else 0.0
        points = scene.course[scene.course[:, 0] >= since]
        if not len(points):
            points = scene.course[-1:]
        steps, losses, top = points[:, 0], points[:, 1:3], 16.0 if on else 40.0
        last = max(float(steps[-1]), 1800.0) if not on else max(float(steps[-1]), since + 6000)
        room = width - (beside if on else 24)
        xs = 6 + room * ((steps - since) / (last - since) if on else np.log1p(steps / 8) / np.log1p(last / 8))
        least, most = (0.9, 2.8) if on else (0.9, 5.0)
        ys = low - (low - top) * np.clip((losses - least) / (most - least), 0, 1)
        own.put(np.stack([xs, ys[:, 0]], 1))
        held.put(np.stack([xs, ys[:, 1]], 1) if on else np.empty((0, 2)))
        fine = np.linspace(xs[0], xs[-1], max(int((xs[-1] - xs[0]) / 5), 2))
        between = [np.stack([fine, np.interp(fine, xs, ys[:, side])], 1) for side in (0, 1)]
        gap.put(np.stack(between, 1) if on and len(xs) > 1 else ())
        spots.put(np.array([[xs[-1], ys[-1, 0]]]), scene.mover)
        _name(names, look, on, points[-1], (float(xs[-1]), float(ys[-1, 0]), float(ys[-1, 1])), (top, height))

    return show


def _name(
    names: Any,
    look: Look,
    on: bool,
    last: np.ndarray,
    at: tuple[float, float, float],
    ends: tuple[float, float],
) -> None:
    """Words at the ends of the lines, and the steps taken under them."""
    (x, own, held), (top, height) = at, ends
    step = fill(look.words["film.step"], {"steps": float(last[0])})
    foot = (0.0, height - 12)
    if on:
        told = [
            f"{look.words['film.test']} {number(last[2], 2)}",
            f"{look.words['film.own']} {number(last[1], 2)}",
            step,
        ]
        held = min(held, own - SIZE - 4)
        names.put(told, np.array([(x + 4, held), (x + 4, own), foot]), [look.wrong, look.machine, look.quiet])
        return
    told = [f"{look.words['loss.short']} {number(last[1], 2)}", step]
    names.put(told, np.array([(0.0, top - 24), foot]), [look.machine, look.quiet])


def kinds(figure: Figure, look: Look) -> Show:
    """The map of words by their kinds: discs are things, diamonds what they do, other words are pale."""
    axes, width, height = _axes(figure)
    axes.axhspan(0, height, color=look.stage, zorder=0)
    marks = {
        OTHER: look.dots(axes, 5, mixed(look.quiet, look.stage, 0.7)),
        THINGS: look.dots(axes, 9, look.machine),
        LIKE: look.dots(axes, 9, look.hand),
        DO: look.dots(axes, 10, look.text, shape="diamond"),
    }
    names = look.names(axes, SMALL)
    kind = kinds_of(look.words)
    inks = {THINGS: look.machine, LIKE: look.hand, DO: look.text}
    most = NAMED if width >= 400 else FEWER

    def show(scene: ModelScene) -> None:
        words = scene.words()
        places = fitted(words.places) * (width / 2 - 40, -(height / 2 - 20)) + (width / 2, height / 2)
        of = np.array([kind.get(name, THINGS) for name in words.names])
        for each, dots in marks.items():
            dots.put(places[of == each])
        told, spots, colours = [], [], []
        if scene.trainer and scene.trainer.shows(GROUPS):
            for each, ink in inks.items():
                if not (of == each).any():
                    continue
                told.append(look.words[f"film.kind.{each}"])
                spots.append(_beside(places[of == each], places))
                colours.append(ink)
        widths = [look.width_of(name, SMALL) for name in words.names]
        for each, count in most.items():
            free = _free(places, np.flatnonzero(of == each), widths)[:count]
            told += [words.names[i] for i in free]
            spots += [places[i] for i in free]
            colours += [look.quiet] * len(free)
        names.put(told, np.array(spots), colours)

    return show


def _beside(some: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Where the name of a group of words stands: above all of them where most others are below, or below."""
    x, middle = np.median(some, axis=0)
    above = middle < np.median(places[:, 1])
    return np.array([x, some[:, 1].min() - 16 if above else some[:, 1].max() + 16])


def _free(places: np.ndarray, some: np.ndarray, widths: list[float]) -> list[int]:
    """Those of some words whose names, right of their places, lie over no mark and no name before them."""
    found: list[int] = []
    for name in some.tolist():
        right, down = (places - places[name]).T
        level, wide = np.abs(down) < 0.6 * SMALL, widths[name] + 14
        near = [i for i in found if abs(down[i]) < 1.2 * SMALL and -widths[i] - 14 < right[i] < wide]
        if not near and not (level & (right > 4) & (right < wide)).any():
            found.append(name)
    return found


DRAWS = {"wall": wall, "course": course, "kinds": kinds}
