"""How pictures look: the colours of a theme, and the marks that mean the same in every picture."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HAND, MACHINE = "hand", "machine"
SHAPES = {HAND: "o", MACHINE: "D"}  # a disc for the reader's hand, a diamond for the machine
SHORTEST_ARROW, LONGEST_ARROW = 20.0, 150.0  # CSS pixels

ARROW = {"arrowstyle": "-|>,head_width=0.32,head_length=0.6", "linewidth": 2.4, "shrinkA": 0, "shrinkB": 0}


class Mark(NamedTuple):
    """One place of a trail: the sliders' values there, the loss, and who went there (`HAND` or `MACHINE`)."""

    values: tuple[float, ...]
    loss: float
    mover: str


@dataclass(frozen=True)
class Look:
    """The colours of one theme, as `#rrggbb`, and the words that stand in the pictures.

    `paper` lies behind everything; `text`, `quiet` and `faint` are inks of falling strength; `hand` and `machine`
    say who moved; `ground` is what is given (a curve, the data); `error` marks errors; `contours` runs from low to
    high ground.
    """

    paper: str
    text: str
    quiet: str
    faint: str
    hand: str
    machine: str
    ground: str
    error: str
    contours: tuple[str, ...]
    words: Mapping[str, str]

    def colour(self, mover: str) -> str:
        """The colour of whoever moved."""
        return self.hand if mover == HAND else self.machine

    def spot(self, axes: Axes, size: float = 12.0) -> Spot:
        """The big mark that says where things stand now."""
        return Spot(axes, self, size)

    def arrow(self, axes: Axes) -> Arrow:
        """The arrow that points where the next step of gradient descent goes."""
        return Arrow(axes, self)

    def trail(self, axes: Axes, size: float = 4.0) -> Trail:
        """The marks left behind by hand and machine."""
        return Trail(axes, self, size)


class Spot:
    """One mark that moves: disc or diamond, in the colour of whoever moved."""

    def __init__(self, axes: Axes, look: Look, size: float) -> None:
        self.look = look
        (self.line,) = axes.plot([], [], markersize=size, animated=True, zorder=8, clip_on=False)
        self.line.set(markeredgecolor=look.paper, markeredgewidth=2)

    def show(self, x: float, y: float, mover: str) -> None:
        """Put the mark at a place of its axes."""
        self.line.set(xdata=[x], ydata=[y], marker=SHAPES[mover], markerfacecolor=self.look.colour(mover))


class Arrow:
    """An arrow from one place of its axes towards another: as long as the step, but never too short to see."""

    def __init__(self, axes: Axes, look: Look) -> None:
        self.axes = axes
        self.note = axes.annotate(
            "",
            (0, 0),
            (0, 0),
            animated=True,
            annotation_clip=False,
            zorder=7,
            arrowprops={**ARROW, "color": look.machine},
        )

    def show(self, start: Sequence[float], end: Sequence[float] | None) -> None:
        """Point from start towards end, both (x, y); nothing is shown where there is no step."""
        tail, head = self.axes.transData.transform([start, end or start])
        length = math.hypot(*(head - tail))
        pixel = self.axes.figure.dpi / 72
        self.note.set_visible(end is not None and length > pixel)
        if not self.note.get_visible():
            return
        wanted = min(max(length, SHORTEST_ARROW * pixel), LONGEST_ARROW * pixel)
        tip = self.axes.transData.inverted().transform(tail + (head - tail) * wanted / length)
        self.note.xy = tuple(tip)
        self.note.set_position(tuple(start))


class Trail:
    """A thin line through all marks, with discs and diamonds on it; the last one is big."""

    def __init__(self, axes: Axes, look: Look, size: float) -> None:
        (self.path,) = axes.plot([], [], color=look.quiet, linewidth=1, alpha=0.7, animated=True, zorder=4)
        self.marks = {
            mover: axes.plot([], [], shape, color=look.colour(mover), markersize=size, animated=True, zorder=5)[0]
            for mover, shape in SHAPES.items()
        }
        self.last = look.spot(axes, size=11)

    def show(self, x: np.ndarray, y: np.ndarray, trail: Sequence[Mark]) -> None:
        """Put the marks at these places, arrays of shape (len(trail),)."""
        machine = np.array([mark.mover == MACHINE for mark in trail])
        self.path.set_data(x, y)
        self.marks[HAND].set_data(x[~machine], y[~machine])
        self.marks[MACHINE].set_data(x[machine], y[machine])
        self.last.show(float(x[-1]), float(y[-1]), trail[-1].mover)
