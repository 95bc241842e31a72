"""The picture of a line through points: the points, the errors between them and the line, the best line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from downhill.lesson import Figure, Look, Scene, Show
from downhill.lessons.lesson_20_line.best_line import Coefficients
from downhill.lessons.lesson_20_line.points_to_fit import Cloud
from downhill.lessons.lesson_20_line.stage_picture import Stage

CROWD, SMALL, LARGE = 30, 6.0, 8.0  # more points than a crowd are drawn small, in CSS pixels
MOST = 20  # earlier lines
FAINT = 0.35  # their opacity
INSIDE = 0.015  # of the picture: so far from its edge their marks are


def draw(figure: Figure, look: Look) -> Show:
    """The points and the line: as a film's stage has them, and with axes and numbers where there is none."""
    axes = figure.add_subplot()
    axes.locator_params(nbins=6)
    stage, (plain, forget) = Stage(figure, look, axes), _plain(axes, look)
    on_stage: bool | None = None

    def show(scene: Scene) -> bool:
        nonlocal on_stage
        before, on_stage = on_stage, scene.reel is not None
        if before == on_stage:
            return (stage.put if on_stage else plain)(scene)
        forget()
        stage.clear()
        (axes.set_axis_off if on_stage else axes.set_axis_on)()
        return bool((stage.put if on_stage else plain)(scene)) or True

    return show


def _plain(axes: Any, look: Look) -> tuple[Callable[[Scene], bool], Callable[[], None]]:
    """The points, the line, bars or squares between them; faintly earlier lines and the one a step ahead.

    The second function takes all of it away.
    """
    line = look.line(axes, look.hand)
    next_line = look.line(axes, look.machine, 1.6, zorder=3).dashed(5, 4)
    bars = look.bars(axes, look.error, zorder=2)
    squares = look.squares(axes, look.error, zorder=2)
    put_earlier = earlier_lines(axes, look)
    dots = {size: look.dots(axes, size) for size in (SMALL, LARGE)}
    names = look.names(axes)
    drawn: list[Any] = []
    ends, among, sides = np.empty((0, 2, 2)), None, (0.0, 1.0)

    def show(scene: Scene) -> bool:
        nonlocal ends, among, sides
        fit, cloud, fresh = scene.now, scene.data["cloud"], not drawn or _is_fresh(drawn[0], scene)
        if fresh:
            for old in drawn[1:]:
                old.remove()
            drawn[:] = [scene.choices, *_ground(axes, look, scene)]
            sides = axes.get_xlim()
            far = [] if cloud is scene.data["plain"] else [scene.lesson.words["mark.outlier"]]
            names.put(far, np.stack([cloud.x, cloud.y], 1)[-1:][: len(far)], [look.text] * len(far))
        put_earlier(scene)
        line.paint(look.colour(scene.mover))
        line.put(_through(sides, cloud, fit.m, fit.b))
        ahead = scene.ahead or fit
        next_line.put(_through(sides, cloud, ahead.m, ahead.b))
        if among is not cloud:
            among, count = cloud, scene.data["plain"].count
            ends = np.stack([cloud.x, cloud.y, cloud.x, cloud.y], axis=1).reshape(-1, 2, 2)
            crowd = SMALL if count > CROWD else LARGE
            for size, marks in dots.items():
                marks.put(ends[:count, 0] if size == crowd else ())
        ends[:, 1, 1] = fit.predicted
        squared = scene.choices["error"] == "squared"
        bars.put(() if squared else ends)
        squares.put(ends if squared else ())
        return fresh

    def forget() -> None:
        nonlocal among
        among = None
        for old in drawn[1:]:
            old.remove()
        drawn.clear()
        names.put((), np.empty((0, 2)), ())
        strokes: tuple[Any, ...] = (line, next_line, bars, squares, *dots.values())
        for stroke in strokes:
            stroke.put(())

    return show, forget


