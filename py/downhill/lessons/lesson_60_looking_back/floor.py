"""In the picture of the losses: how a network of three words does, and the least that it can have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from downhill.lesson import Look
from downhill.lessons.lesson_60_looking_back.scene import LookScene

WIDE = 480.0  # CSS pixels; in a narrower picture these lines have no names
FAR = 1e6  # steps: beyond every picture


def floor(axes: Any, look: Look) -> Callable[[LookScene, tuple[float, float]], None]:
    """The line of what three words can tell at best, and the course of a network that sees no more."""
    least = look.line(axes, look.text, 1.2, 3).dashed(2, 3)
    other = look.line(axes, look.quiet, 1.6, 3)
    names, wide = look.names(axes), 72 * float(axes.figure.get_figwidth()) > WIDE
    if wide:
        text, above = f"··· {look.words['mark.least']}", (0, 5)
        axes.annotate(
            text, (0.5, 1), xycoords="axes fraction", xytext=above, textcoords="offset points", ha="center"
        )

    def show(scene: LookScene, ends: tuple[float, float]) -> None:
        least.put([(-FAR, scene.least), (FAR, scene.least)])
        other.put(scene.window[:, :3:2])
        named = wide and len(scene.window) > 1
        texts = [look.words["mark.window"]] * named
        names.put(texts, scene.window[-1:, :3:2][:named], [look.quiet] * named)

    return show
