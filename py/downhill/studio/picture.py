"""Which pictures a lesson has, and how each is put on an easel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from downhill.drawing.easel import Easel
from downhill.drawing.themes import look
from downhill.lesson import Draw, Lesson
from downhill.pictures.curve import loss_curve
from downhill.pictures.map import loss_map
from downhill.pictures.overshoot_picture import overshoot_view
from downhill.pictures.slice import loss_slice
from downhill.pictures.trace import trace
from downhill.text.format import PAGE, fill
from downhill.training.model_lesson import AnyLesson, ModelLesson, is_model

OWN = "picture"  # the name of the picture that a lesson draws itself
WORDS = "words"  # the name of a model's map of words


class Picture(NamedTuple):
    """A picture of a lesson: its name, how it is drawn, and its usual width and height in CSS pixels.

    `sliders` are the ones on its axes, across and then up; none if the axes are something else. A `folded`
    one is hidden until the reader unfolds it, one `at_need` until there is something to see in it. A `slow`
    one takes long to paint, so it waits until nothing moves. `narrow` is its size on a phone, if that
    differs. A `lively` one is painted after every turn of a training.
    """

    name: str
    draw: Draw
    width: float
    height: float
    sliders: tuple[str, ...] = ()
    folded: bool = False
    at_need: bool = False
    slow: bool = False
    lively: bool = False
    narrow: tuple[float, float] | None = None


def pictures(lesson: Lesson | ModelLesson) -> Iterator[Picture]:
    """Yield the lesson's own picture, and the views of the loss that suit its sliders, in page order."""
    if is_model(lesson):
        yield Picture(OWN, lesson.draw, 720.0, 320.0, narrow=(360.0, 440.0))
        yield Picture("losses", lesson.draw_course, 720.0, 260.0, narrow=(360.0, 220.0))
        yield Picture(WORDS, lesson.draw_words, 720.0, 360.0, lively=True, narrow=(360.0, 300.0))
        for name, draw in lesson.film_draws.items():
            yield Picture(name, draw, 720.0, 320.0, folded=True, lively=True)
        return
    names = tuple(slider.name for slider in lesson.sliders)
    two = len(names) == 2
    yield Picture(OWN, lesson.draw, 720.0, 400.0, lesson.axes)
    yield Picture("overshoot", overshoot_view(lesson), 720.0, 300.0, at_need=True, slow=True)
    if two:
        yield Picture("map", loss_map(lesson), 352.0, 300.0, names)
    yield Picture("trace", trace(lesson), 352.0 if two else 720.0, 300.0 if two else 200.0)
    if lesson.axes != names[:1]:  # else its own picture is the curve
        yield Picture("curve", loss_curve(lesson), 720.0, 300.0, names[:1], folded=True)
    if len(names) > 2:
        yield Picture("slice", loss_slice(lesson), 720.0, 400.0, names[:2], folded=True, slow=True)


def titled(lesson: AnyLesson, picture: str) -> str:
    """Return the title of a lesson's picture."""
    return lesson.words.get(picture) or fill(PAGE[f"picture.{picture}"], {"loss": lesson.words["loss"]})


def easel(lesson: AnyLesson, picture: Picture, theme: str, ratio: float = 1.0) -> Easel:
    """Return an easel for the picture, in its usual size; the lesson's words override the page's."""
    return Easel(picture.draw, look(theme, {**PAGE, **lesson.words}), picture.width, picture.height, ratio)
