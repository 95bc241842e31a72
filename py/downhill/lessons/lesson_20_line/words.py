"""What is said of a line through points: sentences for any points, and those of every data set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from downhill.lesson import Note
from downhill.lessons.lesson_20_line import units
from downhill.lessons.lesson_20_line.dataset import DataSet
from downhill.lessons.lesson_20_line.datasets.typo import typo
from downhill.lessons.lesson_20_line.points_to_fit import Cloud
from downhill.text.format import fill, with_unit

Words = Mapping[str, str]
SPOKEN = (
    "source",
    *(f"now.{key}" for key in "best low high single over flat steep close none one stack".split()),
)

# `{off}` is how far the line is off, with its unit. Data sets have sentences of their own: `now.low.homes`.
SENTENCES = {
    "off": "{mean:f}",
    "titled": "{name} ({unit})",
    "squares": "squares of {one}",
    "now.best": "This is as good as a straight line gets here: on average it is {off} off.",
    "now.low": "The line runs too low: {higher:0} of the {size:0} points lie higher than it predicts. "
    "On average it is {off} off.",
    "now.high": "The line runs too high: only {higher:0} of the {size:0} points lie higher than it predicts. "
    "On average it is {off} off.",
    "now.over": "The line runs too high: none of the {size:0} points lies higher than it predicts. "
    "On average it is {off} off.",
    "now.single": "The line runs too high: only one of the {size:0} points lies higher than it predicts. "
    "On average it is {off} off.",
    "now.flat": "The line is too flat: points on the right lie higher than it predicts, on the left lower. "
    "On average it is {off} off.",
    "now.flat.falling": "The line is too flat: points on the right lie lower than it predicts, on the left "
    "higher. On average it is {off} off.",
    "now.steep": "The line is too steep: points on the right lie lower than it predicts, on the left higher. "
    "On average it is {off} off.",
    "now.steep.falling": "The line is too steep: points on the right lie higher than it predicts, on the "
    "left lower. On average it is {off} off.",
    "now.close": "A fair line: on average it is {off} off. It can still be a little better.",
    "now.none": "There are no points yet: every line is as good as any other.",
    "now.one": "There is one point only: every line through it fits, steep or flat. This one is {off} off.",
    "now.stack": "All points lie at one place along the axis: only the line’s height there matters. "
    "On average it is {off} off.",
    "note.best": "The best line has m = {m:s3} and b = {b:s3}. Its error is {least:s3}.",
    "note.perfect": "The best line has m = {m:s3} and b = {b:s3}. It goes through all points.",
    "note.outlier": "One point, far off, and the best line turns: under absolute errors m goes from "
    "{absolute_before:s3} to {absolute:s3}, under squared errors from {squared_before:s3} to {squared:s3}. "
    "A squared error pulls the harder the larger it is; an absolute one pulls no harder than the others.",
    "note.alone": "With so few places along the axis, no point can be an outlier.",
    "note.mended": "Found, and put right. Under absolute errors the best line’s m went from "
    "{absolute_before:s3} to {absolute:s3}, under squared errors from {squared_before:s3} to {squared:s3}. "
    "Squaring makes one point that is far off count for more, so one wrong label turns that line further.",
    "note.raw": "In raw units, counted from zero, the ground of the squared error curves {times:big} times "
    "as much across the valley as along it (its condition number). A rate above {limit:rate} leaps out "
    "across; at that rate, the way along takes some {times:big} steps. Scaled units make the valley a round "
    "bowl.",
    "note.gentle": "In raw units the ground of the squared error curves {times:big} times as much across the "
    "valley as along it (its condition number). That is little: descent takes longer, but gets through.",
    "note.level": "Raw units make no difference here: along the slope the ground is level.",
    "source": "Your own points. They leave this page in a link that you share, and no other way.",
    "mark.best": "best line",
    "mark.plain": "without it",
    "loss.short": "error",
    "loss.short.squared": "error²",
    "axis.m": "slope m",
    "axis.b": "intercept b",
    "axis.b.at": "intercept b at {origin}",
    "column.3": "The line says",
    "column.4": "Error",
    "points.odd": "These points can’t be read.",
    "points.large": "{number} is too large, or too close to zero, to count with here.",
}


class Names(NamedTuple):
    """What a data set is called in the current language; units are '' where there are none.

    `x` and `y` name its columns with their units, `unit` is that of y, `slope` that of the slope.
    """

    x: str
    y: str
    unit: str
    slope: str


def words_of(*sets: DataSet) -> dict[str, str]:
    """The English words of data sets, under the keys that they have among those of the lesson."""
    return {f"{key}.{data.name}": text for data in sets for key, text in _said_of(data).items() if text}


def _said_of(data: DataSet) -> dict[str, str]:
    return {
        "axis.x": data.across.name,
        "axis.y": data.up.name,
        "unit.x": data.across.unit,
        "unit.y": data.up.unit,
        "unit.m": data.slope,
        "off": data.off,
        "source": data.source,
        **{f"now.{key}": text for key, text in data.now.items()},
    }


def titled(words: Words, name: str, unit: str) -> str:
    """A name with its unit, as it stands at an axis and over a column."""
    return fill(words["titled"], {"name": name, "unit": unit}) if unit else name


def names(words: Words, data: DataSet) -> Names:
    """What a data set is called; the reader's own columns are called what the reader calls them."""
    across, up, slope = (words.get(f"unit.{axis}.{data.name}", "") for axis in "xym")
    called = [
        words.get(f"axis.{axis}.{data.name}", own.name) for axis, own in (("x", data.across), ("y", data.up))
    ]
    return Names(titled(words, called[0], across), titled(words, called[1], up), up, slope)


