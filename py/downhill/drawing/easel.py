"""One picture on its easel: a matplotlib figure that is made once; only what moves is drawn again.

Lengths are CSS pixels: at 72 dots per inch times the screen's pixel ratio, one matplotlib point is one CSS
pixel. If the look is `larger`, it is that many of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

import matplotlib
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from downhill.drawing.axis_names import fit_names, localize, place_names, thin_out
from downhill.drawing.dirty_rect import Box, around, cheapest
from downhill.drawing.stroke import Stroke
from downhill.drawing.style import style
from downhill.lesson import Draw, Look

REACH = 10.0  # CSS pixels beyond the axes that still count as their edge
ROOM = 300.0  # CSS pixels of width that a picture needs to look as usual
MARGINS = {"left": 58.0, "right": 14.0, "bottom": 46.0, "top": 14.0}  # CSS pixels around the axes
LOWEST = 8.0  # CSS pixels of height that axes keep in any picture
FIGURE = 1_700_000  # bytes that a figure takes besides its pixels
_FIGURE = ("figure", "show")  # what an easel has once it has begun
_PIXELS = (  # and once it has painted
    *("canvas", "renderer", "pixels", "shown"),
    *("ground", "bare", "strokes", "lasting", "moving"),
)
_ANEW = attrgetter("anew")


class Easel:
    """A picture of `width` by `height` CSS pixels on a screen with `ratio` device pixels per CSS pixel."""

    foot = 0.0  # CSS pixels kept free beneath all that is drawn
    figure: Figure  # once it has begun

    def __init__(self, draw: Draw, look: Look, width: float, height: float, ratio: float = 1.0) -> None:
        self.draw = draw
        self.look = look
        self.begun = self.blank = False
        self.stretch(width, height, ratio)

    def stretch(self, width: float, height: float, ratio: float) -> None:
        """Change the size. The next `paint` draws everything again."""
        self.width, self.height, self.ratio = width, height, ratio
        self.whole = Box(0, 0, int(width * ratio), int(height * ratio))
        if not self.blank:
            self.clear()

    def fits(self, width: float, height: float, ratio: float) -> bool:
        """Return whether a canvas of that size has exactly as many device pixels."""
        return ratio == self.ratio and self.whole == (0, 0, int(width * ratio), int(height * ratio))

    def dress(self, look: Look) -> None:
        """Change the look. The next `paint` draws everything again."""
        self.look = look
        self.clear()

    def clear(self) -> None:
        """Forget the figure and its pixels. The next `paint` draws everything again.

        The parts of a figure refer to each other, and to the renderer, which holds the pixels; so the
        renderer itself frees them, long before the figure is garbage collected.
        """
        self.clear_pixels()
        self.blank = False
        for name in _FIGURE:
            self.__dict__.pop(name, None)

    def clear_pixels(self) -> None:
        """Forget only the pixels: the figure is `blank`, and the next `paint` uses it.

        Its size may have changed by then, so this is only for pictures whose `draw` doesn't depend on the
        size.
        """
        self.begun = False
        if "renderer" in self.__dict__:
            for stroke in self.strokes:
                stroke.unsettle()
            vars(self.renderer).clear()
        for name in _PIXELS:
            self.__dict__.pop(name, None)
        self.blank = "figure" in self.__dict__

    @property
    def memory(self) -> int:
        """The bytes that the figure takes once it is painted, including its pixels and copies of them."""
        kept = self.bare.nbytes + (0 if self.ground is self.bare else self.ground.nbytes)
        return FIGURE + self.shown.nbytes + kept

    @property
    def larger(self) -> float:
        """How much larger than usual everything is: as the look says, if the picture has room."""
        return max(1.0, min(self.look.larger, self.width / ROOM))

    def _begin(self) -> None:
        matplotlib.rcParams.update(style(self.look))
        larger = self.larger
        # A tiny bit more, so that a division and a multiplication don't lose a whole pixel.
        width, height = (
            side / larger * (1 if larger == 1 else 1 + 1e-9) for side in (self.width, self.height)
        )
        bottom = MARGINS["bottom"] + self.foot / larger
        blank, self.blank = self.blank, False
        figure = self.figure if blank else Figure()
        figure.set_dpi(72 * self.ratio * larger)
        figure.set_size_inches(width / 72, height / 72, forward=False)
        figure.subplots_adjust(
            left=MARGINS["left"] / width,
            right=1 - MARGINS["right"] / width,
            bottom=bottom / height,
            top=max(height - MARGINS["top"], bottom + LOWEST) / height,
        )
        self.canvas = FigureCanvasAgg(figure)
        if not blank:
            self.figure, self.show = figure, self.draw(figure, self.look)
        self._stand_on(self.foot / larger / height)
        place_names(figure, self.foot / larger)
        self.left = figure.subplotpars.left
        self.has_ground = False
        self.ground = self.bare = np.empty((0, 0, 4), np.uint8)  # with what lasts on it, and without
        self.whole = Box(0, 0, *self.canvas.get_width_height())
        self.covered: list[Box] = []
        self.changed: list[Box] = []
        self.begun = True

    def _stand_on(self, foot: float) -> None:
        """Move axes that have their own box up onto the foot, which is that share of the height."""
        for axes in self.figure.axes if foot else ():
            if axes.get_subplotspec() is None:
                left, low, wide, high = axes.get_position().bounds
                axes.set_position((left, foot + (1 - foot) * low, wide, (1 - foot) * high))

    def place(self, x: float, y: float) -> tuple[float, float] | None:
        """Convert a point, from the top left, to the data coordinates of the picture's axes.

        None far from the axes, and before they are drawn. Just beyond their edge still counts, so that a
        finger can reach the edge itself.
        """
        if not self.begun or not self.figure.axes:
            return None
        axes = self.figure.axes[0]
        point = x * self.ratio, self.whole.bottom - y * self.ratio
        if not axes.bbox.padded(REACH * self.ratio).contains(*point):
            return None
        across, up = axes.transData.inverted().transform(point)
        return float(across), float(up)

    def within(self, x: float, y: float) -> tuple[float, float]:
        """Return the place on the axes nearest to a point; the picture must have been painted."""
        box = self.figure.axes[0].bbox
        point = x * self.ratio, self.whole.bottom - y * self.ratio
        inside = min(max(point[0], box.x0), box.x1), min(max(point[1], box.y0), box.y1)
        across, up = self.figure.axes[0].transData.inverted().transform(inside)
        return float(across), float(up)

    def seen(self, places: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
        """Return where places on the axes appear, from the top left; the picture must have been painted."""
        points = self.figure.axes[0].transData.transform(places) if len(places) else ()
        return [(float(x) / self.ratio, (self.whole.bottom - float(y)) / self.ratio) for x, y in points]

    def paint(self, scene: Any) -> memoryview:
        """Paint the scene; return the canvas's memory: RGBA bytes, shape (height, width, 4) in device pixels.

        A picture in which nothing ever moves takes None as its scene.

        `changed` then holds the boxes of it that differ from before.
        """
        if not self.begun:
            self._begin()
        fresh = self.show(scene) or not self.has_ground
        if fresh:
            self._draw_ground()
            self._keep_ground()
        elif any(map(_ANEW, self.lasting)):
            self.ground, fresh = self.bare, True
            self.shown[:] = self.bare
        else:
            for left, top, right, bottom in self.covered:
                self.shown[top:bottom, left:right] = self.ground[top:bottom, left:right]
        if fresh:
            for stroke in self.lasting:
                stroke.renew()
        before, added = self.covered, self._add()
        self.covered = self._lay(self.moving)
        self.changed = [self.whole] if fresh else cheapest(before, around([*self.covered, *added]))
        return self.pixels

    def paint_unseen(self, scene: Any) -> None:
        """Paint a scene that isn't shown: the next `paint` then counts as changed all over."""
        self.paint(scene)
        self.has_ground = False

    def _keep_ground(self) -> None:
        """Store the background as drawn, in the memory of the previous one if that is the same size."""
        if self.bare.shape != self.shown.shape:
            self.bare = np.empty_like(self.shown)
        np.copyto(self.bare, self.shown)
        self.ground = self.bare

    def _add(self) -> list[Box]:
        """Draw what lasts onto the background; return a box around it, or none."""
        boxes = self._lay(self.lasting)
        if boxes and self.ground is self.bare and any(stroke.renewable for stroke in self.lasting):
            self.ground = self.bare.copy()
        for left, top, right, bottom in boxes:
            self.ground[top:bottom, left:right] = self.shown[top:bottom, left:right]
        return boxes

    def _lay(self, artists: Sequence[Artist]) -> list[Box]:
        """Draw these; return a box around all that they drew, or none. No stroke: it could be anywhere."""
        boxes = []
        for artist in artists:
            if not isinstance(artist, Stroke):
                artist.draw(self.renderer)
                boxes.append(self.whole)
            elif not artist.empty:
                artist.lay(self.renderer)
                if artist.covered:
                    boxes.append(artist.covered)
        return around(boxes, self.whole)

    def _draw_ground(self) -> None:
        """Draw what doesn't move, and find out again what does."""
        matplotlib.rcParams.update(style(self.look))
        for axes in self.figure.axes:
            localize(axes)
            thin_out(axes)
        fit_names(self.figure, self.left)
        self.canvas.draw()
        self.has_ground = True
        self.renderer = self.canvas.get_renderer()
        self.pixels: memoryview = self.canvas.buffer_rgba()
        self.shown = np.asarray(self.pixels)
        drawn = (artist for axes in self.figure.axes for artist in axes.get_children())
        animated = [artist for artist in drawn if artist.get_animated()]
        animated.sort(key=lambda artist: artist.get_zorder())
        self.strokes = [artist for artist in animated if isinstance(artist, Stroke)]
        for stroke in self.strokes:
            stroke.unsettle()
        self.lasting = [stroke for stroke in self.strokes if stroke.lasting]
        self.moving: list[Artist] = [artist for artist in animated if artist not in self.lasting]
