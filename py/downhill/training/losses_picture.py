"""The losses of a training against its steps: on the training text, and on the held-out text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from downhill.drawing.axis_numbers import round_ends
from downhill.drawing.easel import LOWEST, MARGINS
from downhill.drawing.names import GAP, SIZE, width_of
from downhill.lesson import Draw, Look, Show
from downhill.text.format import percent
from downhill.training.landmarks import Landmark, repetition
from downhill.training.model_lesson import ModelScene

SHORTEST = 500  # steps that the empty picture has room for
PIN = 12.0  # CSS pixels sideways from a landmark to the words of its pin
ROW, APART = 17.0, 8.0  # CSS pixels from one row of words to the next, and between words in a row
TOP, RIGHT = 34.0, 18.0  # CSS pixels above the axes, for the lines' names, and to the right of them
LOW, BARE = 124.0, 21.0  # a picture with less than LOW CSS pixels above its axis has BARE fewer below it
LINE = 22.0  # CSS pixels that a line's name takes
WORDY = 60.0  # CSS pixels; on lower axes landmarks have no words
SMALLEST = 14.0  # CSS pixels: letters of lines' names are no smaller
AIR = 0.015  # of all steps: empty space left of the first one


Beside = Callable[[Any, Look], Callable[[Any, tuple[float, float]], None]]
"""Makes strokes, and returns what moves them: called with a scene and the ends of the losses' axis."""


class Pin(NamedTuple):
    """Where the words of a landmark go: from `left` on, in CSS pixels, in a row counted from the top.

    An arrow starts from them at `pointed`, a share of their width.
    """

    landmark: Landmark
    text: str
    left: float
    row: int
    pointed: float


def losses_picture(shortest: int = SHORTEST, beside: Beside | None = None) -> Draw:
    """Return the picture of both losses, each with its name and its mark: a solid line and a dashed one.

    It has room for at least `shortest` steps; `beside` draws more into it.
    """

    def draw(figure: Any, look: Look) -> Show:
        return _draw(figure, look, shortest, beside)

    return draw


def copies(axes: Any, look: Look) -> Callable[[ModelScene, tuple[float, float]], None]:
    """Draw the share that is copied from a reader's own text: none at the lower end, all at the upper."""
    line, name = look.line(axes, look.hand, 2.0, 3).dashed(1, 2), look.names(axes)

    def show(scene: ModelScene, ends: tuple[float, float]) -> None:
        low, high = ends
        heights = [(steps, low + share * (high - low)) for steps, share in scene.trainer.copies]
        places = np.reshape(heights, (-1, 2))
        line.put(places)
        texts = [f"{look.words['mark.copied']} {percent(share)}" for _, share in scene.trainer.copies[-1:]]
        name.put(texts, places[-1:], [look.hand] * len(texts))

    return show


