"""Two sliders and a line through points: what an error is, and how to make it small."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from downhill.lesson import Cell, Choice, Entry, Lesson, Plot, Variant
from downhill.lessons.lesson_20_line import (
    absolute,
    beats,
    challenges,
    film,
    slider_ranges,
    squared,
    units,
    words,
)
from downhill.lessons.lesson_20_line.best_line import Coefficients, predict
from downhill.lessons.lesson_20_line.datasets import SETS
from downhill.lessons.lesson_20_line.datasets.typo import is_mended
from downhill.lessons.lesson_20_line.fit import Fit, cloud_of, data_set, tilt
from downhill.lessons.lesson_20_line.own_data import OWN, START, check
from downhill.lessons.lesson_20_line.picture import draw
from downhill.lessons.lesson_20_line.points_to_fit import Cloud
from downhill.points.points import Points

LARGE = 100.0  # a least sum of squares that needs no decimals

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
The machine gets two slopes now, one for each slider: how much the error would grow if only $m$ moved, and
how much if only $b$ did. Together they make the gradient, and it takes **both sliders at once**, each by its
own slope. Find a bad line, press *Play*, and watch the trail go down the map.

One thing is hidden behind the button: the machine measures sizes in steps of their usual spread around the
average home, not in square feet. In plain square feet, one unit of $m$ would weigh a thousand times more than
one unit of $b$, and no learning rate would suit them both. Switch to *raw units* to see it fail.

Switch to squared errors and every bar becomes a square: large errors weigh more. The landscape turns into a
smooth bowl, and descent stops in it. With absolute errors the ground has creases, and steps of a
fixed size hover around the lowest place. Which error is the right one? Add *one outlier* and look where the
best line goes under each.
""",
    "learned": "A model’s error is a landscape over its sliders: to train a model is to walk downhill on it.",
    "picture": "The points, the line, and the error between every point and the line",
    "map": "Map of the error over slope and intercept",
    "loss": "sum of absolute errors",
    "loss.squared": "sum of squared errors",
    "python.predict": "What the line predicts",
    "python.loss": "The loss: the absolute errors, added up",
    "python.loss.squared": "The loss: the squared errors, added up",
    "python.gradient": "Its gradient: one slope for m, one for b",
    "entry.points": "Your own points",
    "mark.outlier": "outlier",
    "table": "All the data, in numbers",
    **words.SENTENCES,
    **words.words_of(*SETS.values()),
    **beats.WORDS,
    **challenges.WORDS,
}


LOSSES = {"absolute": absolute, "squared": squared}


def functions(error: str) -> dict[str, Callable[..., Any]]:
    """What the line predicts, the loss that is chosen, and its gradient."""
    chosen = LOSSES[error]
    return {"predict": predict, "loss": chosen.loss, "gradient": chosen.gradient}


def variant(error: str, data: str, best: str, outlier: str, raw: str, points: str) -> Variant:
    """The points to fit, and what suits them. Sliders and words serve with an outlier, too."""
    source = data_set(data, points)
    plain = cloud_of(source)
    cloud = plain.with_outlier() if outlier == "on" else plain
    names = words.names(WORDS, source)
    large = error == "squared" and cloud.least("squared") >= LARGE
    notes = [words.best_note(cloud, error)] if best == "on" else []
    notes += [words.outlier_note(cloud, plain)] if outlier == "on" else []
    notes += [words.mended_note(plain)] if data == OWN and is_mended(source.places) else []
    notes += [words.raw_note(cloud, error)] if raw == "on" else []
    return Variant(
        goal=cloud.goal(error),
        rates=units.rates(cloud, error, raw == "on"),
        sliders=lambda: slider_ranges.sliders(plain, (names.slope, names.unit)),
        scaling=units.raw(cloud) if raw == "on" else units.scaled(cloud),
        notes=[*notes, ("source", {})],
        words=words.worded(WORDS, source, plain.rising),
        loss_decimals=0 if large else source.decimals,
        table_decimals=source.decimals,
        points=Points(source.places, (names.x, names.y)),
        data={
            "source": source,
            "cloud": cloud,
            "plain": plain,
            "written": (source.across.written(cloud.x), source.up.written(cloud.y)),
        },
    )


def measure(
    m: float, b: float, cloud: Cloud, predict: Callable[..., np.ndarray], loss: Callable[..., float]
) -> Fit:
    """How far the line is from every point, and in all: in the unit of y, or its square."""
    predicted = predict(cloud.u, m, b)
    residuals = cloud.y - predicted
    return Fit(
        m=m,
        b=b,
        loss=float(loss(cloud.u, cloud.y, m, b)),
        predicted=predicted,
        residuals=residuals,
        mean=float(np.abs(residuals).sum()) / max(cloud.count, 1),
        higher=int(np.count_nonzero(residuals > 0)),
        size=cloud.count,
    )


def slopes(m: float, b: float, cloud: Cloud, gradient: Callable[..., Sequence[float]]) -> Sequence[float]:
    """The loss's slope for m and for b."""
    return gradient(cloud.u, cloud.y, m, b)


def describe(fit: Fit, error: str, cloud: Cloud) -> str:
    """Which sentence is true of a line."""
    if cloud.want:
        return cloud.want
    if fit.loss <= cloud.goal(error):
        return "best"
    if not 0.25 * fit.size <= fit.higher <= 0.75 * fit.size:
        few = {0: "over", 1: "single"}.get(fit.higher, "high")
        return "low" if 2 * fit.higher > fit.size else few
    turned = tilt(fit, cloud)
    if abs(turned) > 0.6 * cloud.typical:
        return "flat" if (turned > 0) == cloud.rising else "steep"
    return "close"


def table(fit: Fit, written: Sequence[Sequence[str]]) -> list[tuple[Cell, ...]]:
    """One row a point: x and y as they are `written`, what the line says, and the error."""
    return [*zip(*written, fit.predicted.tolist(), np.abs(fit.residuals).tolist(), strict=True)]


def same_line(values: Sequence[float], before: Mapping[str, Any], after: Mapping[str, Any]) -> Coefficients:
    """Slope and intercept of the same line among other points, from the data of both variants."""
    found: Coefficients = after["plain"].same_line(Coefficients(*values), before["plain"])
    return found


lesson = Lesson(
    id="line",
    words=WORDS,
    functions=functions,
    variant=variant,
    choices=(
        Choice(
            "data",
            (*SETS, OWN),
            fresh=True,
            shown="menu",
            label="Data",
            labels=(*(each.title for each in SETS.values()), "Your own points"),
        ),
        Choice("error", ("absolute", "squared"), label="Error", labels=("Absolute", "Squared")),
        Choice("best", ("off", "on"), shown="switch", only_shows=True, label="show the best line"),
        Choice("outlier", ("off", "on"), shown="switch", label="one outlier"),
        Choice("raw", ("off", "on"), shown="switch", tucked=True, label="raw units"),
    ),
    entries=(Entry("points", START, check),),
    measure=measure,
    gradient=slopes,
    draw=draw,
    describe=describe,
    table=table,
    plot=Plot("points", "data", OWN, same_line),
    film=film.FILM,
    challenges=challenges.challenges(cloud_of(SETS["homes"])),
    home=f"{__name__}.take_home",
    experiments=f"{__name__}.experiments",
)
