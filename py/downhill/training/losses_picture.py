"""The losses of a training against its steps: on the text that is learned from, and on that held out."""

from __future__ import annotations

from typing import Any

from downhill.drawing.axis_numbers import round_ends
from downhill.lesson import Draw, Look, Show
from downhill.training.landmarks import REPEATS, RIGHT, RISEN, Landmark, repetition
from downhill.training.model_lesson import ModelScene

SHORTEST = 500  # steps that the empty picture has room for
PIN = 14.0  # CSS pixels from a landmark aside to the words of its pin
UP = {REPEATS: 38.0, RIGHT: 16.0, RISEN: 16.0}  # and up: the first two may be close together
NAMES = 104.0  # CSS pixels for the lines' names, at their ends


def losses_picture() -> Draw:
    """The picture of both losses, each with its name and its mark: a line and a dashed one."""
    return _draw


def _draw(figure: Any, look: Look) -> Show:
    width, height = 72 * figure.get_figwidth(), 72 * figure.get_figheight()
    figure.subplots_adjust(right=1 - 18 / width, top=1 - 14 / height)
    axes = figure.add_subplot()
    axes.set(xlabel=look.words["axis.steps"], ylabel=look.words["loss.short"])
    axes.grid(axis="y", color=look.faint, linewidth=0.6, alpha=0.5)
    axes.locator_params(nbins=4)
    held = look.line(axes, look.error, 2.0, 4).dashed(5, 3)
    learned = look.line(axes, look.machine, 2.5, 5)
    spot = look.spot(axes, size=11)
    drawn: list[Any] = [None]
    pins: list[Any] = []
    for place, (key, colour, sign) in enumerate(
        (("mark.held", look.error, "– –"), ("mark.learned", look.machine, "—"))
    ):
        axes.annotate(
            f"{look.words[key]} {sign}",
            (1, 1),
            xycoords="axes fraction",
            xytext=(0, -14 - 20 * place),
            textcoords="offset points",
            color=colour,
            ha="right",
        )

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
        for old in pins:
            old.remove()
        pins[:] = [_pin(axes, look, landmark, room) for landmark in scene.landmarks]
        return True

    return show


def _pin(axes: Any, look: Look, landmark: Landmark, room: int) -> Any:
    """A pin with its words: its point is at the landmark, the words lie towards the picture's middle."""
    late = landmark.at > 0.6 * room
    return axes.annotate(
        repetition(landmark.word) if landmark.word else look.words[f"pin.{landmark.name}"],
        (landmark.at, landmark.loss),
        (-PIN if late else PIN, UP[landmark.name]),
        textcoords="offset points",
        arrowprops={"arrowstyle": "-|>", "color": look.text, "linewidth": 1.4, "shrinkA": 0, "shrinkB": 2},
        color=look.text,
        ha="right" if late else "left",
        va="bottom",
        zorder=7,
    )
