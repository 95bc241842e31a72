"""Where hand and machine have been, in a lesson's own picture: marks, and lines that belong to them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from downhill.drawing.dirty_rect import Box
from downhill.drawing.stroke import Stroke, for_renderer, laid
from downhill.drawing.strokes import DIAMOND, DISC
from downhill.lesson import Look
from downhill.lesson.trail import Trail, spacing

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Drawn = tuple[np.ndarray, np.ndarray | None]
LARGER = 1.4  # a diamond of the same width looks smaller than a disc


class Pen(NamedTuple):
    """How lines are drawn: their width in CSS pixels, opacity, and color, '' for the mover's."""

    width: float
    opacity: float
    colour: str


class Piece(NamedTuple):
    """What is drawn at once: marks of one mover as a path, and the line beneath them, or None."""

    by_machine: bool
    marks: Path
    line: Path | None


class MarkedPlaces:
    """The indices of the places that leave marks (`Trail.shown`), rising, as of the last call.

    From one call to the next, usually one more does.
    """

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.known: tuple[Trail | None, int, int] = (None, 0, 0)
        self.count = 0  # of all places at the last call
        self.marking, self.apart = 0, 1  # how many would leave marks; every how many of them does

    def follow(self, trail: Trail, most: int) -> list[int] | None:
        """Return the new indices of a trail with at most `most` marks; None if others are gone."""
        known, before, count = (trail, trail.forgotten, trail.rewritten), self.count, trail.count
        is_same = known == self.known
        self.known, self.count = known, count
        if is_same and count == before:
            return []
        if not (is_same and count == before + 1 and self.marking < most * self.apart):
            return self._look_at_all(trail, most, is_same)
        earlier, last = trail.by_machine[-2:]
        if earlier and not last:  # a hand's move removes the marks of a run
            return self._look_at_all(trail, most, is_same)
        self.marking += 1
        new = [] if (self.marking - 1) % self.apart else [before - 1]
        self.numbers += new
        return new

    def _look_at_all(self, trail: Trail, most: int, is_same: bool) -> list[int] | None:
        old, places = self.numbers, trail.marking()
        self.marking, self.apart = len(places), spacing(len(places), most)
        self.numbers = places[:: self.apart].tolist()
        stay = self.numbers[: len(old)] == old and (is_same or not old)
        return self.numbers[len(old) :] if stay else None


class TrailMarks(Stroke):
    """Discs where the hand has been, diamonds where the machine has, each over the line that belongs to it.

    They are all one lasting stroke: new ones are drawn onto the background, in the order of the trail, so
    that a long trail costs no more than a short one. If marks must go, it is `anew`: all are drawn onto the
    bare background. `size` is the width of a disc, in CSS pixels; lines are drawn with the `pen`.
    """

    lasting = renewable = True

    def __init__(self, axes: Axes, look: Look, size: float, pen: Pen) -> None:
        super().__init__(axes, look.quiet, 0.0, 4)
        self.look, self.size, self.pen = look, size, pen
        self.pieces: list[Piece] = []
        self.marked = MarkedPlaces()
        self.one: Any = None  # the path of the single mark that a move usually leaves
        self.by_machine = np.empty(0, dtype=bool)
        self.places_of: Callable[[np.ndarray], Drawn]

    def put(self, trail: Trail, most: int, places: Callable[[np.ndarray], Drawn]) -> None:
        """Draw what is new on a trail, with at most `most` marks in all.

        `places` takes the indices of places, shape (k,), and returns, in data coordinates, marks of shape
        (k, 2), or (k, m, 2) for m of them at each place, and lines (k, 2, 2), or None. NaNs are left out.
        """
        self.places_of, self.by_machine = places, trail.by_machine
        new = self.marked.follow(trail, most)
        self.anew = new is None
        self._lay_out(new)

    def renew(self) -> None:
        """Draw all marks again."""
        self._lay_out(self.marked.numbers)

    def _lay_out(self, numbers: Sequence[int] | None) -> None:
        """Find out what to draw of the places with these indices."""
        self.pieces, self.empty = [], not numbers
        if not numbers:
            return
        shown = np.array(numbers)
        marks, lines = self.places_of(shown)
        if marks.shape == (1, 2) and lines is None and math.isfinite(marks[0, 0] + marks[0, 1]):
            self.one = laid(self.one, marks)
            self.pieces = [Piece(bool(self.by_machine[numbers[0]]), self.one, None)]
        else:
            self.pieces = list(_pieces(self.by_machine[shown], marks, lines))

    def prepare(self, gc: Any) -> None:
        """Prepare a pen and a mark for each mover."""
        super().prepare(gc)
        self.pens, self.shapes = [], []
        for colour, shape, larger in (
            (self.look.hand, DISC, 1.0),
            (self.look.machine, DIAMOND, LARGER),
        ):
            pen = self.renderer.new_gc()
            pen.copy_properties(gc)
            pen.set_foreground(to_rgba(self.pen.colour or colour, self.pen.opacity), isRGBA=True)
            pen.set_alpha(self.pen.opacity)
            pen.set_linewidth(self.pen.width)
            scale = Affine2D().scale(self.size * larger / 2 * self.pixel)
            self.pens.append(pen)
            self.shapes.append((shape, for_renderer(self.renderer, scale), to_rgba(colour)))

    @property
    def beyond(self) -> float:
        """Return half a mark."""
        return max(self.size * LARGER, self.pen.width) / 2

    def extent(self) -> Box | None:
        """Return the pixels around everything that is new."""
        vertices = []
        for _, marks, line in self.pieces:
            vertices += [marks.vertices, line.vertices] if line else [marks.vertices]
        self.path = Path(np.concatenate(vertices))
        return super().extent() if len(self.path.vertices) else None

    def stroke(self, renderer: Any, gc: Any) -> None:
        """Piece by piece, in the order of the trail."""
        for by_machine, marks, line in self.pieces:
            shape, scale, colour = self.shapes[by_machine]
            if line:
                renderer.draw_path(self.pens[by_machine], line, self.places)
            if np.size(marks.vertices):
                renderer.draw_markers(gc, shape, scale, marks, self.places, colour)


def _pieces(by_machine: np.ndarray, marks: np.ndarray, lines: np.ndarray | None) -> Iterator[Piece]:
    """Yield the marks: those without lines, by the same mover, in one piece; each with a line in its own."""
    if len(by_machine) == 1 and lines is None:
        yield Piece(bool(by_machine[0]), _path(marks), None)
        return
    marks = marks.reshape(len(by_machine), -1, 2)
    lined = np.zeros(len(by_machine), bool) if lines is None else np.isfinite(lines).all(axis=(1, 2))
    alone = np.where(lined, np.arange(1, len(lined) + 1), 0).tolist()
    at = 0
    for (mover, own), group in groupby(zip(by_machine.tolist(), alone, strict=True)):
        end = at + len(list(group))
        line = Path(lines[at]) if own and lines is not None else None
        yield Piece(mover, _path(marks[at:end]), line)
        at = end


def _path(marks: np.ndarray) -> Path:
    """Return a path through all marks, (…, 2), that aren't NaN."""
    points = marks.reshape(-1, 2)
    there = np.isfinite(points)
    return Path(points if there.all() else points[there.all(axis=1)])
