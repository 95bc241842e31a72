"""One slider and a curve: find the lowest point, by hand and by gradient descent."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import (
    Choice,
    Entry,
    Lesson,
    Variant,
)
from downhill.lessons.lesson_10_valley import beats, challenges, film, in_fog
from downhill.lessons.lesson_10_valley.curve import HIGHEST, Curve, Height, typed, written
from downhill.lessons.lesson_10_valley.curves import CURVES, SHAPES, X
from downhill.lessons.lesson_10_valley.hill_picture import draw
from downhill.lessons.lesson_10_valley.landscape import CORNER, END, LOWEST, Landscape
from downhill.lessons.lesson_10_valley.words import WORDS
from downhill.maths.formula import read

OWN, FIRST = "own", "x^2/4 + |x - 1|"  # the option for a function of the reader's own, and what it opens with
NEAR = 1e-4  # around a place, to feel how the curve bends there
WIDEST = 4  # signs beside the axis, for which its name finds room, too
GENTLE = 0.12  # a slope that may belong to the bottom of a valley: only there it matters how the curve bends
BENT = 0.15  # a bend that is seen
THERE = 0.005  # so near to the lowest place, x is shown as the same
LEFT = '<mrow><mi>f</mi><mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo></mrow><mo>=</mo>'


def check(f: str) -> None:
    """Raises `Mistake` for a text that spells no function, or one that has no value on the slider."""
    Landscape(read(f), X)


def functions(shape: str) -> dict[str, Callable[[Any], Any]]:
    """The curve's height and slope in Python; none if the reader has typed it."""
    return {} if shape == OWN else {"height": SHAPES[shape].height, "slope": SHAPES[shape].slope}


def variant(
    shape: str, f: str, fog: str, height: Height | None = None, slope: Height | None = None
) -> Variant:
    """The curve that is chosen, and what suits it. In fog nobody is told whether it gets any lower.

    `height` and `slope` are the curve's functions; where these are a reader's, without `slope` it is felt by
    central differences.
    """
    if height is None:
        curve = typed(f, X)
    elif height is SHAPES[shape].height and slope is SHAPES[shape].slope:
        curve = CURVES[shape]
    else:
        curve = written(height, slope, X)
    return Variant(
        goal=curve.goal,
        rates=curve.rates,
        sliders=(replace(X, start=curve.start),),
        concealed=fog == in_fog.FOG,
        loss_ends=curve.ends,
        data={"curve": curve},
    )


class Place(NamedTuple):
    """A place on a curve: its height is the loss; its slope, its bend where the slope is gentle, and what
    is lacking there.

    `lack` is `undefined` where there is no height: then the loss is the height at the top of the picture, as
    high as one can see. It is `upright` where there is no slope. What is lacking is 0.
    """

    x: float
    loss: float
    slope: float
    bend: float
    lack: str = ""


def measure(x: float, curve: Curve) -> Place:
    """Where x stands on a curve, all in the axes' own units."""
    height, slope = curve.both(x)
    if not abs(height) <= HIGHEST:
        return Place(x, curve.ends[1], 0.0, 0.0, "undefined")
    if not math.isfinite(slope):
        return Place(x, float(height), 0.0, 0.0, "upright")
    bend = _bend(curve, x) if abs(slope) < GENTLE * curve.relief else 0.0
    return Place(x, float(height), float(slope), bend)


def _bend(curve: Curve, x: float) -> float:
    """How the slope changes around x."""
    bend = float(curve.both(x + NEAR)[1] - curve.both(x - NEAR)[1]) / (2 * NEAR)
    return bend if math.isfinite(bend) else 0.0


def gradient(x: float, curve: Curve) -> tuple[float]:
    """The slope at x: no number where the curve stands upright, 0 if it has no height."""
    height, slope = curve.both(x)
    if not abs(height) <= HIGHEST:
        return (0.0,)
    return (float(slope) if math.isfinite(slope) else math.nan,)


def describe(place: Place, curve: Curve, fog: str) -> str:
    """Which sentence is true at a place of a curve."""
    if fog == in_fog.FOG:
        return in_fog.describe(place, curve, curve.level(X.span))
    if place.lack == "undefined":
        return place.lack
    if place.loss <= curve.goal:
        return _found(place, curve)
    if place.lack:
        return place.lack
    if abs(place.slope) < GENTLE * curve.relief:
        return _gentle(place, curve)
    return _side(place)


def _found(place: Place, curve: Curve) -> str:
    """On ground as low as counts: what kind of lowest point it is, or `near` one."""
    if curve.ground == LOWEST:
        return LOWEST if not place.lack and _is_level(place, curve) else "near"
    if curve.ground in (CORNER, END):
        return curve.ground if abs(place.x - curve.bottom) < THERE else "near"
    return curve.ground


def _gentle(place: Place, curve: Curve) -> str:
    """Where the slope is gentle: a valley's bottom, a hilltop, a plain, or a side after all."""
    bend, is_level = place.bend / curve.relief, _is_level(place, curve)
    if abs(bend) <= BENT:
        return "level" if is_level else "plain"
    if bend > 0:
        return "wrong" if _has_bottom(place, curve) else _side(place)
    return "top" if is_level else _side(place)


def _side(place: Place) -> str:
    return "left" if place.slope > 0 else "right"


def _is_level(place: Place, curve: Curve) -> bool:
    return abs(place.slope) <= curve.level(X.span)


def _has_bottom(place: Place, curve: Curve) -> bool:
    """Return whether a valley's bottom is about where slope and curvature say, but too high to count."""
    way = place.slope / place.bend
    around = place.x - way + max(2 * abs(way), X.step) * np.array([-1.0, 0.0, 1.0])
    left, bottom, right = curve.both(around)[0]
    inside = X.low < around[1] < X.high
    return bool(inside and bottom > curve.goal and left > bottom < right)


lesson = Lesson(
    id="valley",
    words=WORDS | in_fog.WORDS | beats.WORDS | challenges.WORDS,
    sliders=(X,),
    choices=(
        Choice(
            "shape",
            (*CURVES, OWN),
            fresh=True,
            label="Landscape",
            labels=("A bowl", "Two valleys", "A long flat slope", "Your own"),
        ),
        in_fog.CHOICE,
    ),
    entries=(
        Entry(
            "f",
            FIRST,
            check,
            fresh=True,
            only=OWN,
            lines=1,
            mathml=lambda f: f"{LEFT}{read(f).mathml}",
        ),
    ),
    functions=functions,
    variant=variant,
    measure=measure,
    defined=lambda place: place.lack != "undefined",
    gradient=gradient,
    draw=draw,
    axes=("x",),
    describe=describe,
    beat_choices=beats.CHOICES,
    film=film.FILM,
    challenges=challenges.challenges({shape: curve.goal for shape, curve in CURVES.items()}),
    home=f"{__name__}.take_home",
    experiments=f"{__name__}.experiments",
)
