"""What is said of a line through points: sentences whose gaps every data set fills with its own words."""

from __future__ import annotations

from downhill import walking
from downhill.cloud import Cloud
from downhill.dataset import DataSet
from downhill.lesson import Note

# Besides numbers, gaps hold words of the data set: see `_gaps`.
SENTENCES = {
    "now.best": "This is as good as a straight line gets here: on average it is {off} off.",
    "now.low": "The line runs too low: {higher:0} of the {size:0} {things} {above} than it says. "
    "On average it is {off} off.",
    "now.high": "The line runs too high: only {higher:0} of the {size:0} {things} {above} than it says. "
    "On average it is {off} off.",
    "now.flat": "The line is too flat: {right} {up} than it says, {left} {down}. On average it is {off} off.",
    "now.steep": "The line is too steep: {right} {down} than it says, {left} {up}. "
    "On average it is {off} off.",
    "now.close": "A fair line: on average it is {off} off. It can still be a little better.",
    "now.none": "There are no points yet: every line is as good as any other.",
    "now.one": "There is one point only: every line through it fits, steep or flat. This one is {off} off.",
    "now.stack": "All points lie at the same place along the axis, so the slope does not matter, only the "
    "height there. On average the line is {off} off.",
    "note.best": "The best line has m = {m:s4} and b = {b:s4}. Its error is {least:s4}.",
    "note.perfect": "The best line has m = {m:s4} and b = {b:s4}. It goes through all points.",
    "note.outlier": "One point, far off, and the best line turns: under absolute errors m goes from "
    "{absolute_before:s3} to {absolute:s3}, under squared errors from {squared_before:s3} to {squared:s3}. "
    "A squared error pulls the harder the larger it is; an absolute one pulls no harder than the others.",
    "note.alone": "With so few places along the axis, no point can be an outlier.",
    "note.raw": "In raw units, counted from zero, the ground of the squared error curves {times:big} times "
    "as much across the valley as along it (its condition number). A rate above {limit:s2} leaps out across; "
    "at that rate, the way along takes some {times:big} steps. Scaled units make the valley a round bowl.",
    "note.gentle": "In raw units the ground of the squared error curves {times:big} times as much across the "
    "valley as along it (its condition number). That is little: descent takes longer, but gets through.",
    "note.level": "Raw units make no difference here: along the slope the ground is level.",
    "source.own": "Your own points. They leave this page in a link that you share, and no other way.",
    "mark.best": "best line",
    "mark.plain": "without it",
    "points.odd": "These points can’t be read: {text}.",
    "points.large": "{number} is too large, or too close to zero, to count with here.",
}


def worded(data: DataSet, rising: bool) -> dict[str, str]:
    """The words of a lesson for a data set, whose best line climbs, or not."""
    gaps = _gaps(data, rising)
    said = {key: _filled(text, gaps) for key, text in SENTENCES.items()}
    unit = data.up.unit
    squared = f"({unit})²" if "/" in unit else unit and f"{unit}²"
    return said | {
        "source": data.source or SENTENCES["source.own"],
        "loss.short": f"error ({unit})" if unit else "error",
        "loss.short.squared": f"error ({squared})" if unit else "error²",
        "loss.unit": unit,
        "loss.unit.squared": squared,
        "axis.x": data.across.title,
        "axis.y": data.up.title,
        "axis.m": f"slope m ({data.slope})" if data.slope else "slope m",
        "axis.b": _intercept(data),
        "column.1": data.across.title,
        "column.2": data.up.title,
        "column.3": f"The line says ({unit})" if unit else "The line says",
        "column.4": f"Error ({unit})" if unit else "Error",
    }


def _intercept(data: DataSet) -> str:
    """What b is called: the line's height at 0, or somewhere else."""
    where = f" at {data.origin:g}" if data.origin else ""
    return f"intercept b{where} ({data.up.unit})" if data.up.unit else f"intercept b{where}"


def _gaps(data: DataSet, rising: bool) -> dict[str, str]:
    talk = data.talk
    up, down = (talk.above, talk.below) if rising else (talk.below, talk.above)
    words = {"things": talk.things, "above": talk.above, "right": talk.right, "left": talk.left}
    return words | {"up": up, "down": down, "off": data.off}


def _filled(text: str, gaps: dict[str, str]) -> str:
    """A sentence with the data set's words in it; gaps for numbers stay."""
    for name, words in gaps.items():
        text = text.replace("{" + name + "}", words)
    return text


def best_note(cloud: Cloud, error: str) -> Note:
    """What the best line is, and its error."""
    line, least = cloud.lines[error], cloud.least(error)
    numbers = {"m": line.m, "b": line.b, "least": least}
    return ("note.best" if least > 1e-9 * cloud.height else "note.perfect"), numbers


def outlier_note(cloud: Cloud, plain: Cloud) -> Note:
    """What one outlier does to the best line, under both errors."""
    if cloud is plain:
        return "note.alone", {}
    before = {f"{error}_before": line.m for error, line in plain.lines.items()}
    return "note.outlier", before | {error: line.m for error, line in cloud.lines.items()}


def raw_note(cloud: Cloud, error: str) -> Note:
    """Why descent fails in raw units, or why it doesn't."""
    if not cloud.varied:
        return "note.level", {}
    times = walking.condition(cloud)
    limit = 1 / (walking.bends(cloud)[1] * cloud.count)
    key = "note.raw" if walking.is_hopeless(cloud, error) else "note.gentle"
    return key, {"times": times, "limit": limit}
