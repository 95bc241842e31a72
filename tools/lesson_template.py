"""One slider: find where five friends on one street should meet."""

from typing import NamedTuple

import numpy as np

from downhill.lesson import Figure, Lesson, Look, Rates, Scene, Show, Slider

HOMES = np.array([0.5, 1.0, 2.0, 6.0, 8.0])  # km along the street
GOAL = 44.5  # km²; the least is 44.0, at the homes' average

WORDS = {
    "title": "Five friends and a street",
    "prose": "Five friends live on one street. Long walks count extra: each distance is *squared*.",
    "task": "Make the sum of the squared distances small.",
    "learned": "The place with the smallest sum of squared distances is the average of the homes.",
    "picture": "The street with five homes and the meeting place",
    "loss": "sum of squared distances",
    "loss.short": "sum (km²)",
    "now.best": "At {x:1} km the sum is about as small as it gets.",
    "now.far": "At {x:1} km the squared distances add up to {loss:1} km².",
}


class Meeting(NamedTuple):
    """A meeting place in km, and the sum of the squared distances to it in km²."""

    x: float
    loss: float


def measure(x: float) -> Meeting:
    """Sum the squared distances from the five homes to x."""
    return Meeting(x, float(((HOMES - x) ** 2).sum()))


def draw(figure: Figure, look: Look) -> Show:
    """Draw the homes, which stay; return what moves the meeting place and the arrow."""
    axes = figure.add_subplot()
    axes.set(xlim=(-0.5, 10.5), ylim=(-1, 1), yticks=[])
    axes.plot(HOMES, 0 * HOMES, "o", color=look.ground)
    spot, arrow = look.spot(axes), look.arrow(axes)

    def show(scene: Scene) -> None:
        spot.put([(scene.now.x, 0)], scene.mover)
        arrow.put((scene.now.x, 0), (scene.ahead.x, 0) if scene.ahead else None)

    return show


lesson = Lesson(
    id="meeting",
    words=WORDS,
    sliders=(Slider("x", low=0.0, high=10.0, start=9.0, step=0.1, label="meeting place (km)"),),
    measure=measure,
    draw=draw,
    describe=lambda meeting: "best" if meeting.loss <= GOAL else "far",
    goal=GOAL,
    rates=Rates(low=0.00005, good=0.01, high=0.3),
)