def worded(words: Words, data: DataSet, rising: bool) -> dict[str, str]:
    """The words of a lesson for a data set, whose best line climbs, or not, out of all its words."""
    x, y, unit, slope = names(words, data)
    squared = unit and fill(words["squares"], {"one": with_unit(1, 0, unit)})
    where = fill(words["axis.b.at"], {"origin": f"{data.origin:g}"}) if data.origin else words["axis.b"]
    return _sentences(words, data.name, rising) | {
        "loss.short": titled(words, words["loss.short"], unit),
        "loss.short.squared": words["loss.short.squared"],  # beside an axis there is no room for its unit
        "loss.unit": unit,
        "loss.unit.squared": squared,
        "axis.x": x,
        "axis.y": y,
        "axis.m": titled(words, words["axis.m"], slope),
        "axis.b": titled(words, where, unit),
        "column.1": x,
        "column.2": y,
        "column.3": titled(words, words["column.3"], unit),
        "column.4": titled(words, words["column.4"], unit),
    }


def _sentences(words: Words, data: str, rising: bool) -> dict[str, str]:
    """The sentences on a line: those of the data set go before those that suit any points."""
    said = {}
    for key in SPOKEN:
        way = "" if rising or f"{key}.falling" not in words else ".falling"
        said[key] = words.get(f"{key}.{data}", words[f"{key}{way}"])
    off = words.get(f"off.{data}", words["off"])
    return {key: text.replace("{off}", off) for key, text in said.items()}


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


def mended_note(cloud: Cloud) -> Note:
    """What the wrong price of the homes `typo` did to the best line, which counts as it does among these."""
    x, y = typo.places.T
    wrong = Cloud(x, y, cloud.origin, cloud.per)
    return "note.mended", outlier_note(cloud, wrong)[1]


def raw_note(cloud: Cloud, error: str) -> Note:
    """Why descent fails in raw units, or why it doesn't."""
    if not cloud.varied:
        return "note.level", {}
    times = units.condition(cloud)
    limit = 1 / (units.bends(cloud)[1] * cloud.count)
    key = "note.raw" if units.is_hopeless(cloud, error) else "note.gentle"
    return key, {"times": times, "limit": limit}
