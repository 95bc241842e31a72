"""What a picture is drawn on and with, as types, which cost no import of matplotlib."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from downhill.drawing.look import Look as Look
else:
    Look = Any


class Figure(Protocol):
    """What a picture is drawn on: a matplotlib figure."""

    def add_subplot(self, *where: Any, **settings: Any) -> Any:
        """Add axes to the figure."""

    def add_axes(self, *where: Any, **settings: Any) -> Any:
        """Add axes in a box of the figure: (left, bottom, width, height), as shares of it."""


def mixed(first: str, second: str, share: float) -> str:
    """Mix two colors, with that share of the second; all are `#rrggbb`."""
    inks = ([int(ink[i : i + 2], 16) for i in (1, 3, 5)] for ink in (first, second))
    return "#" + "".join(f"{round((1 - share) * a + share * b):02x}" for a, b in zip(*inks, strict=True))


Show = Callable[[Any], bool | None]  # takes a `Scene`, or a `ModelScene`
Draw = Callable[[Figure, Look], Show]
