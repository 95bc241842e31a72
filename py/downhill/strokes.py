"""What moves in a picture: strokes that draw themselves straight onto the renderer, many times a second.

matplotlib's own lines cost some 0.15 ms each, an annotation's arrow 0.4 ms; these cost a tenth of that, since
they keep what does not change (colours, the graphics context, the shape of a mark) from one drawing to the
next.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, IdentityTransform, Transform

from downhill.box import Box, box

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DISC, DIAMOND = Path.unit_circle(), Path([(0, 1), (1, 0), (0, -1), (-1, 0), (0, 1)], closed=True)
SHORTEST_ARROW, LONGEST_ARROW = 20.0, 150.0  # CSS pixels
HEAD = 9.0  # CSS pixels, the length of an arrow's head


def _for(renderer: Any, transform: Transform) -> Any:
    """A transform as the renderer takes it fastest: Agg reads a bare matrix without asking Python."""
    return transform.get_matrix() if isinstance(renderer, RendererAgg) else transform


class Stroke(Artist):
    """The part that all strokes share: a colour, a line width in CSS pixels, and a context kept per renderer.

    A `lasting` stroke is drawn onto the ground and stays; what is put there next is added to it. `covered` is
    the box of pixels that the last drawing touched, None where it touched none.
    """

    lasting = False
    covered: Box | None = None
    path: Any = None  # a Path, once there are points

    def __init__(self, axes: Axes, colour: str, width: float, zorder: float, clip: bool = True) -> None:
        super().__init__()
        self.set_animated(True)
        self.set_zorder(zorder)
        self.axes_ = axes
        self.width = width
        self.clip = clip
        self.dashes: tuple[float, ...] | None = None
        self.renderer: Any = None
        axes.add_artist(self)
        self.paint(colour)

    def paint(self, colour: str, alpha: float = 1.0) -> None:
        """Another colour from now on."""
        rgba = to_rgba(colour, alpha)
        if rgba != getattr(self, "rgba", None):
            self.rgba = rgba
            self.renderer = None

    def context(self, renderer: Any) -> Any:
        """The graphics context: made anew only for another renderer or colour."""
        if renderer is not self.renderer:
            self.renderer = renderer
            self.pixel = renderer.points_to_pixels(1.0)
            self.gc = renderer.new_gc()
            self.prepare(self.gc)
        return self.gc

    def unsettle(self) -> None:
        """The ground has changed: what was kept from one drawing to the next has to be asked for again."""
        self.renderer = None

    def prepare(self, gc: Any) -> None:
        """Set what stays the same from one drawing to the next."""
        to_pixels = self.axes_.transData.get_affine()
        self.places = _for(self.renderer, to_pixels)
        # Two numbers a direction, since axes are not turned.
        (self.sx, _, self.ox), (_, self.sy, self.oy), _ = to_pixels.get_matrix().tolist()
        gc.set_foreground(self.rgba, isRGBA=True)
        gc.set_alpha(self.rgba[3])
        gc.set_linewidth(self.width)  # in points: Agg itself turns these lengths into pixels
        # Round ends would make a thick bar longer than it says, and a bar of no length a blob.
        gc.set_capstyle("butt" if self.dashes or self.width > 6 else "round")
        gc.set_joinstyle("round")
        if self.dashes:
            gc.set_dashes(0, list(self.dashes))
        if self.clip:
            gc.set_clip_rectangle(self.axes_.bbox.frozen())

    def draw(self, renderer: Any) -> None:
        """Draw the stroke, if it is to be seen."""
        self.covered = None
        if self.get_visible() and not self.is_empty():
            self.stroke(renderer, self.context(renderer))
            self.covered = self.extent()

    def extent(self) -> Box | None:
        """The pixels around its points, with room for what reaches beyond them."""
        x0, y0, x1, y1 = _ends(self.path)
        left, right = sorted((self.sx * x0 + self.ox, self.sx * x1 + self.ox))  # an axis may run backwards
        bottom, top = sorted((self.sy * y0 + self.oy, self.sy * y1 + self.oy))
        return self.room(left, bottom, right, top)

    def room(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box around some pixels, counted from the bottom left, and around what reaches beyond them."""
        beyond, height = self.beyond * self.pixel + 2, self.renderer.height
        return box(left - beyond, height - top - beyond, right + beyond, height - bottom + beyond)

    @property
    def beyond(self) -> float:
        """How far the stroke reaches beyond its points, in CSS pixels."""
        return self.width / 2

    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return False

    def stroke(self, renderer: Any, gc: Any) -> None:
        """Draw it with this context."""
        raise RuntimeError(f"{type(self).__name__} does not say how it is drawn")


def _laid(path: Any, vertices: np.ndarray, codes: np.ndarray | None = None) -> Any:
    """A path through these vertices: the old one, with new numbers, where it has as many; else a new one."""
    if path is None or len(path.vertices) != len(vertices):
        return Path(vertices.copy(), codes)
    path.vertices[:] = vertices
    return path


