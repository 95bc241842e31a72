"""Where each weight of a model is in the picture: a grid of cells, some of them empty."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from downhill.training.network import shapes

LABEL = 22.0  # CSS pixels above a layer, for its name
GAP = 4  # cells between layers that are side by side
BROAD = 480.0  # CSS pixels; a narrower picture prefers the layers below each other
KEY_LEAST = 78.0  # CSS pixels that the key to the colors takes at least
OVER, UNDER = 20.0, 29.0  # CSS pixels above the key to the colors, and from its top to its end
FAR = 60  # cells that an arrow key skips at most to find the next weight


class Spot(NamedTuple):
    """A place in the picture, in CSS pixels from its top left."""

    x: float
    y: float


class WeightMap(NamedTuple):
    """The grid: the index of the weight in every cell, or -1, shape (rows, columns).

    `cell` is a cell's width in device pixels, an integer, `ratio` is device pixels per CSS pixel. `names` are
    the places of the layers' names, `key` that of the key to the colors.
    """

    grid: np.ndarray
    cell: int
    ratio: float
    names: dict[str, Spot]
    key: Spot

    @property
    def side(self) -> float:
        """A cell's width in CSS pixels."""
        return self.cell / self.ratio

    def at(self, x: float, y: float) -> int | None:
        """Return the index of the weight at a place in CSS pixels, or None."""
        column, row = int(x // self.side), int(y // self.side)
        rows, columns = self.grid.shape
        if not (0 <= row < rows and 0 <= column < columns):
            return None
        found = int(self.grid[row, column])
        return None if found < 0 else found

    def place(self, index: int) -> Spot:
        """Return the top left of a weight's cell."""
        row, column = divmod(int((self.grid == index).argmax()), self.grid.shape[1])
        return Spot(column * self.side, row * self.side)

    def beside(self, index: int, across: int, down: int) -> int:
        """Return the weight that many cells away, the next one beyond a gap, or the last before an edge."""
        row, column = divmod(int((self.grid == index).argmax()), self.grid.shape[1])
        rows, columns = self.grid.shape
        way = (int(np.sign(across)), int(np.sign(down)))
        found = index
        for stride in range(1, max(abs(across), abs(down), 1) + FAR):
            there = row + way[1] * stride, column + way[0] * stride
            if not (0 <= there[0] < rows and 0 <= there[1] < columns):
                break
            if self.grid[there] >= 0:
                found = int(self.grid[there])
                if stride >= max(abs(across), abs(down)):
                    break
        return found


@lru_cache(maxsize=8)
def weight_map(width: float, height: float, ratio: float, tokens: int) -> WeightMap:
    """Return the grid for a picture of that size in CSS pixels, with the largest cells that fit.

    If both layouts have cells of the same size, layers are side by side in a wide picture, and below each
    other in a narrow one. A picture that is far too small gets the best possible fit.
    """
    both = [_largest(width, height, ratio, tokens, broad) for broad in (width >= BROAD, width < BROAD)]
    return max(both, key=lambda found: (_fits(found, width, height), found.cell))


def _largest(width: float, height: float, ratio: float, tokens: int, broad: bool) -> WeightMap:
    """Return the grid with the largest cells, with layers side by side or below each other."""
    columns = _laid_out(1, ratio, tokens, broad).grid.shape[1]
    for cell in range(int(width * ratio // columns), 0, -1):
        found = _laid_out(cell, ratio, tokens, broad)
        if _fits(found, width, height):
            return found
    return _laid_out(1, ratio, tokens, broad)


def _fits(found: WeightMap, width: float, height: float) -> bool:
    """Return whether a grid and its key fit in that many CSS pixels."""
    rows, columns = (size * found.side for size in found.grid.shape)
    across, up = max(columns, found.key.x + KEY_LEAST), max(rows, found.key.y + UNDER)
    return bool(across <= width and up <= height)


def _laid_out(cell: int, ratio: float, tokens: int, broad: bool) -> WeightMap:
    """Return the grid with cells of `cell` device pixels."""
    embedding, inner, shift, outer, bias = _numbers(tokens)
    words = [("embedding", embedding.T), ("outer", np.vstack([outer, bias]))]
    hidden = np.vstack([inner, shift])
    label = int(np.ceil(LABEL * ratio / cell))
    rows, names = 0, {}
    blocks: list[tuple[np.ndarray, int, int]] = []
    for name, block in words:
        names[name] = (0, rows)
        blocks.append((block, rows + label, 0))
        rows += label + len(block)
    left, top = (tokens + GAP, 0) if broad else (0, rows)
    names["inner"] = (left, top)
    blocks.append((hidden, top + label, left))
    rows = max(rows, top + label + len(hidden))
    grid = np.full((rows, max(tokens, left + hidden.shape[1])), -1)
    for block, first, start in blocks:
        grid[first : first + block.shape[0], start : start + block.shape[1]] = block
    side = cell / ratio
    key = (left, top + label + len(hidden)) if broad else (hidden.shape[1] + GAP, top + label)
    spots = {name: Spot(column * side, row * side) for name, (column, row) in names.items()}
    return WeightMap(grid, cell, ratio, spots, Spot(key[0] * side, key[1] * side + OVER))


def _numbers(tokens: int) -> list[np.ndarray]:
    """Return the indices of all weights, arranged as in each layer's table."""
    parts, at = [], 0
    for shape in shapes(tokens):
        size = int(np.prod(shape))
        parts.append(np.arange(at, at + size).reshape(shape))
        at += size
    return parts
