"""A lesson with points to edit, in a few lines: where a post should stand that is near to all dots."""

from typing import Any, NamedTuple

import numpy as np

from downhill.lesson import Choice, Entry, Figure, Lesson, Look, Plot, Rates, Scene, Show, Slider, Variant
from downhill.points.points import Points, read, write
from downhill.text.mistake import Mistake

DOTS = Points(np.array([(1.0, 1.0), (4.0, 2.0), (9.0, 7.0)]), ("along", "up"))
WORDS = {
    "title": "A post",
    "prose": "There are dots.",
    "task": "Move the post.",
    "learned": "It stands in the middle.",
    "picture": "Dots",
    "loss": "ways",
    "loss.short": "ways",
    "slider.x": "place",
    "choice.which": "Dots",
    "choice.which.given": "Given",
    "choice.which.own": "Own",
    "entry.dots": "Own dots",
    "dots.bad": "{text}",
    "now.here": "At {x:1}.",
}


class Post(NamedTuple):
    x: float
    loss: float


def check(text: str) -> None:
    """Refuse what is no text of points."""
    try:
        read(text)
    except ValueError as error:
        raise Mistake("dots.bad", 0, len(text), text=str(error)) from None


def variant(which: str, dots: str) -> Variant:
    """The dots, and a slider as long as they need it."""
    points = read(dots) if which == "own" else DOTS
    slider = Slider("x", 0.0, float(max([10.0, *points.places[:, 0]])), 5.0, 0.1)
    return Variant(
        sliders=(slider,),
        points=points,
        data={"along": points.places[:, 0], "unit": 0.5 if which == "own" else 1.0},
    )


def draw(figure: Figure, look: Look) -> Show:
    """Axes around all dots, which keep their limits while one is held."""
    axes = figure.add_subplot()
    post = look.line(axes, look.hand)

    def show(scene: Scene) -> bool:
        post.put([(scene.now.x, 0), (scene.now.x, 10)])
        right = scene.lesson.sliders[0].high
        fresh = not scene.held and axes.get_xlim() != (0, right)
        if fresh:
            axes.set(xlim=(0, right), ylim=(0, 10))
        return fresh

    return show


PLOT = Plot("dots", "which", "own")


def dots(**other: Any) -> Lesson:
    """The lesson."""

    def measure(x: float, along: np.ndarray) -> Post:
        return Post(x, float(((along - x) ** 2).sum()))

    settings: dict[str, Any] = {
        "id": "dots",
        "words": WORDS,
        "choices": (Choice("which", ("given", "own"), fresh=True),),
        "entries": (Entry("dots", write(DOTS.places, DOTS.names), check),),
        "variant": variant,
        "measure": measure,
        "draw": draw,
        "describe": lambda measured: "here",
        "goal": 0.01,
        "rates": Rates(0.001, 0.1, 2.0),
        "plot": PLOT,
    }
    return Lesson(**{**settings, **other})
