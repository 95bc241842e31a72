"""A line of text that moves: what is true at a place, written next to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Bbox, IdentityTransform

from downhill.drawing.dirty_rect import Box
from downhill.drawing.stroke import Stroke, for_renderer

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ASIDE, PAD = 16.0, 3.0  # CSS pixels: from the place to the text, and around the text


class Note(Stroke):
    """A line of text above a place on its axes, or below if there is no room above; on paper."""

    def __init__(self, axes: Axes, colour: str, paper: str) -> None:
        super().__init__(axes, colour, 0.0, 9, clip=False)
        self.label = Text(0, 0, "", color=colour, transform=IdentityTransform(), va="bottom", ha="left")
        self.label.set_figure(axes.figure)
        self.paper = to_rgba(paper, 0.85)
        self.spot: Sequence[float] = (0.0, 0.0)
        self.around: Bbox | None = None

    def put(self, text: str, place: Sequence[float] = (0.0, 0.0)) -> None:
        """Write a text next to a place on the axes, (x, y); '' shows none."""
        self.label.set_text(text)
        self.spot, self.empty = place, not text

    def prepare(self, gc: Any) -> None:
        """It is placed in pixels."""
        super().prepare(gc)
        self.nowhere = for_renderer(self.renderer, IdentityTransform())

    def extent(self) -> Box | None:
        """The pixels around the text."""
        if self.around is None:
            return None
        return self.room(*self.around.extents)

    def stroke(self, renderer: Any, gc: Any) -> None:
        """The text, moved into the axes."""
        self.label.set_position((0, 0))
        size, inside = self.label.get_window_extent(renderer), self.axes_.bbox
        x, y = (self.sx * self.spot[0] + self.ox, self.sy * self.spot[1] + self.oy)
        aside, pad = ASIDE * self.pixel, PAD * self.pixel
        y += aside if y + aside + size.height + pad <= inside.y1 else -aside - size.height
        left = _within(x - size.width / 2, inside.x0 + pad, inside.x1 - pad - size.width)
        bottom = _within(y, inside.y0 + pad, inside.y1 - pad - size.height)
        across, up = round(left - size.x0), round(bottom - size.y0)
        self.around = size.translated(across, up).padded(pad)
        corners = self.around.corners()[[0, 1, 3, 2]]
        renderer.draw_path(gc, Path(corners), self.nowhere, self.paper)
        self.label.set_position((across, up))
        self.label.draw(renderer)


def _within(value: float, low: float, high: float) -> float:
    """Clamp a number between two; return `low` if they are the wrong way around."""
    return max(min(value, high), low)
