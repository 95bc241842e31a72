"""The map of a look: a row for each of the last words, a column for each word before, dark where it looks."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import Draw, Look, Show
from downhill.lessons.lesson_60_looking_back.scene import LookScene
from downhill.training.room import fill

EDGE = 8.0  # CSS pixels
LARGEST, LEAST = 34.0, 5.0  # CSS pixels: a cell
LETTERS, SMALLEST = 15.0, 8.0  # CSS pixels
PART = 0.72  # of a cell's width, the letters over it


class Grid(NamedTuple):
    """Where the cells lie: squares of `cell` device pixels, `ratio` of which make a CSS pixel.

    Cells beside and above them stay free for the names of `rows` and `columns`.
    """

    cell: int
    ratio: float
    beside: int
    above: int
    rows: int
    columns: int

    @property
    def side(self) -> float:
        """A cell's width in CSS pixels."""
        return self.cell / self.ratio

    def at(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the cell at a place in CSS pixels, or None."""
        row, column = int(y // self.side) - self.above, int(x // self.side) - self.beside
        return (row, column) if 0 <= row < self.rows and 0 <= column < self.columns else None

    def numbers(self) -> np.ndarray:
        """The cells' numbers, row after row, with the free ones around them, which have -1."""
        cells = np.arange(self.rows * self.columns).reshape(self.rows, self.columns)
        return np.pad(cells, ((self.above, 0), (self.beside, 0)), constant_values=-1)


def grid_of(scene: LookScene, wide: float, high: float, ratio: float, look: Look) -> Grid:
    """The largest cells, at most of 34 CSS pixels, with which map and names have room."""
    rows, columns = len(scene.rows.names), max(scene.rows.shares.shape[1], 1)
    side = LARGEST
    while True:
        beside = math.ceil((_widest(scene.rows.names, letters(side), look) + 2 * EDGE) / side)
        names = [piece.text for piece in scene.pieces]
        above = math.ceil((_widest(names, letters(side), look) + 2 * EDGE) / side)
        if side <= LEAST or (
            (beside + columns) * side + EDGE <= wide and (above + rows) * side + EDGE <= high
        ):
            break
        side = max(side - 1, LEAST)
    return Grid(max(int(side * ratio), 1), ratio, beside, above, rows, columns)


def _widest(names: list[str] | tuple[str, ...], size: float, look: Look) -> float:
    return max((look.width_of(name, size) for name in names), default=0.0)


def letters(side: float) -> float:
    """The size of the names over columns of that width."""
    return max(min(PART * side, LETTERS), SMALLEST)


def map_picture() -> Draw:
    """The picture of where the last words look."""
    return _draw


def _draw(figure: Any, look: Look) -> Show:
    wide, high, _ = fill(figure)
    axes = figure.add_subplot()
    axes.set(xlim=(0, wide), ylim=(high, 0))
    axes.set_axis_off()
    tiles, ratio = look.tiles(axes, 1.0), round(figure.dpi / 72, 6)
    ground: list[Any] = [None, []]

    def show(scene: LookScene) -> bool:
        grid = grid_of(scene, wide, high, ratio, look)
        tiles.put(scene.rows.shares.ravel(), grid.numbers(), grid.cell)
        needed = scene.pieces, scene.rows.names, grid
        if needed == ground[0]:
            return False
        ground[0] = needed
        for old in ground[1]:
            old.remove()
        ground[1] = _names(axes, look, scene, grid)
        return True

    return show


def _names(axes: Any, look: Look, scene: LookScene, grid: Grid) -> list[Any]:
    """The words beside rows and over columns."""
    side, kept = grid.side, []
    for row, name in enumerate(scene.rows.names):
        y = (grid.above + row + 0.5) * side
        kept.append(
            axes.text(
                grid.beside * side - EDGE,
                y,
                name,
                size=letters(side),
                color=look.text,
                ha="right",
                va="center_baseline",
            )
        )
    for column, piece in enumerate(scene.pieces[: grid.columns]):
        place = (grid.beside + column + 0.5) * side, grid.above * side - EDGE / 2
        kept.append(
            axes.text(
                *place,
                piece.text,
                size=letters(side),
                color=look.text,
                rotation=90,
                ha="center",
                va="bottom",
            )
        )
    return kept


WIDE = 480.0  # CSS pixels; in a narrower picture these lines have no names
FAR = 1e6  # steps: beyond every picture


def floor(axes: Any, look: Look) -> Callable[[LookScene, tuple[float, float]], None]:
    """The line of what three words can tell at best, and the course of a network that sees no more."""
    least = look.line(axes, look.text, 1.2, 3).dashed(2, 3)
    other = look.line(axes, look.quiet, 1.6, 3)
    names, wide = look.names(axes), 72 * float(axes.figure.get_figwidth()) > WIDE
    if wide:
        text, above = f"··· {look.words['mark.least']}", (0, 5)
        axes.annotate(
            text, (0.5, 1), xycoords="axes fraction", xytext=above, textcoords="offset points", ha="center"
        )

    def show(scene: LookScene, ends: tuple[float, float]) -> None:
        least.put([(-FAR, scene.least), (FAR, scene.least)])
        other.put(scene.window[:, :3:2])
        named = wide and len(scene.window) > 1
        texts = [look.words["mark.window"]] * named
        names.put(texts, scene.window[-1:, :3:2][:named], [look.quiet] * named)

    return show