def earlier_lines(axes: Any, look: Look) -> Callable[[Scene], None]:
    """What shows, for a scene, the lines of the hand and those of the machine's present run."""
    stroke = look.trail_marks(axes, size=5.0, width=1.2, opacity=FAINT)

    def put(scene: Scene) -> None:
        def places(shown: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            lines = across(axes.get_xlim(), scene.data["cloud"], scene.trail.values[shown])
            return leaving(lines, axes.get_ylim()), lines

        stroke.put(scene.trail, MOST, places)

    return put


def across(sides: tuple[float, float], cloud: Cloud, values: np.ndarray) -> np.ndarray:
    """Lines from side to side of the picture, shape (k, 2, 2), from slopes and intercepts, shape (k, 2)."""
    xs = np.broadcast_to(np.array(sides), (len(values), 2))
    return np.stack([xs, values[:, :1] * (xs - cloud.origin) / cloud.per + values[:, 1:]], axis=2)


def leaving(lines: np.ndarray, ends: tuple[float, float]) -> np.ndarray:
    """Where lines leave the picture on their way to the right, a little inside of it, shape (k, 2).

    NaN for a line that isn't in the picture at all.
    """
    room = INSIDE * (ends[1] - ends[0])
    low, high = ends[0] + room, ends[1] - room
    starts, ways = lines[:, 0], lines[:, 1] - lines[:, 0]
    share = np.full(len(lines), 1 - INSIDE)
    heights = starts[:, 1] + share * ways[:, 1]
    with np.errstate(all="ignore"):
        share = np.where(
            heights == np.clip(heights, low, high),
            share,
            (np.clip(heights, low, high) - starts[:, 1]) / ways[:, 1],
        )
    share = np.where((share >= 0) & (share <= 1), share, np.nan)
    places: np.ndarray = starts + share[:, None] * ways
    return places


def _is_fresh(before: Mapping[str, str], scene: Scene) -> bool:
    """Return whether what stays is another: a point under a hand changes best lines and outlier only."""
    choices = scene.choices
    if scene.held and choices["best"] == choices["outlier"] == "off" and before["data"] == choices["data"]:
        return False
    return before != choices


def _through(sides: Sequence[float], cloud: Cloud, m: float, b: float) -> np.ndarray:
    """Two points of a line, at both sides of the picture."""
    at = np.array(sides)
    return np.stack([at, m * (at - cloud.origin) / cloud.per + b], axis=1)


def _ground(axes: Any, look: Look, scene: Scene) -> list[Any]:
    """What doesn't move in this variant: axes, points, the outlier, and the best line if it is asked for."""
    words, cloud, plain = scene.lesson.words, scene.data["cloud"], scene.data["plain"]
    axes.set(xlabel=words["axis.x"], ylabel=words["axis.y"])
    if not scene.held:
        axes.set(**_limits(cloud))
    drawn: list[Any] = []
    if cloud is not plain:
        drawn += _outlier(axes, look, cloud)
    if scene.choices["best"] == "on":
        drawn += _best(axes, look, cloud, cloud.lines[scene.choices["error"]], words["mark.best"])
        if cloud is not plain:
            before = plain.lines[scene.choices["error"]]
            drawn += _best(axes, look, cloud, before, words["mark.plain"], faint=True)
    return drawn


def _limits(cloud: Cloud) -> dict[str, tuple[float, float]]:
    """The axes' ends: around all points with room for lines that miss them."""
    if not cloud.count:
        return {"xlim": (-1.0, 1.0), "ylim": (-1.0, 1.0)}
    low, high = float(cloud.y.min()), float(cloud.y.max())
    room, side = 0.5 * cloud.height, 0.1 * cloud.width * cloud.per
    bottom = low - room if low < 0 else max(low - room, 0.0)
    return {"xlim": (cloud.x.min() - side, cloud.x.max() + side), "ylim": (bottom, high + room)}


def _outlier(axes: Any, look: Look, cloud: Cloud) -> list[Any]:
    """The last point, as a ring; its name lies over squares and lines, with paper beneath."""
    at = [cloud.x[-1]], [cloud.y[-1]]
    ring: list[Any] = axes.plot(*at, "o", markersize=11, zorder=6, mew=2.5, mfc=look.paper, mec=look.ground)
    return ring


def _best(
    axes: Any, look: Look, cloud: Cloud, best: Coefficients, name: str, faint: bool = False
) -> list[Any]:
    """A best line with its name at its right end, a faint one with its name at its left end."""
    left, right = _through(axes.get_xlim(), cloud, *best)
    colour = look.quiet if faint else look.text
    dashes = (0, (1.5, 2.5)) if faint else (0, (7, 2.5, 1.5, 2.5))
    drawn = axes.plot(*np.stack([left, right], 1), color=colour, zorder=3, linewidth=1.8, linestyle=dashes)
    above = faint != (best.m >= 0)
    shift, side = (4, "left") if faint else (-4, "right")
    label = axes.annotate(
        name,
        left if faint else right,
        (shift, 4 if above else -4),
        textcoords="offset points",
        color=colour,
        ha=side,
        va="bottom" if above else "top",
        zorder=6,
    )
    return [*drawn, label]