def _ends(path: Any) -> tuple[float, float, float, float]:
    """The least x and y of a path's vertices, and the greatest: for a few points Python beats numpy."""
    xs, ys = path.vertices.T.tolist()
    return min(xs), min(ys), max(xs), max(ys)


class Line(Stroke):
    """A line through points given in the axes' own numbers, shape (n, 2)."""

    def dashed(self, *lengths: float) -> Line:
        """The same line, dashed: lengths of strokes and gaps in CSS pixels."""
        self.dashes = lengths
        return self

    def put(self, points: np.ndarray | Sequence[Sequence[float]]) -> None:
        """Lay the line through these points."""
        self.path = _laid(self.path, np.asarray(points, dtype=float).reshape(-1, 2))

    def is_empty(self) -> bool:
        """Whether there are no two points."""
        return self.path is None or len(self.path.vertices) < 2

    def stroke(self, renderer: Any, gc: Any) -> None:
        """One path through all points."""
        renderer.draw_path(gc, self.path, self.places)


class Bars(Line):
    """Separate strokes, each between two points given in the axes' own numbers, shape (n, 2, 2)."""

    def put(self, points: np.ndarray | Sequence[Sequence[float]]) -> None:
        """Lay the strokes there: one path that lifts the pen between them."""
        ends = np.asarray(points, dtype=float).reshape(-1, 2)
        codes = np.tile(np.array([Path.MOVETO, Path.LINETO], dtype=Path.code_type), len(ends) // 2)
        self.path = _laid(self.path, ends, codes)


class Marks(Stroke):
    """Discs or diamonds at points given in the axes' own numbers, shape (n, 2).

    `size` is how far they reach from side to side, in CSS pixels.
    """

    def __init__(
        self, axes: Axes, colour: str, shape: Path, size: float, zorder: float, edge: str = ""
    ) -> None:
        self.shape, self.size, self.edge = shape, size, edge
        super().__init__(axes, colour, 2.0 if edge else 0.0, zorder, clip=not edge)

    def put(self, points: np.ndarray | Sequence[Sequence[float]]) -> None:
        """Put the marks there."""
        self.path = _laid(self.path, np.asarray(points, dtype=float).reshape(-1, 2))

    def prepare(self, gc: Any) -> None:
        """The edge's colour is the context's, and the size is a scale of the shape."""
        super().prepare(gc)
        if self.edge:
            gc.set_foreground(self.edge)
        self.scale = _for(self.renderer, Affine2D().scale(self.size / 2 * self.pixel))

    @property
    def beyond(self) -> float:
        """Half a mark, and half its edge."""
        return (self.size + self.width) / 2

    def is_empty(self) -> bool:
        """Whether there are no marks."""
        return self.path is None or not len(self.path.vertices)

    def stroke(self, renderer: Any, gc: Any) -> None:
        """All marks at once."""
        renderer.draw_markers(gc, self.shape, self.scale, self.path, self.places, self.rgba)


class Arrow(Stroke):
    """An arrow from one place of its axes towards another: as long as the step, never too short to see."""

    def __init__(self, axes: Axes, colour: str) -> None:
        super().__init__(axes, colour, 2.4, zorder=7, clip=False)
        self.ends: tuple[Sequence[float], Sequence[float]] | None = None

    def put(self, start: Sequence[float], end: Sequence[float] | None) -> None:
        """Point from start towards end, both (x, y); nothing is shown where there is no step."""
        self.ends = None if end is None else (start, end)

    def prepare(self, gc: Any) -> None:
        """Its outline is worked out in pixels."""
        super().prepare(gc)
        self.nowhere = _for(self.renderer, IdentityTransform())

    def is_empty(self) -> bool:
        """Whether there is no step."""
        return self.ends is None

    def extent(self) -> Box | None:
        """The pixels around its outline."""
        if self.path is None:
            return None
        return self.room(*_ends(self.path))

    def stroke(self, renderer: Any, gc: Any) -> None:
        """Shaft and head."""
        outline = self.outline()
        self.path = None if outline is None else _laid(self.path, outline)
        if self.path is not None:
            renderer.draw_path(gc, self.path, self.nowhere, self.rgba)

    def outline(self) -> np.ndarray | None:
        """Shaft and head in pixels, shape (6, 2); None where the step is shorter than a CSS pixel."""
        (x0, y0), (x1, y1) = ((self.sx * x + self.ox, self.sy * y + self.oy) for x, y in self.ends or ())
        length = math.hypot(x1 - x0, y1 - y0)
        if length < self.pixel:
            return None
        reach = min(max(length, SHORTEST_ARROW * self.pixel), LONGEST_ARROW * self.pixel)
        ux, uy, head = (x1 - x0) / length, (y1 - y0) / length, HEAD * self.pixel
        tip, neck = (x0 + ux * reach, y0 + uy * reach), (x0 + ux * (reach - head), y0 + uy * (reach - head))
        left = neck[0] - uy * head / 2, neck[1] + ux * head / 2
        right = neck[0] + uy * head / 2, neck[1] - ux * head / 2
        return np.array([(x0, y0), neck, left, tip, right, neck])
