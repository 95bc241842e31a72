"""Two sliders and a line through home prices: what an error is, and how to make it small."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import numpy as np

from downhill.lesson import Cell, Choice, Figure, Lesson, Look, Rates, Scene, Show, Slider
from downhill.lessons.challenges import line

WORDS = {
    "title": "Two sliders: fit a line to home prices",
    "prose": """
What has a curve to do with learning? Here are twelve homes, each with its size and its price. (The numbers
are made up, but not far from life.) We would like a **model**: a rule that takes a size and predicts a price.
The simplest rule is a straight line,

$$\\text{price} = m \\cdot \\text{size} + b$$

with two numbers to choose: the slope $m$, what one more square foot costs, and the intercept $b$, where the
line starts.

A line is seldom right. The vertical bar at each home shows how far off it is there: that is the home’s
**error**, or *residual*. Add up the lengths of all twelve bars and you have a single number that says how
good the line is, the *sum of absolute errors*. The smaller, the better.

And now look: that number depends on $m$ and $b$, as the height of the curve depended on $x$. It is a
landscape again, this time over two directions instead of one. The map shows it from above. **The best line is
its lowest point.**
""",
    "task": "Move the sliders to minimize the sum of absolute errors.",
    "task.squared": "Move the sliders to minimize the sum of squared errors.",
    "then": """
The machine feels two slopes now, one for each slider: how much the error would grow if only $m$ moved, and
how much if only $b$ did. Together they make the gradient, and it takes **both sliders at once**, each by its
own slope. Find a bad line, press *Play*, and watch the trail go down the map.

One thing is hidden behind the button: the machine measures sizes in steps of their usual spread around the
average home, not in square feet. In plain square feet, one unit of $m$ would weigh a thousand times more than
one unit of $b$, and no learning rate would suit them both.

