"""Two sliders and a line through points: what an error is, and how to make it small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from downhill.lesson import Cell, Choice, Entry, Lesson, Note, Plot, Rates, Slider
from downhill.lessons.lesson_20_line import challenges, slider_ranges, units, words
from downhill.lessons.lesson_20_line.best_line import Line
from downhill.lessons.lesson_20_line.datasets import SETS
from downhill.lessons.lesson_20_line.fit import Fit, clouds, data_set
from downhill.lessons.lesson_20_line.own_data import OWN, START, check
from downhill.lessons.lesson_20_line.picture import draw
from downhill.points.points import Points

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
one unit of $b$, and no learning rate would suit them both. Switch to *raw units* to see it fail.

Switch to squared errors and every bar becomes a square: large errors weigh more. The landscape turns into a
smooth bowl, and descent comes to rest in it. With absolute errors the ground has creases, and steps of a
fixed size hover around the lowest place. Which error is the right one? Add *one outlier* and look where the
best line goes under each.
""",
    "learned": "A model’s error is a landscape over its sliders: to train a model is to walk downhill on it.",
    "picture": "The points, the line, and the error between every point and the line",
    "map": "Map of the error over slope and intercept",
    "loss": "sum of absolute errors",
    "loss.squared": "sum of squared errors",
    "slider.m": "slope m",
    "slider.b": "intercept b",
    "choice.error": "Error",
    "choice.error.absolute": "Absolute",
    "choice.error.squared": "Squared",
    "choice.data": "Data",
    "choice.data.own": "Your own points",
    "choice.best": "show the best line",
    "choice.outlier": "one outlier",
    "choice.raw": "raw units",
    "entry.points": "Your own points",
    "mark.outlier": "outlier",
    "table": "All the data, in numbers",
    **words.SENTENCES,
    **words.words_of(*SETS.values()),
    **challenges.WORDS,
}


def measure(m: float, b: float, error: str, data: str, best: str, outlier: str, raw: str, points: str) -> Fit:
    """How far the line is from every point, and in all."""
    cloud, plain = clouds(data, points, outlier)
    predicted = m * cloud.u + b
    residuals = cloud.y - predicted
    sizes = np.abs(residuals)
    total = float(sizes.sum())
    return Fit(
        m=m,
        b=b,
        loss=total if error == "absolute" else float(residuals @ residuals),
        predicted=predicted,
        residuals=residuals,
        mean=total / max(cloud.count, 1),
        higher=int(np.count_nonzero(residuals > 0)),
        size=cloud.count,
        goal=cloud.goal(error),
        cloud=cloud,
        plain=plain,
        data=data_set(data, points),
    )


def gradient(
    m: float, b: float, error: str, data: str, outlier: str, points: str, **_: str
) -> tuple[float, float]:
    """The loss's slope for m and for b; for a point on the line, the absolute error's subgradient 0."""
    cloud, _plain = clouds(data, points, outlier)
    residuals = cloud.y - (m * cloud.u + b)
    pull = np.sign(residuals) if error == "absolute" else 2 * residuals
    return float(-pull @ cloud.u), float(-pull.sum())


def scaling(data: str, outlier: str, raw: str, points: str, **_: str) -> units.Matrix:
    """The units in which descent walks: scaled ones, in which it arrives, or the raw ones of the data."""
    return (units.raw if raw == "on" else units.scaled)(clouds(data, points, outlier)[0])


def rates(error: str, data: str, outlier: str, raw: str, points: str, **_: str) -> Rates:
    """Learning rates that suit so many points, so far from their best line."""
    return units.rates(clouds(data, points, outlier)[0], error, raw == "on")


def fitted(data: str, points: str, **_: str) -> tuple[Slider, ...]:
    """Sliders that reach around the best lines of a data set."""
    chosen = data_set(data, points)
    called = words.names(WORDS, chosen)
    return slider_ranges.sliders(clouds(data, points)[0], (called.slope, called.unit))


def worded(data: str, points: str, **_: str) -> dict[str, str]:
    """The words of a data set."""
    return words.worded(WORDS, data_set(data, points), clouds(data, points)[0].rising)


def decimals(error: str, data: str, outlier: str, points: str, **_: str) -> tuple[int, int]:
    """The decimals of the loss and of the table's numbers: sums of squares are large, or need them."""
    many = data_set(data, points).decimals
    large = error == "squared" and clouds(data, points, outlier)[0].least("squared") >= LARGE
    return 0 if large else many, many


def notes(error: str, data: str, best: str, outlier: str, raw: str, points: str) -> list[Note]:
    """What is to be said under the picture of a variant."""
    cloud, plain = clouds(data, points, outlier)
    said = [words.best_note(cloud, error)] if best == "on" else []
    said += [words.outlier_note(cloud, plain)] if outlier == "on" else []
    said += [words.raw_note(cloud, error)] if raw == "on" else []
    return [*said, ("source", {})]


def describe(fit: Fit) -> str:
    """Which sentence is true of a line."""
    if fit.cloud.want:
        return fit.cloud.want
    if fit.loss <= fit.goal:
        return "best"
    if not 0.25 * fit.size <= fit.higher <= 0.75 * fit.size:
        return "low" if 2 * fit.higher > fit.size else "high"
    tilt = fit.tilt
    if abs(tilt) > 0.6 * fit.cloud.typical:
        return "flat" if (tilt > 0) == fit.cloud.rising else "steep"
    return "close"


def table(fit: Fit) -> list[list[Cell]]:
    """One row a point: x, y, what the line says, and the error."""
    x, y = (axis.written for axis in (fit.data.across, fit.data.up))
    columns = fit.cloud.x, fit.cloud.y, fit.predicted, np.abs(fit.residuals)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [[x(across), y(up), says, error] for across, up, says, error in rows]


def drawn_points(data: str, points: str, **_: str) -> Points:
    """The points of a variant, and the names of both columns."""
    chosen = data_set(data, points)
    called = words.names(WORDS, chosen)
    return Points(chosen.places, (called.x, called.y))


def same_line(values: Sequence[float], before: Mapping[str, str], after: Mapping[str, str]) -> Line:
    """Slope and intercept of the same line among other points."""
    old, new = (clouds(choices["data"], choices["points"])[0] for choices in (before, after))
    return new.same_line(Line(*values), old)


LARGE = 100.0  # a least sum of squares that needs no decimals
FIRST = {"error": "absolute", "data": "homes", "points": START}
HOMES, _ = clouds("homes", START)

lesson = Lesson(
    id="line",
    words=WORDS,
    sliders=fitted(**FIRST),
    choices=(
        Choice("data", (*SETS, OWN), fresh=True, shown="menu"),
        Choice("error", ("absolute", "squared")),
        Choice("best", ("off", "on"), shown="switch", only_shows=True),
        Choice("outlier", ("off", "on"), shown="switch"),
        Choice("raw", ("off", "on"), shown="switch"),
    ),
    entries=(Entry("points", START, check),),
    measure=measure,
    gradient=gradient,
    scaling=scaling,
    draw=draw,
    describe=describe,
    goal=lambda error, data, outlier, points, **_: clouds(data, points, outlier)[0].goal(error),
    rates=rates,
    fitted=fitted,
    worded=worded,
    decimals=decimals,
    notes=notes,
    table=table,
    plot=Plot("points", "data", OWN, drawn_points, same_line),
    loss_decimals=1,
    table_decimals=1,
    challenges=challenges.challenges(HOMES.goal("squared"), HOMES.least("absolute"), HOMES.lines["absolute"]),
)
