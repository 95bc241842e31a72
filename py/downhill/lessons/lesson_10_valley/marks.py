"""What a run leaves on the curve: a mark at every place, leaps across the valley, and what left the picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    """What shows, for a scene, where hand and machine have been, where the machine leapt, and how far out."""
    stroke, note = look.trail_marks(axes), look.note(axes)

    def put(scene: Scene, fresh: bool) -> None:
        curve, trail = scene.data["curve"], scene.trail

        def places(shown: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            return on_curve(curve, trail.values[shown, 0]), leaps(curve, trail, shown, slider)

        stroke.put(trail, MOST, places, fresh)
        note.put(*off_map(scene.lesson.words, curve, trail, slider))

    return put


def on_curve(curve: Curve, xs: np.ndarray) -> np.ndarray:
    """The places of a curve at xs, shape (k, 2); NaN where it has no height."""
    with np.errstate(all="ignore"):
        heights = np.asarray(curve.both(xs)[0], dtype=float) + 0 * xs
    return np.stack([xs, np.where(np.abs(heights) <= HIGHEST, heights, np.nan)], axis=1)


def leaps(curve: Curve, trail: Trail, shown: np.ndarray, slider: Slider) -> np.ndarray:
    """The steps from these places of a trail that led over lower ground, shape (k, 2, 2); else NaN.

    They do where the slope has another sign behind them. A step that the slider's end has cut short goes on
    to where it would have led.
    """
    standings = [trail.standings[i + 1] for i in shown.tolist()]
    starts, ends = trail.values[shown, 0], trail.values[shown + 1, 0].copy()
    cut = np.array([bool(standing.landing) for standing in standings], dtype=bool)
    ends[cut] = [standing.landing[0] for standing in standings if standing.landing]
    with np.errstate(all="ignore"):
        slopes, beyond = (np.asarray(curve.both(xs)[1], dtype=float) + 0 * xs for xs in (starts, ends))
    over = trail.by_machine[shown + 1] & (shown >= trail.last_by_hand()) & ((slopes * beyond < 0) | cut)
    chords = _shortened(
        np.stack([on_curve(curve, starts), on_curve(curve, ends)], axis=1),
        (slider.span, curve.ends[1] - curve.ends[0]),
    )
    chords[~over] = np.nan
    return chords


def _shortened(chords: np.ndarray, picture: tuple[float, float]) -> np.ndarray:
    """Chords that end `FAR` pictures away at most, in the same direction."""
    ways = chords[:, 1] - chords[:, 0]
    far = np.maximum((np.abs(ways) / picture).max(axis=1, keepdims=True) / FAR, 1.0)
    return np.stack([chords[:, 0], chords[:, 0] + ways / far], axis=1)


def off_map(
    words: Mapping[str, str], curve: Curve, trail: Trail, slider: Slider
) -> tuple[str, tuple[float, float]]:
    """What left the picture with the last step, or where the point stands above or below it, and where.

    The text is '' where all is in the picture.
    """
    x, (bottom, top) = float(trail.values[-1, 0]), curve.ends
    height = float(on_curve(curve, trail.values[-1:, 0])[0, 1])
    place = x, min(max(height, bottom), top) if np.isfinite(height) else top
    landing = trail.standing.landing
    if landing and landing[0] != slider.clamp(landing[0]):
        way = "left" if landing[0] < slider.low else "right"
        return fill(words[f"off.{way}"], {"far": abs(landing[0] - slider.clamp(landing[0]))}), place
    if height > top:
        return fill(words["off.above"], {"far": height - top}), place
    if height < bottom:
        return fill(words["off.below"], {"far": bottom - height}), place
    return "", place
