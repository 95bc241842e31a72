"""Words that move, each next to a point, drawn as outlines; those that would overlap others are left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import matplotlib
import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from matplotlib.transforms import IdentityTransform

from downhill.drawing.dirty_rect import Box
from downhill.drawing.stroke import Stroke, for_renderer

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIZE = 15.0  # CSS pixels
DRAWN = 100.0  # the size at which outlines are kept
GAP = 7.0  # CSS pixels between a point and its word
VEIL = 0.8  # opacity of the paper behind a word
HEIGHT = 0.72  # of the size: from the line up to where most letters end


class Outline(NamedTuple):
    """A word drawn at size 100 from the origin to the right: vertices (n, 2), codes (n,), and its width."""

    vertices: np.ndarray
    codes: np.ndarray
    width: float


@lru_cache(maxsize=512)
def outline(word: str, families: tuple[str, ...]) -> Outline:
    """The outline of a word in the first of these typefaces that has its letters."""
    points, codes = text_to_path.get_text_path(FontProperties(family=[*families]), word)
    vertices = np.asarray(points, dtype=float).reshape(-1, 2) * DRAWN / text_to_path.FONT_SCALE
    width = float(vertices[:, 0].max()) if len(vertices) else 0.0  # no typeface may have any of the letters
    return Outline(vertices, np.asarray(codes, dtype=Path.code_type), width)


def width_of(text: str, size: float = SIZE) -> float:
    """Return how wide a text is in the current typefaces, in CSS pixels."""
    return outline(text, tuple(matplotlib.rcParams["font.family"])).width * size / DRAWN


def size_within(text: str, room: float, least: float) -> float:
    """Return the type size in which a text fits in `room`, between `least` and the usual one; CSS pixels."""
    wide = width_of(text, 1.0)
    return max(min(SIZE, room / wide), least) if wide else SIZE


class Names(Stroke):
    """Words next to points in data coordinates; if there isn't room for all, the first ones have priority."""

    def __init__(self, axes: Axes, zorder: float, paper: str, size: float = SIZE, bare: bool = False) -> None:
        super().__init__(axes, "#000000", 0, zorder, clip=False)
        self.size, self.paper = size, to_rgba(paper, 0.0 if bare else VEIL)
        self.turned: tuple[bool, ...] = ()
        self.words: tuple[str, ...] = ()
        self.colours: tuple[str, ...] = ()
        self.points = np.empty((0, 2))
        self.boxes = np.empty((0, 4))

    def put(
        self,
        words: Sequence[str],
        points: np.ndarray,
        colours: Sequence[str],
        turned: Sequence[bool] = (),
    ) -> None:
        """Write words, each in its color, beside points, shape (n, 2); `turned` ones run upwards."""
        self.words, self.colours = tuple(words), tuple(colours)
        self.empty = not self.words
        self.turned = tuple(turned) or (False,) * len(self.words)
        self.points = np.asarray(points, dtype=float).reshape(-1, 2)

    def prepare(self, gc: Any) -> None:
        """Prepare to lay them out in pixels."""
        super().prepare(gc)
        self.nowhere = for_renderer(self.renderer, IdentityTransform())
        self.families = tuple(matplotlib.rcParams["font.family"])
        self.right, self.top = (float(end) for end in self.axes_.figure.bbox.max)

    def extent(self) -> Box | None:
        """Return the pixels around all visible words; None if no word has room."""
        if not len(self.boxes):
            return None
        left, bottom = self.boxes[:, :2].min(axis=0).tolist()
        right, top = self.boxes[:, 2:].max(axis=0).tolist()
        low = 0.4 * self.size * self.pixel  # letters reach below the baseline, and accents above the height
        edge = self.pixel
        return self.room(left - edge, bottom - low, right + edge, top + low)

    def stroke(self, renderer: Any, gc: Any) -> None:
        """One path for each color."""
        outlines = [outline(word, self.families) for word in self.words]
        seen = self._lay_out(np.array([each.width for each in outlines]))
        scale = self.size * self.pixel / DRAWN
        if seen and self.paper[3]:
            renderer.draw_path(gc, _rectangles(self.boxes[seen], self.pixel), self.nowhere, self.paper)
        for colour in dict.fromkeys(self.colours[i] for i in seen):
            some = [i for i in seen if self.colours[i] == colour]
            path = Path(
                np.concatenate([self._outlined(outlines[i], i, scale) for i in some]),
                np.concatenate([outlines[i].codes for i in some]),
            )
            renderer.draw_path(gc, path, self.nowhere, to_rgba(colour))
        self.boxes = self.boxes[seen]

    def _outlined(self, outline: Outline, i: int, scale: float) -> np.ndarray:
        """A word's vertices in its box."""
        if not self.turned[i]:
            return outline.vertices * scale + self.boxes[i, :2]
        return outline.vertices[:, ::-1] * (-scale, scale) + self.boxes[i, [2, 1]]

    def _lay_out(self, widths: np.ndarray) -> list[int]:
        """Compute the boxes of all words, in pixels from the bottom left, and return which have room.

        A word goes to the right of its point, or if there is no room, to the left, above, or below.
        """
        pixel = self.pixel
        x, y = (self.points * (self.sx, self.sy) + (self.ox, self.oy)).T
        wide, high, gap = widths * self.size * pixel / DRAWN, HEIGHT * self.size * pixel, GAP * pixel
        turned = np.array(self.turned, dtype=bool)
        wide, high = np.where(turned, high, wide), np.where(turned, wide, high)
        middle = np.clip(x - wide / 2, 0, np.maximum(self.right - wide, 0))
        lefts = np.stack([x + gap, x - gap - wide, middle, middle])
        lows = np.stack([y - high / 2, y - high / 2, y + gap, y - gap - high])
        boxes = np.stack([lefts, lows, lefts + wide, lows + high], axis=-1)
        inside = (boxes[..., :2] >= 0).all(-1) & (boxes[..., 2] <= self.right) & (boxes[..., 3] <= self.top)
        self.boxes = boxes[0]
        seen: list[int] = []
        for i in range(len(widths)):
            taken = self.boxes[seen]
            for side in np.flatnonzero(inside[:, i]):
                if not _overlaps(boxes[side, i], taken):
                    self.boxes[i] = boxes[side, i]
                    seen.append(i)
                    break
        return seen


def _overlaps(box: np.ndarray, others: np.ndarray) -> bool:
    """Return whether a box, (left, bottom, right, top), overlaps one of others, shape (n, 4)."""
    return bool(((box[:2] < others[:, 2:]) & (box[2:] > others[:, :2])).all(axis=1).any())


def _rectangles(boxes: np.ndarray, pad: float) -> Path:
    """Return one path around boxes, shape (n, 4), with `pad` pixels around each."""
    left, bottom, right, top = (boxes + np.array([-pad, -pad, pad, pad])).T
    corners = np.stack([left, bottom, right, bottom, right, top, left, top, left, bottom], axis=1)
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    return Path(corners.reshape(-1, 2), np.tile(np.array(codes, dtype=Path.code_type), len(boxes)))
