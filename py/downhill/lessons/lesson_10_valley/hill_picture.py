"""The lesson's picture: a hill that fills the stage, who is on it, and what its film plays there."""

from __future__ import annotations

from typing import Any

import numpy as np

from downhill.lesson import Figure, Look, Scene, Show
from downhill.lessons.lesson_10_valley import reels
from downhill.lessons.lesson_10_valley.curve import HIGHEST, Curve, outline
from downhill.lessons.lesson_10_valley.curves import X
from downhill.lessons.lesson_10_valley.in_fog import Hill
from downhill.lessons.lesson_10_valley.marks import marks
from downhill.lessons.lesson_10_valley.reels import View
from downhill.text.format import fill

BALL = 30.0  # CSS pixels from side to side
MARGIN = 0.2  # beyond both ends of the slider
GLIDE = "glide"  # the reel of a step on its way
FOOT = 0.25  # of a curve's height lies below it, where the slider is
PLACES = np.linspace(X.low - MARGIN, X.high + MARGIN, 1041)
FINE = 801  # points of a curve far from the slider


def draw(figure: Figure, look: Look) -> Show:
    """The hill under its sky, the ball on it, flag, trail and arrow, and the reels of the film."""
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set(xticks=[], yticks=[])
    hill, put_marks, play = Hill(axes, look), marks(axes, look, X), reels.player(axes, look)
    spot, arrow = look.spot(axes, size=BALL), look.arrow(axes, exact=True)
    flag = look.flag(axes)
    numbers = [_number(axes, x, look) for x in range(-4, 5, 2)]
    seen: list[Any] = [None]

    def show(scene: Scene) -> bool:
        here, curve = scene.now, scene.data["curve"]
        view = reels.camera(scene) or home(curve)
        hidden, with_film = scene.reel not in (None, "", GLIDE), scene.reel is not None
        fresh = bool(seen[0] != (curve, view, hidden, with_film))
        if fresh:
            seen[0] = curve, view, hidden, with_film
            axes.set(xlim=view[:2], ylim=view[2:])
            for number in numbers:
                number.set_visible(not with_film)
            hill.set(_points(curve, view))
        hill.put(scene)
        put_marks(scene, hidden)
        place = play(scene) if with_film else (here.x, here.loss)
        lifted = _lifted(place, axes, view, scene.mover == "hand")
        spot.put([] if here.lack == "undefined" or place is None else [lifted], scene.mover)
        arrow.put((here.x, here.loss), (scene.ahead.x, here.loss) if scene.ahead and not with_film else None)
        flag.put(*reels.flag_of(scene))
        return fresh

    return show


def home(curve: Curve) -> View:
    """The part of the plane that the picture shows: the slider's, with room for it below the curve."""
    low, high = curve.ends
    return X.low - MARGIN, X.high + MARGIN, low - FOOT * (high - low), high


def _points(curve: Curve, view: View) -> np.ndarray:
    """The curve in a view, shape (n, 2): as it is drawn on the slider, or on and on where the camera is
    far.
    """
    if view == home(curve):
        return np.stack([PLACES, outline(curve, PLACES)], axis=1)
    xs = np.unique(np.concatenate([np.linspace(view[0], view[1], FINE), PLACES]))
    with np.errstate(over="ignore"):
        heights = curve.both(xs)[0]
    tall = view[3] - view[2]
    return np.stack([xs, np.clip(heights, view[2] - tall, view[3] + tall)], axis=1)


def _lifted(place: Any, axes: Any, view: View, round_: bool) -> Any:
    """Where the ball's middle is that lies on the ground; the machine's diamond stands in its place."""
    if place is None or not round_:
        return place
    pixels = axes.bbox.height / (axes.figure.dpi / 72)
    return place[0], min(place[1], HIGHEST) + BALL / 2 * (view[3] - view[2]) / pixels


def _number(axes: Any, x: int, look: Look) -> Any:
    """A number along x at the foot of the picture."""
    at = axes.get_xaxis_transform()
    return axes.text(x, 0.02, fill("{x}", {"x": x}), transform=at, ha="center", va="bottom", color=look.paper)
