"""What the film of the lesson plays on its hill: the gap to the lowest point, a slope that is ridden down,
huge leaps.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from downhill.lesson import Look, Scene
from downhill.lessons.lesson_10_valley.curve import Curve

View = tuple[float, float, float, float]  # left, right, bottom, top
Place = tuple[float, float]
START = (
    -4.6
)  # where the film begins, further out than the lesson: else the first clearing shows the valley's floor
HUGE, LEAPS = 3.0, 4  # a learning rate, and how many steps of it
HAND, MACHINE = "hand", "machine"  # trails that the film has noted
LOOK_OUT = 0.3  # of the picture lies beyond a leap


def height(curve: Curve, x: float) -> float:
    """How high a curve is at x."""
    return float(curve.both(x)[0])


def leaps(curve: Curve, start: float = START) -> list[float]:
    """Where huge steps lead that no slider's end holds back: the places, the first of them the start."""
    xs = [start]
    for _ in range(LEAPS):
        xs.append(xs[-1] - HUGE * float(curve.both(xs[-1])[1]))
    return xs


def camera(scene: Scene) -> View | None:
    """What the camera shows while it follows the leaps, None if it stands still."""
    if scene.reel != "huge" or scene.share <= 0:
        return None
    curve, share = scene.data["curve"], min(scene.share, LEAPS)
    xs = leaps(curve)
    low, high = curve.ends
    first = (-5.2, 5.2, low - 0.25 * (high - low), high)
    views = [first, *(_around(xs[: n + 1], curve, first) for n in range(1, LEAPS + 1))]
    n = min(int(share), LEAPS - 1)
    return _between(views[n], views[n + 1], share - n)


def _around(xs: list[float], curve: Curve, first: View) -> View:
    """A view with these places in it."""
    left, right = min(first[0], *xs), max(first[1], *xs)
    top = max(first[3], *(height(curve, x) for x in xs))
    wide, tall = right - left, top - first[2]
    return left - LOOK_OUT * wide / 2, right + LOOK_OUT * wide, first[2] - 0.25 * tall, top + 0.12 * tall


def _between(one: View, other: View, share: float) -> View:
    """A view on the way, evenly in powers, so that each moment enlarges by as much as the one before."""
    found = []
    for low, high in ((0, 1), (2, 3)):
        sizes = one[high] - one[low], other[high] - other[low]
        size = math.exp((1 - share) * math.log(sizes[0]) + share * math.log(sizes[1]))
        way = share if math.isclose(*sizes) else (size - sizes[0]) / (sizes[1] - sizes[0])
        left = one[low] + way * (other[low] - one[low])
        found += [left, left + size]
    return found[0], found[1], found[2], found[3]


def flag_of(scene: Scene) -> tuple[float | None, float | None]:
    """Where the reader's flag stands, once it was put."""
    hidden = scene.reel in (None, "huge") or scene.choices["fog"] == "fog"
    if HAND not in scene.noted or hidden:
        return None, None
    x = float(scene.noted[HAND][-1, 0])
    return x, height(scene.data["curve"], x)


def player(axes: Any, look: Look) -> Callable[[Scene], Place | None]:
    """What puts a reel into the picture, and returns where the ball is; None if there is none."""
    across = look.line(axes, look.paper, 3.0, 6).dashed(9, 8)
    gap = look.bars(axes, look.error, 10.0, 6)
    tangent = look.line(axes, look.text, 6.0, 7).rimmed(look.paper, 2.5)
    path = look.line(axes, look.machine, 3.0, 5).dashed(2, 7)
    dots = {
        HAND: look.dots(axes, 10.0, look.hand),
        MACHINE: look.dots(axes, 20.0, look.machine, shape="diamond"),
    }

    moving: tuple[Any, ...] = (across, gap, tangent, path, *dots.values())

    def play(scene: Scene) -> Place | None:
        curve, here = scene.data["curve"], (scene.now.x, scene.now.loss)
        for stroke in moving:
            stroke.put(())
        found = REELS.get(scene.reel or "", _still)(scene, curve, strokes)
        return here if found is STILL else found

    strokes = {"across": across, "gap": gap, "tangent": tangent, "path": path, **dots}
    return play


STILL: Place = (math.nan, math.nan)


def _still(scene: Scene, curve: Curve, strokes: Any) -> Place | None:
    return STILL


def _gap(scene: Scene, curve: Curve, strokes: Any) -> Place | None:
    """A line at the flag's height runs across to the lowest point; from there the gap drops."""
    x, y = scene.now.x, scene.now.loss
    if y <= curve.goal:
        return STILL
    end = x + min(1.0, 2 * scene.share) * (curve.bottom - x)
    strokes["across"].put([(x, y), (end, y)])
    drop = max(0.0, 2 * scene.share - 1)
    if drop:
        strokes["gap"].put([[(curve.bottom, y), (curve.bottom, y + drop * (curve.lowest - y))]])
    return STILL


def _slope(scene: Scene, curve: Curve, strokes: Any) -> Place | None:
    """The ball rides from the start to where it is, on a bar that is as steep as the ground."""
    x = ridden(scene)
    y, slope = (float(part) for part in curve.both(x))
    reach = 1.35 / math.hypot(1.0, 1.6 * slope)  # about as long, however steep
    strokes["tangent"].put([(x - reach, y - reach * slope), (x + reach, y + reach * slope)])
    return x, y


def ridden(scene: Scene) -> float:
    """Where the ball is on its ride: from where the trail began to where it ends."""
    began = float(scene.noted[HAND][0, 0]) if HAND in scene.noted else START
    return float(began + scene.share * (scene.now.x - began))


def _huge(scene: Scene, curve: Curve, strokes: Any) -> Place | None:
    """Each leap as a dotted line to where it ends."""
    xs, n = leaps(curve), min(int(scene.share), LEAPS)
    places = [(x, height(curve, x)) for x in xs[: n + 1]]
    if n < LEAPS:
        (x, y), (to, up) = places[-1], (xs[n + 1], height(curve, xs[n + 1]))
        share = scene.share - n
        places.append((x + share * (to - x), y + share * (up - y)))
    strokes["path"].put(places)
    strokes[MACHINE].put(places)
    return None


def _trails(scene: Scene, curve: Curve, strokes: Any) -> Place | None:
    """Both trails once more, the hand's first."""
    for name, begins in ((HAND, 0.0), (MACHINE, 0.5)):
        trail = scene.noted.get(name, np.empty((0, 1)))[:, 0]
        count = math.ceil(len(trail) * min(1.0, max(0.0, 2 * (scene.share - begins))))
        strokes[name].put([(x, height(curve, x)) for x in trail[:count].tolist()])
    return None


REELS: dict[str, Callable[[Scene, Curve, Any], Place | None]] = {
    "gap": _gap,
    "slope": _slope,
    "huge": _huge,
    "trails": _trails,
}