Switch to squared errors and large errors weigh more. The landscape turns into a smooth bowl, and descent
comes to rest in it. With absolute errors the ground has creases, and steps of a fixed size hover around the
lowest place.
""",
    "learned": "A model’s error is a landscape over its sliders: to train a model is to walk downhill on it.",
    "picture": "Twelve homes, the line, and a bar from every home to the line",
    "map": "Map of the error over slope and intercept",
    "loss": "sum of absolute errors",
    "loss.short": "error ($k)",
    "loss.unit": "$k",
    "loss.squared": "sum of squared errors",
    "loss.short.squared": "error ($k²)",
    "loss.unit.squared": "$k²",
    "slider.m": "slope m",
    "slider.b": "intercept b",
    "axis.size": "home size (sq ft)",
    "axis.price": "price ($k)",
    "axis.m": "slope m ($ per sq ft)",
    "axis.b": "intercept b ($k)",
    "choice.error": "Error",
    "choice.error.absolute": "Absolute",
    "choice.error.squared": "Squared",
    "column.1": "Home size (sq ft)",
    "column.2": "Price ($k)",
    "column.3": "The line says ($k)",
    "column.4": "Error ($k)",
    "table": "All twelve homes, in numbers",
    "now.best": "This is as good as a straight line gets here: on average it is ${mean:1}k off.",
    "now.low": "The line runs too low: {above:0} of the {homes:0} homes cost more than it says. "
    "On average it is ${mean:1}k off.",
    "now.high": "The line runs too high: only {above:0} of the {homes:0} homes cost more than it says. "
    "On average it is ${mean:1}k off.",
    "now.flat": "The line is too flat: large homes cost more than it says, small ones less. "
    "On average it is ${mean:1}k off.",
    "now.steep": "The line is too steep: large homes cost less than it says, small ones more. "
    "On average it is ${mean:1}k off.",
    "now.close": "A fair line: on average it is ${mean:1}k off. It can still be a little better.",
}

M = Slider("m", low=0.0, high=300.0, start=30.0, step=1.0, unit="$/sq\N{NO-BREAK SPACE}ft")
B = Slider("b", low=-100.0, high=300.0, start=240.0, step=1.0, unit="$k")

# Made up for this page: roughly $70k and $140 a square foot, give or take.
SIZES = np.array([720, 850, 980, 1100, 1240, 1400, 1550, 1700, 1900, 2150, 2400, 2800], dtype=float)
PRICES = np.array([162, 204, 196, 238, 228, 284, 276, 327, 318, 390, 386, 470], dtype=float)
THOUSANDS = SIZES / 1000  # m is in dollars a square foot, prices in thousands of dollars


class Fit(NamedTuple):
    """A line against the homes: loss in $k or $k²; its prices and the residuals, shape (12,), in $k."""

    m: float
    b: float
    loss: float
    predicted: np.ndarray
    residuals: np.ndarray
    mean: float
    above: int
    homes: int
    tilt: float
    goal: float


def measure(m: float, b: float, error: str) -> Fit:
    """How far the line price = m * size / 1000 + b is from every home, and in all."""
    predicted = m * THOUSANDS + b
    residuals = PRICES - predicted
    sizes = np.abs(residuals)
    loss = float(sizes.sum() if error == "absolute" else residuals @ residuals)
    tilt = float((THOUSANDS - THOUSANDS.mean()) @ residuals)
    return Fit(
        m,
        b,
        loss,
        predicted,
        residuals,
        float(sizes.mean()),
        int((residuals > 0).sum()),
        len(SIZES),
        tilt,
        GOALS[error],
    )


def gradient(m: float, b: float, error: str) -> tuple[float, float]:
    """The loss's slope for m and for b; for a home on the line, the absolute error's subgradient 0."""
    residuals = PRICES - (m * THOUSANDS + b)
    pull = np.sign(residuals) if error == "absolute" else 2 * residuals
    return float(-pull @ THOUSANDS), float(-pull.sum())


def scaling(error: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """From (m, b) to the line's rise over a standard deviation of sizes and its price for the mean home.

    In these units the squared error's landscape is a round bowl: standardizing the inputs, see LeCun et al.,
    Efficient BackProp, 1998, section 4.3.
    """
    return (float(THOUSANDS.std()), 0.0), (float(THOUSANDS.mean()), 1.0)


def best_line(error: str) -> tuple[float, float]:
    """The exact best line (m, b): through two of the homes (absolute), by the normal equations (squared)."""
    if error == "squared":
        m, b = np.polyfit(THOUSANDS, PRICES, 1)
        return float(m), float(b)
    slopes = [
        (j, (PRICES[k] - PRICES[j]) / (THOUSANDS[k] - THOUSANDS[j]))
        for j, k in combinations(range(len(SIZES)), 2)
    ]
    lines = [(float(m), float(PRICES[j] - m * THOUSANDS[j])) for j, m in slopes]
    return min(lines, key=lambda line: np.abs(PRICES - line[0] * THOUSANDS - line[1]).sum())


def _least(error: str) -> float:
    m, b = best_line(error)
    residuals = PRICES - m * THOUSANDS - b
    return float(np.abs(residuals).sum() if error == "absolute" else residuals @ residuals)


GOALS = {error: 1.05 * _least(error) for error in ("absolute", "squared")}  # within 5 % of the best


def describe(fit: Fit) -> str:
    """Which sentence is true of a line."""
    if fit.loss <= fit.goal:
        return "best"
    if fit.above > 9:
        return "low"
    if fit.above < 3:
        return "high"
    if abs(fit.tilt) > 60:
        return "flat" if fit.tilt > 0 else "steep"
    return "close"


def _through(fit: Fit, sizes: np.ndarray) -> np.ndarray:
    return np.stack([sizes, fit.m * sizes / 1000 + fit.b], axis=1)


def draw(figure: Figure, look: Look) -> Show:
    """The homes, the line, the bars between them, and faintly the line one step ahead."""
    axes = figure.add_subplot()
    axes.set(xlabel=look.words["axis.size"], ylabel=look.words["axis.price"], xlim=(500, 3000), ylim=(0, 620))
    axes.locator_params(nbins=6)
    axes.plot(SIZES, PRICES, "o", color=look.ground, markersize=8, zorder=5)
    line = look.line(axes, look.hand)
    next_line = look.line(axes, look.machine, 1.6, zorder=3).dashed(5, 4)
    bars = look.bars(axes, look.error, zorder=2)
    ends = np.array([500.0, 3000.0])

    def show(scene: Scene) -> None:
        fit = scene.now
        line.paint(look.colour(scene.mover))
        line.put(_through(fit, ends))
        bars.put(np.stack([np.stack([SIZES, PRICES], 1), np.stack([SIZES, fit.predicted], 1)], 1))
        next_line.put(_through(scene.ahead or fit, ends))

    return show


def table(fit: Fit) -> list[list[Cell]]:
    """One row a home: size, price, what the line says, and the error."""
    rows = zip(SIZES, PRICES, fit.predicted, np.abs(fit.residuals), strict=True)
    return [[f"{size:.0f}", f"{price:.0f}", float(says), float(error)] for size, price, says, error in rows]


lesson = Lesson(
    id="line",
    words=WORDS | line.WORDS,
    sliders=(M, B),
    choices=(Choice("error", ("absolute", "squared")),),
    measure=measure,
    gradient=gradient,
    scaling=scaling,
    draw=draw,
    describe=describe,
    goal=lambda error: GOALS[error],
    # In the scaled units the squared error's curvature is 2 * 12: stable below 2 / 24 = 0.083.
    rates=lambda error: (
        Rates(0.005, 0.3, 5.0, kinked=True) if error == "absolute" else Rates(0.00002, 0.01, 0.2)
    ),
    table=table,
    loss_decimals=1,
    table_decimals=1,
    challenges=line.challenges(GOALS["squared"], _least("absolute"), best_line("absolute")),
)
