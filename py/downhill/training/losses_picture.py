"""The losses of a training against its steps: on the text that is learned from, and on that held out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from downhill.drawing.axis_numbers import round_ends
from downhill.drawing.easel import LOWEST, MARGINS
from downhill.drawing.names import width_of
from downhill.lesson import Draw, Look, Show
from downhill.training.landmarks import Landmark, repetition
from downhill.training.model_lesson import ModelScene

SHORTEST = 500  # steps that the empty picture has room for
PIN = 12.0  # CSS pixels from a landmark aside to the words of its pin
ROW, APART = 17.0, 8.0  # CSS pixels from one row of words to the next, and between words in a row
TOP, RIGHT = 34.0, 18.0  # CSS pixels above the axes, for the lines' names, and beside them


class Pin(NamedTuple):
    """Where the words of a landmark stand: from `left` on, in CSS pixels, in a row counted from the top.

    An arrow leaves them at `pointed`, a share of their width.
    """

    landmark: Landmark
    text: str
    left: float
    row: int
    pointed: float


def losses_picture() -> Draw:
    """The picture of both losses, each with its name and its mark: a line and a dashed one."""
    return _draw


def _draw(figure: Any, look: Look) -> Show:
    width, height = 72 * figure.get_figwidth(), 72 * figure.get_figheight()
    top = min(TOP, height - MARGINS["bottom"] - LOWEST)
    figure.subplots_adjust(right=1 - RIGHT / width, top=1 - top / height)
    axes = figure.add_subplot()
    axes.set(xlabel=look.words["axis.steps"], ylabel=look.words["loss.short"])
    axes.grid(axis="y", color=look.faint, linewidth=0.6, alpha=0.5)
    axes.locator_params(nbins=4)
    held = look.line(axes, look.error, 2.0, 4).dashed(5, 3)
    learned = look.line(axes, look.machine, 2.5, 5)
    spot = look.spot(axes, size=11)
    drawn: list[Any] = [None]
    shown: list[Any] = []
    _name(axes, f"— {look.words['mark.learned']}", look.machine, 0)
    _name(axes, f"{look.words['mark.held']} – –", look.error, 1)
    across, up = width - MARGINS["left"] - RIGHT, height - MARGINS["bottom"] - top

    def show(scene: ModelScene) -> bool:
        course = scene.course
        learned.put(course[:, :2])
        held.put(course[:, ::2])
        spot.put(course[-1:, :2], scene.mover)
        room = SHORTEST
        while room < course[-1, 0]:
            room *= 2
        needed = [room, round_ends(course[:, 1:].ravel()), scene.landmarks]
        if needed == drawn[0]:
            return False
        drawn[0] = needed
        axes.set(xlim=(-0.015 * room, room), ylim=needed[1])
        for old in shown:
            old.remove()
        marks = scene.landmarks
        texts = [repetition(each.word) if each.word else look.words[f"pin.{each.name}"] for each in marks]
        shown[:] = [_show(axes, look, pin, up) for pin in pins(marks, texts, room, across)]
        return True

    return show


def _name(axes: Any, text: str, colour: str, side: int) -> None:
    """The name of a line above the axes, at their left side (0) or their right one (1)."""
    axes.annotate(
        text,
        (side, 1),
        xycoords="axes fraction",
        xytext=(0, 6),
        textcoords="offset points",
        color=colour,
        ha=("left", "right")[side],
    )


def pins(landmarks: Sequence[Landmark], texts: Sequence[str], room: int, width: float) -> Iterator[Pin]:
    """Where the words of landmarks stand over axes of so many steps and CSS pixels: none over another.

    Words begin right of their landmark where they fit, and each in the highest row that has room for it.
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


def _show(axes: Any, look: Look, pin: Pin, height: float) -> Any:
    """A pin: its words, and an arrow from them to the landmark."""
    arrow = {"arrowstyle": "-|>", "color": look.text, "linewidth": 1.2, "shrinkA": 0, "shrinkB": 3}
    return axes.annotate(
        pin.text,
        (pin.landmark.at, pin.landmark.loss),
        (pin.left, height - ROW * pin.row),
        textcoords="axes points",
        arrowprops={**arrow, "relpos": (pin.pointed, 0.0)},
        color=look.text,
        ha="left",
        va="top",
        zorder=7,
    )
