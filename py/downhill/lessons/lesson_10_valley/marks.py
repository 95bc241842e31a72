"""What a run leaves on the curve: marks of its places, leaps across the valley, and what left the picture."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from downhill.lesson import Look, Scene, Slider
from downhill.lesson.trail import Trail
from downhill.lessons.lesson_10_valley.curve import HIGHEST, Curve
from downhill.text.format import fill

MOST = 200  # marks
FAR = 20.0  # pictures: a leap further out is drawn as far as that
Put = Callable[[Scene, bool], None]


def marks(axes: Any, look: Look, slider: Slider) -> Put:
    """What shows, for a scene, where hand and machine have been, where the machine leapt, and how far out.

    Nothing of it is to be seen while it is `hidden`; the ground must be drawn anew when that changes.
    """
    stroke, note = look.trail_marks(axes, size=9.0, colour=look.machine), look.note(axes)

    def put(scene: Scene, hidden: bool) -> None:
        curve, trail = scene.data["curve"], scene.trail

        def places(shown: np.ndarray) -> tuple[np.ndarray, np.ndarray | None]:
            return places_and_leaps(curve, trail, shown, slider)

        stroke.set_visible(not hidden)
        stroke.put(trail, MOST, places)
        note.put(*(("",) if hidden else off_map(scene, slider)))

    return put


def places_and_leaps(
    curve: Curve, trail: Trail, shown: np.ndarray, slider: Slider
) -> tuple[np.ndarray, np.ndarray | None]:
    """Places of a trail on their curve, shape (k, 2), and the steps from there that led over lower ground.

    Steps have shape (k, 2, 2), NaN for others; None if no step did. They do where the slope has another
    sign behind them. One that the slider's end has cut short goes on to where it would have led. A place
    without a height is NaN, too.
    """
    count, after = len(shown), shown + 1
    if not trail.by_machine[after].any():
        return _places(curve, trail.values[shown, 0]), None
    xs = trail.values[:, 0][np.concatenate([shown, after])]
    cut = [k for k, place in enumerate(after.tolist()) if trail.standings[place].landing]
    for k in cut:
        xs[count + k] = trail.standings[shown[k] + 1].landing[0]
    with np.errstate(all="ignore"):
        heights, slopes = (found + 0 * xs for found in curve.both(xs))
        over = slopes[:count] * slopes[count:] < 0
        over[cut] = True
        places = _standing(xs, heights)
    over &= trail.by_machine[after] & (shown >= trail.last_by_hand())
    if not over.any():
        return places[:count], None
    chords = np.stack([places[:count], places[count:]], axis=1)
    chords[~over] = np.nan
    return places[:count], _shortened(chords, (slider.span, curve.ends[1] - curve.ends[0]))


def _places(curve: Curve, xs: np.ndarray) -> np.ndarray:
    """Places on a curve, shape (k, 2), NaN where it has no height: mostly one, so Python beats numpy."""
    heights = ((x, curve.both(x)[0]) for x in xs.tolist())
    return np.array([(x, height if abs(height) <= HIGHEST else math.nan) for x, height in heights])


def _standing(xs: np.ndarray, heights: np.ndarray) -> np.ndarray:
    places = np.empty((len(xs), 2))
    places[:, 0], places[:, 1] = xs, np.where(abs(heights) <= HIGHEST, heights, np.nan)
    return places


def _shortened(chords: np.ndarray, picture: tuple[float, float]) -> np.ndarray:
    """Chords that end `FAR` pictures away at most, in the same direction."""
    ways = chords[:, 1] - chords[:, 0]
    far = np.maximum((np.abs(ways) / picture).max(axis=1, keepdims=True) / FAR, 1.0)
    return np.stack([chords[:, 0], chords[:, 0] + ways / far], axis=1)


def off_map(scene: Scene, slider: Slider) -> tuple[str, tuple[float, float]]:
    """What left the picture with the last step, or where the point stands above or below it, and where.

    The text is '' where all is in the picture.
    """
    (bottom, top), here, words = scene.data["curve"].ends, scene.now, scene.lesson.words
    place, landing = (here.x, min(max(here.loss, bottom), top)), scene.trail.standing.landing
    if landing and landing[0] != slider.clamp(landing[0]):
        way = "left" if landing[0] < slider.low else "right"
        return fill(words[f"off.{way}"], {"far": abs(landing[0] - slider.clamp(landing[0]))}), place
    if here.loss > top:
        return fill(words["off.above"], {"far": here.loss - top}), place
    if here.loss < bottom:
        return fill(words["off.below"], {"far": bottom - here.loss}), place
    return "", place
