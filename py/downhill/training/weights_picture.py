"""All weights of a model, each as a tiny slider: its color shows where the thumb is."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.drawing.names import size_within
from downhill.lesson import Draw, Look, Show
from downhill.training.model_lesson import ModelScene
from downhill.training.room import fill
from downhill.training.weight_map import Spot, weight_map

REACH = 1.2  # weights farther from 0 have the same color as this one
KEY, BOXES = (110.0, 12.0), 9  # the key to the colors: CSS pixels, and how many colors
PAD, SMALLEST = 4.0, 7.0  # CSS pixels after a layer's name, and letters at least
RIM = 5.0  # CSS pixels: the ring's width, with a brim around it


def weights_picture() -> Draw:
    """Return the picture of a model's weights, layer by layer, with a ring around the selected one."""
    return _draw


def _draw(figure: Any, look: Look) -> Show:
    width, height, _ = fill(figure)
    axes = figure.add_subplot()
    ratio = round(figure.dpi / 72, 6)
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()
    tiles = look.tiles(axes, REACH)
    rims = [look.line(axes, colour, size, 6) for colour, size in ((look.paper, RIM), (look.hand, RIM / 2))]
    labels: list[Any] = []
    tokens: list[int] = []

    def show(scene: ModelScene) -> bool:
        grid = weight_map(round(width), round(height), ratio, scene.tokens)
        tiles.put(scene.weights, grid.grid, grid.cell)
        spot, side = grid.place(scene.chosen), max(grid.side, 7.0)
        brim = side / 2 + RIM / 2  # at an edge the ring moves in, so that all of it shows
        middle = np.clip(np.array(spot) + grid.side / 2, brim, np.array([width, height]) - brim)
        corners = middle + side / 2 * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)])
        for rim in rims:
            rim.put(corners)
        if tokens == [scene.tokens]:
            return False
        tokens[:] = [scene.tokens]
        for old in labels:
            old.remove()
        labels[:] = _label(axes, look, grid, width)
        return True

    return show


def _label(axes: Any, look: Look, grid: Any, width: float) -> list[Any]:
    """Write the layers' names, and the key to the colors."""
    kept = []
    for layer, spot in grid.names.items():
        end = min([width, *(other.x for other in grid.names.values() if other.x > spot.x)])
        kept.append(_name(axes, look, look.words[f"layer.{layer}"], spot, end - spot.x - PAD))
    (x, y), long = grid.key, min(KEY[0], width - grid.key.x)
    for i in range(BOXES):
        ends = [x + i * long / BOXES, x + (i + 1) * long / BOXES]
        colour = look.shade(2 * i / (BOXES - 1) - 1)
        kept.append(axes.fill_between(ends, y, y + KEY[1], color=colour, linewidth=0))
    kept.append(axes.text(x, y + 26, look.words["scale.low"], color=look.quiet))
    kept.append(axes.text(x + long, y - 6, look.words["scale.high"], color=look.quiet, ha="right"))
    return kept


def _name(axes: Any, look: Look, text: str, spot: Spot, room: float) -> Any:
    """Write a layer's name, in smaller type if it doesn't fit in `room` CSS pixels."""
    size = size_within(text, room, SMALLEST)
    return axes.text(spot.x, spot.y + 16, text, color=look.text, va="baseline", fontsize=size)