def _draw(figure: Any, look: Look, shortest: int, beside: Beside | None) -> Show:
    width, height = (72 * float(side) for side in figure.get_size_inches())
    under = figure.subplotpars.bottom * height  # including what is kept free at the bottom
    low = height - under < LOW
    across = width - MARGINS["left"] - RIGHT
    texts = f"— {look.words['mark.learned']}", f"{look.words['mark.held']} – –"
    size, rows = letters(texts, across)
    bottom = under - BARE if low else under
    top = min((LINE if low else TOP) + LINE * (rows - 1), height - bottom - LOWEST)
    figure.subplots_adjust(right=1 - RIGHT / width, top=1 - top / height, bottom=bottom / height)
    axes, up = figure.add_subplot(), height - bottom - top
    axes.set(xlabel=look.words["axis.steps"], ylabel=look.words["loss.short"])
    axes.grid(axis="y", color=look.faint, linewidth=0.6, alpha=0.5)
    axes.locator_params(axis="y", nbins=2 if up < WORDY else 3 if up < 2 * WORDY else 4)
    axes.locator_params(axis="x", nbins=4)
    held = look.line(axes, look.error, 2.0, 4).dashed(5, 3)
    learned = look.line(axes, look.machine, 2.5, 5)
    spot, names = look.spot(axes, size=11), look.names(axes)
    more = beside(axes, look) if beside else None
    drawn: list[Any] = [None]
    shown: list[Any] = []
    for side, (text, colour) in enumerate(zip(texts, (look.machine, look.error), strict=True)):
        _name(axes, text, colour, size, side, LINE if rows > 1 and not side else 0.0)

    def show(scene: ModelScene) -> bool:
        course = scene.course
        learned.put(course[:, :2])
        held.put(course[:, :3:2])
        spot.put(course[scene.at, :2][None], scene.mover)
        room = shortest
        while room < course[-1, 0]:
            room *= 2
        ends = round_ends(course[:, 1:3].ravel())
        needed = [room, ends, scene.landmarks]
        if more:
            more(scene, ends)
        if needed == drawn[0]:
            return False
        drawn[0] = needed
        axes.set(xlim=(-AIR * room, room), ylim=ends)
        if low:  # the axis's name goes between its numbers
            axes.set_xticks([0, room])
        for old in shown:
            old.remove()
        marks = scene.landmarks
        texts = [repetition(each.word) if each.word else look.words[f"pin.{each.name}"] for each in marks]
        placed = [*pins(marks, texts, room, across)]
        shown[:] = [_point(axes, look, pin, up) for pin in placed]
        places = [(pin.left - GAP, up - ROW * (pin.row + 0.5)) for pin in placed] if up >= WORDY else []
        to_data = axes.transAxes + axes.transData.inverted()
        points = to_data.transform(np.reshape(places, (-1, 2)) / (across, up))
        names.put([pin.text for pin in placed][: len(places)], points, [look.text] * len(places))
        return True

    return show


def letters(texts: tuple[str, str], across: float) -> tuple[float, int]:
    """Return the type size for both lines' names above axes of that width, and how many rows they take."""
    wide = sum(width_of(text, 1.0) for text in texts)
    size = min(SIZE, (across - 2 * APART) / wide) if wide else SIZE
    return (size, 1) if size >= SMALLEST else (SIZE, 2)


def _name(axes: Any, text: str, colour: str, size: float, side: int, higher: float) -> None:
    """The name of a line above the axes, at their left side (0) or their right one (1)."""
    axes.annotate(
        text,
        (side, 1),
        xycoords="axes fraction",
        xytext=(0, 5 + higher),
        textcoords="offset points",
        color=colour,
        fontsize=size,
        ha=("left", "right")[side],
    )


def pins(landmarks: Sequence[Landmark], texts: Sequence[str], room: int, width: float) -> Iterator[Pin]:
    """Yield where the words of landmarks go, on axes `room` steps and `width` CSS pixels wide: no overlaps.

    Words begin to the right of their landmark if they fit, each in the highest row that has room for it.
    """
    rows: list[list[tuple[float, float]]] = []
    for landmark, text in zip(landmarks, texts, strict=True):
        at, long = landmark.at / room * width, width_of(text)
        left = max(min(at + PIN, width - long), 0.0)
        low, high = left - APART / 2, left + long + APART / 2
        free = (n for n, row in enumerate(rows) if all(high <= a or b <= low for a, b in row))
        row = next(free, len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append((low, high))
        yield Pin(landmark, text, left, row, min(max((at - left) / long, 0.0), 1.0) if long else 0.0)


def _point(axes: Any, look: Look, pin: Pin, height: float) -> Any:
    """The arrow of a pin, from its words to the landmark; from the top of axes that are too low for words."""
    arrow = {"arrowstyle": "-|>", "color": look.text, "linewidth": 1.2, "shrinkA": 0, "shrinkB": 3}
    at = pin.left + pin.pointed * width_of(pin.text), height - ROW * (pin.row + 1)
    return axes.annotate(
        "",
        (pin.landmark.at, pin.landmark.loss),
        at if height >= WORDY else (pin.landmark.at, 1.0),
        textcoords="axes points" if height >= WORDY else ("data", "axes fraction"),
        arrowprops=arrow,
        zorder=7,
    )
