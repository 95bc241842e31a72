"""What all strokes share: an artist that draws itself straight onto the renderer, many times a second.

matplotlib's own lines cost about 0.15 ms each, an annotation's arrow 0.4 ms; strokes cost a tenth of that,
since they keep what doesn't change (colors, the graphics context, the shape of a mark) from one drawing to
the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Transform

from downhill.drawing.dirty_rect import Box

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def for_renderer(renderer: Any, transform: Transform) -> Any:
    """Return a transform in the renderer's fastest form: Agg reads a bare matrix without calling Python."""
    return transform.get_matrix() if isinstance(renderer, RendererAgg) else transform


def clip_for(renderer: Any, box: Any) -> Any:
    """Return a clip rectangle in the renderer's fastest form: Agg reads bare corners directly."""
    return box.get_points().copy() if isinstance(renderer, RendererAgg) else box.frozen()


def path_drawer(renderer: Any) -> Any:
    """Return what draws a path: Agg itself, bypassing the check of a setting for very long paths."""
    return renderer._renderer.draw_path if isinstance(renderer, RendererAgg) else renderer.draw_path


class Stroke(Artist):
    """The base of all strokes: a color, a line width in CSS pixels, and a context per renderer.

    It is `empty` while there is nothing to draw. A `lasting` stroke is drawn onto the background and stays;
    what is put next is added to it. `covered` is the box of pixels that the last drawing touched, None if it
    touched none. A lasting one that is `renewable` can be `anew`: what it drew before must go. Then, and on a
    new background, `renew` is called for all lasting strokes.
    """

    empty = True
    lasting = renewable = anew = False
    covered: Box | None = None
    path: Any = None  # a Path, once there are points
    rim = 0.0  # CSS pixels of another color along both sides

    def __init__(self, axes: Axes, colour: str, width: float, zorder: float, clip: bool = True) -> None:
        super().__init__()
        self.set_animated(True)
        self.set_zorder(zorder)
        self.axes_ = axes
        self.width = width
        self.clip = clip
        self.dashes: tuple[float, ...] | None = None
        self.renderer: Any = None
        self.draw_path: Any = None
        axes.add_artist(self)
        self.paint(colour)

    def paint(self, colour: str, alpha: float = 1.0) -> None:
        """Change its color."""
        rgba = to_rgba(colour, alpha)
        if rgba != getattr(self, "rgba", None):
            self.rgba = rgba
            self.renderer = None

    def rimmed(self, colour: str, width: float) -> Self:
        """Add a rim of `width` CSS pixels, so that it stands out on any color; return the stroke."""
        self.rim, self.rim_colour = width, to_rgba(colour)
        return self

    def renew(self) -> None:
        """Put all of it again, not only what is new, because the background is bare."""

    def unsettle(self) -> None:
        """Forget what was kept from one drawing to the next, because the background has changed."""
        self.renderer = self.draw_path = None

    def prepare(self, gc: Any) -> None:
        """Set what stays the same from one drawing to the next."""
        self.draw_path = path_drawer(self.renderer)
        to_pixels = self.axes_.transData.get_affine()
        self.places = for_renderer(self.renderer, to_pixels)
        # Two numbers per direction, since axes aren't rotated.
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
            gc.set_clip_rectangle(clip_for(self.renderer, self.axes_.bbox))
        if self.rim:
            self.brim = self.renderer.new_gc()
            self.brim.copy_properties(gc)
            self.brim.set_foreground(self.rim_colour, isRGBA=True)
            self.brim.set_linewidth(self.width + 2 * self.rim)
            self.brim.set_capstyle("butt")

    def draw(self, renderer: Any) -> None:
        """Draw the stroke, if it is visible, when matplotlib asks for it."""
        self.lay(renderer)

    def lay(self, renderer: Any) -> None:
        """Draw the stroke, if it is visible, without the calls that matplotlib wraps around every `draw`."""
        self.covered = None
        if self.empty or not self.get_visible():
            return
        if renderer is not self.renderer:  # or another color: the context is kept until then
            self.renderer = renderer
            self.pixel = renderer.points_to_pixels(1.0)
            self.gc = renderer.new_gc()
            self.prepare(self.gc)
            self.margin = self.beyond * self.pixel + 2
        self.stroke(renderer, self.gc)
        self.covered = self.extent()

    def extent(self) -> Box | None:
        """Return the pixels around its points, with room for what reaches beyond them."""
        xs, ys = self.path.vertices.T.tolist()  # Python beats numpy for a few
        left, right = self.sx * min(xs) + self.ox, self.sx * max(xs) + self.ox
        bottom, top = self.sy * min(ys) + self.oy, self.sy * max(ys) + self.oy
        if self.sx < 0:  # an axis may be reversed
            left, right = right, left
        if self.sy < 0:
            bottom, top = top, bottom
        return self.room(left, bottom, right, top)

    def room(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the box around some pixels, from the bottom left, with room for what reaches beyond them."""
        beyond, height = self.margin, self.renderer.height
        return Box(
            floor(left - beyond),
            floor(height - top - beyond),
            ceil(right + beyond),
            ceil(height - bottom + beyond),
        )

    @property
    def beyond(self) -> float:
        """How far the stroke reaches beyond its points, in CSS pixels."""
        return self.width / 2 + self.rim

    def stroke(self, renderer: Any, gc: Any) -> None:
        """Draw the stroke with a graphics context. Raises `RuntimeError` unless a subclass overrides it."""
        raise RuntimeError(f"{type(self).__name__} must override stroke()")


class Layer(Stroke):
    """A stroke in the background that stays until it is replaced. It is `empty` while nothing is new."""

    lasting = renewable = True

    def put(self, shape: Any) -> None:
        """Change the shape; it is drawn onto a bare background."""
        self.path, self.anew = self.path_of(shape), True
        self.renew()

    def rest(self) -> None:
        """Keep the shape."""
        self.empty, self.anew = True, False

    def renew(self) -> None:
        """Draw the same shape again, on a bare background."""
        self.empty = self.path is None

    def path_of(self, shape: Any) -> Path | None:
        """Return the shape as a path, None if there is nothing of it.

        Raises `RuntimeError` unless a subclass overrides it.
        """
        raise RuntimeError(f"{type(self).__name__} must override path_of()")


def laid(path: Any, vertices: np.ndarray, codes: Sequence[Any] = ()) -> Any:
    """Return a path through vertices, shape (n, 2): the old path, updated, if it has as many, else a new one.

    `codes` are for a few vertices, repeated for all; without them the path is one line.
    """
    if path is None or len(path.vertices) != len(vertices):
        return Path(vertices.copy(), [*codes] * (len(vertices) // len(codes)) if codes else None)
    path.vertices[:] = vertices
    return path


def laid_through(path: Any, points: np.ndarray | Sequence[Sequence[float]]) -> Any:
    """Return a path through points, shape (n, 2) or pairs of them: the old one if it has as many."""
    if path is not None and len(points):
        vertices = path.vertices
        if len(points) == len(vertices):
            vertices[:] = points
            return path
    return laid(path, np.asarray(points, dtype=float).reshape(-1, 2))


def ends(path: Any) -> tuple[float, float, float, float]:
    """Return the smallest x and y of a path's vertices, then the largest; Python beats numpy for a few."""
    xs, ys = path.vertices.T.tolist()
    return min(xs), min(ys), max(xs), max(ys)
