"""The map of a look: a row for each of the last words, a column for each word before, dark where it looks."""

from __future__ import annotations

import math
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
