"""One slider and a curve: find the lowest point, by hand and by gradient descent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import Choice, Figure, Lesson, Look, Rates, Scene, Show, Slider
from downhill.lessons.challenges import valley

WORDS = {
    "title": "One slider: find the lowest point",
    "prose": """
Here is a curve. To every position $x$ of the slider belongs one height, $f(x)$. Your task is the simplest one
there is: **find the $x$ where the curve is lowest**. That is what “to minimize a function” means.

Watch what you do while you search. You look which way the curve falls, go a little that way, and look again.
Where it is steep you go far, where it is nearly level you slow down. You are *descending*, and you do it
without a map: only the slope under your feet tells you where down is.
""",
    "task": "Move the slider to minimize $f(x)$.",
    "then": """
Now let the machine do it. It sees even less than you do: neither the curve nor the valley, just one number,
the slope where the point stands. Calculus gives it that number; it is called the **gradient**. The rule is
one line:

$$x_{\\text{new}} = x - \\text{learning rate} \\cdot \\text{slope}$$

A positive slope means uphill to the right, so the rule goes left; a negative one sends it right. The steeper
the ground, the longer the step, and the **learning rate** scales them all. The arrow in the picture shows the
next step. Press *Step* and watch [the machine]{.machine} take your own slider from wherever [your
hand]{.hand} left it. Then give it the two valleys, and the long flat slope.
""",
    "learned": "To learn is to walk downhill: feel the slope, take a step against it, and repeat until the "
    "ground is level.",
    "picture": "The curve of f(x), with a point on it where the slider stands",
    "loss": "value of f(x)",
    "loss.short": "f(x)",
    "slider.x": "x",
    "axis.x": "x",
    "axis.f": "f(x)",
    "choice.shape": "Landscape",
    "choice.shape.bowl": "A bowl",
    "choice.shape.two-valleys": "Two valleys",
    "choice.shape.flat-slope": "A long flat slope",
    "formula.bowl": "f(x) = 0.15\\,(x - 1.5)^2 + 0.6",
    "formula.two-valleys": "f(x) = 0.02\\,x^4 - 0.5\\,x^2 - 0.25\\,x + 4.5",
    "formula.flat-slope": "f(x) = 4.6 - \\dfrac{4}{1 + \\left(\\dfrac{x - 2.5}{1.2}\\right)^2}",
    "now.lowest": "This is the lowest point: at x = {x:2} the curve is {loss:2} high, and level.",
    "now.wrong": "You stand in a valley, but not in the lowest one: at x = {x:2} the curve is level and "
    "{loss:2} high. Every way out leads uphill first.",
    "now.top": "The ground is level here too, but this is a hilltop: at x = {x:2} both sides fall.",
    "now.right": "At x = {x:2} the curve is {loss:2} high and falls to the right, with slope {slope:2}.",
    "now.left": "At x = {x:2} the curve is {loss:2} high and falls to the left, with slope {slope:2}.",
    "now.plain": "At x = {x:2} the curve is {loss:2} high and almost level; faintly, with slope {slope:3}, "
    "it goes on falling.",
}

X = Slider("x", low=-5.0, high=5.0, start=-4.0, step=0.05)
CLOSE = 0.02  # so near to the lowest value counts as having found it


class Curve(NamedTuple):
    """A function, its slope, and the learning rates that suit it; both take numbers and arrays alike."""

    f: Callable[[Any], Any]
    slope: Callable[[Any], Any]
    rates: Rates


CURVES = {
    "bowl": Curve(
        f=lambda x: 0.15 * (x - 1.5) ** 2 + 0.6,
        slope=lambda x: 0.3 * (x - 1.5),
        rates=Rates(low=0.001, good=1.0, high=10.0),  # curvature 0.3: stable below 2 / 0.3 = 6.7
    ),
    "two-valleys": Curve(
        f=lambda x: 0.02 * x**4 - 0.5 * x**2 - 0.25 * x + 4.5,
        slope=lambda x: 0.08 * x**3 - x - 0.25,
        rates=Rates(low=0.002, good=0.2, high=2.0, big=1.6),  # curvatures 2.2 and 1.8: stable below 1.1
    ),
    "flat-slope": Curve(
        f=lambda x: 4.6 - 4 / (1 + ((x - 2.5) / 1.2) ** 2),
        slope=lambda x: 8 * (x - 2.5) / 1.2**2 / (1 + ((x - 2.5) / 1.2) ** 2) ** 2,
        rates=Rates(low=0.002, good=0.2, high=2.0),  # curvature 8 / 1.44 at the bottom: stable below 0.36
    ),
}
XS = np.linspace(X.low, X.high, 1001)
LOWEST = {shape: float(curve.f(XS).min()) for shape, curve in CURVES.items()}  # to within 1e-4 here


class Place(NamedTuple):
    """A place on a curve: its height is the loss; its slope and bend, and the lowest height there is."""

    x: float
    loss: float
    slope: float
    bend: float
    lowest: float


def measure(x: float, shape: str) -> Place:
    """Where x stands on the curve of that shape, all in the axes' own units."""
    curve, h = CURVES[shape], 1e-4
    bend = (curve.slope(x + h) - curve.slope(x - h)) / (2 * h)
    return Place(x, curve.f(x), curve.slope(x), bend, LOWEST[shape])


def describe(place: Place) -> str:
    """Which sentence is true at a place."""
    if place.loss <= place.lowest + CLOSE:
        return "lowest"
    if abs(place.slope) < 0.12 and abs(place.bend) > 0.15:
        return "wrong" if place.bend > 0 else "top"
    if abs(place.slope) < 0.12:
        return "plain"
    return "left" if place.slope > 0 else "right"


def draw(figure: Figure, look: Look) -> Show:
    """The curve, the point on it, and the arrow downhill."""
    axes = figure.add_subplot()
    axes.set(
        xlabel=look.words["axis.x"],
        ylabel=look.words["axis.f"],
        xlim=(X.low - 0.2, X.high + 0.2),
        ylim=(0, 8),
    )
    (curve,) = axes.plot([], [], color=look.ground, linewidth=3, zorder=3)
    drop = look.line(axes, look.quiet, 1.0).dashed(2, 3)
    spot, arrow, drawn = look.spot(axes, size=15), look.arrow(axes), [""]

    def show(scene: Scene) -> bool:
        here, shape = scene.now, scene.choices["shape"]
        fresh = drawn[0] != shape
        if fresh:
            drawn[0] = shape
            curve.set_data(XS, CURVES[shape].f(XS))
        drop.put([(here.x, 0), (here.x, here.loss)])
        spot.put([(here.x, here.loss)], scene.mover)
        step = scene.ahead.x - here.x if scene.ahead else 0.0
        arrow.put((here.x, here.loss), (here.x + step, here.loss + step * here.slope))
        return fresh

    return show


lesson = Lesson(
    id="valley",
    words=WORDS | valley.WORDS,
    sliders=(X,),
    choices=(Choice("shape", tuple(CURVES), fresh=True),),
    measure=measure,
    gradient=lambda x, shape: (CURVES[shape].slope(x),),
    draw=draw,
    axes=("x",),
    describe=describe,
    goal=lambda shape: LOWEST[shape] + CLOSE,
    rates=lambda shape: CURVES[shape].rates,
    challenges=valley.challenges({shape: lowest + CLOSE for shape, lowest in LOWEST.items()}),
)
