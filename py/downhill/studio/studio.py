"""Which pictures a lesson has, and their easels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple, Protocol

from downhill.drawing.dirty_rect import Box
from downhill.drawing.easel import Easel
from downhill.drawing.themes import look
from downhill.lesson import Draw, Lesson
from downhill.pictures.curve import loss_curve
from downhill.pictures.map import loss_map
from downhill.pictures.overshoot_picture import overshoot_view
from downhill.pictures.slice import loss_slice
from downhill.pictures.trace import trace
from downhill.play.lesson_at_work import AnyLesson
from downhill.session import hand_verbs
from downhill.session.session import Session
from downhill.text.format import PAGE, fill
from downhill.training.model_lesson import ModelLesson, is_model

OWN = "picture"  # the name of the picture that a lesson draws itself
WORDS = "words"  # the name of a model's map of words
ALL, FIRST, HELD, NONE = "all", "first", "held", "none"  # which pictures of a lesson are painted at once


class Picture(NamedTuple):
    """A picture of a lesson: its name, how it is drawn, and its usual width and height in CSS pixels.

    `sliders` are those that its axes stand for, across and then up; none where the axes are something else.
    A `folded` one is on the page, but not to be seen before the reader unfolds it, one `at_need` before there
    is something in it to see. A `slow` one takes long to paint: it waits until nothing moves any more. A
    `narrow` size is that on a phone, where it is not the usual one. A `lively` one follows every turn of a
    training.
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
    """The lesson's own picture, and the views of the loss that suit its sliders, in the page's order."""
    if is_model(lesson):
        yield Picture(OWN, lesson.draw, 720.0, 320.0, narrow=(360.0, 440.0))
        yield Picture("losses", lesson.draw_course, 720.0, 260.0, narrow=(360.0, 220.0))
        yield Picture(WORDS, lesson.draw_words, 720.0, 360.0, lively=True, narrow=(360.0, 300.0))
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
    """What a picture of a lesson shows: its title."""
    return lesson.words.get(picture) or fill(PAGE[f"picture.{picture}"], {"loss": lesson.words["loss"]})


def easel(lesson: AnyLesson, picture: Picture, theme: str, ratio: float = 1.0) -> Easel:
    """The picture on an easel of its usual size, in a theme; the lesson's own words go before the page's."""
    return Easel(picture.draw, look(theme, {**PAGE, **lesson.words}), picture.width, picture.height, ratio)


class Canvas(Protocol):
    """Where pixels go."""

    def put(self, pixels: memoryview, whole: Box, changed: Sequence[Box]) -> None:
        """Show a picture, given as RGBA bytes row by row from the top left: where it has changed at least."""


class Studio:
    """All easels of a session, each before the canvas that shows it; without a canvas none is painted."""

    def __init__(self, session: Session, theme: str = "light") -> None:
        self.session = session
        self.theme = theme
        self.easels = {
            (lesson.id, picture.name): easel(lesson, picture, theme)
            for lesson in session.lessons
            for picture in pictures(lesson)
        }
        self.pictures = {
            (lesson.id, picture.name): picture for lesson in session.lessons for picture in pictures(lesson)
        }
        self.canvases: dict[tuple[str, str], Canvas] = {}
        self.unseen: set[tuple[str, str]] = set()
        self.pending: set[str] = set()
        self.waiting: set[str] = set()

    def put_pictures(self, lesson: Lesson, shown: Iterable[Picture]) -> None:
        """Pictures of a lesson, each in the place, and of the size, of the one that has its name already."""
        for picture in shown:
            key = lesson.id, picture.name
            before, self.pictures[key] = self.easels.get(key), picture
            self.easels[key] = easel(lesson, picture, self.theme)
            if before is not None:
                self.easels[key].stretch(before.width, before.height, before.ratio)

    def prerender(self) -> None:
        """Draw every picture that is seen at once, for nobody."""
        for (lesson, name), stand in self.easels.items():
            if not (self.pictures[lesson, name].folded or self.pictures[lesson, name].at_need):
                stand.paint(self.session.at_work(lesson).scene())

    def clear(self) -> None:
        """Forget what was drawn: pictures are drawn anew when somebody sees them."""
        for stand in self.easels.values():
            stand.clear()

    def sliders(self, lesson: str, picture: str) -> tuple[str, ...]:
        """The sliders that are a picture's axes now. Raises `KeyError` for a picture that no lesson has."""
        usual = self.pictures[lesson, picture].sliders
        return self.session.state(lesson).aims.get(picture, usual)

    def attach_canvas(self, lesson: str, picture: str, canvas: Canvas) -> None:
        """Give a picture its canvas. Raises `KeyError` for a picture that no lesson has."""
        if (lesson, picture) not in self.easels:
            raise KeyError(f"no picture {picture!r} in lesson {lesson!r}")
        self.canvases[lesson, picture] = canvas

    def fit(self, lesson: str, picture: str, width: float, height: float, ratio: float) -> None:
        """Another size, in CSS pixels and device pixels to one of them, for when it is next painted.

        A canvas without a width is not to be seen, and is not painted until it has one again.
        """
        if not width:
            self.unseen.add((lesson, picture))
            return
        self.unseen.discard((lesson, picture))
        easel_ = self.easels[lesson, picture]
        if not easel_.fits(width, height, ratio):
            easel_.stretch(width, height, ratio)

    def resize(self, lesson: str, picture: str, width: float, height: float, ratio: float) -> None:
        """Another size for a picture, painted at once."""
        self.fit(lesson, picture, width, height, ratio)
        self._paint(lesson, picture)

    def values_at(self, lesson: str, picture: str, x: float, y: float) -> dict[str, float]:
        """The sliders' values under a point of a picture, in CSS pixels from its top left; none off its axes.

        Raises `KeyError` for a picture that no lesson has.
        """
        place = self.easels[lesson, picture].place(x, y)
        return dict(zip(self.sliders(lesson, picture), place or ()))  # noqa: B905  one slider: only across

    def point(self, lesson: str, picture: str, x: float, y: float) -> None:
        """Put the sliders where a hand points in a picture, in one move; those that are locked stay."""
        hand_verbs.point(self.session, lesson, self.values_at(lesson, picture, x, y))

    def point_prediction(self, lesson: str, about: str, picture: str, spot: Sequence[float]) -> None:
        """Foretell by pointing to a spot (x, y) of a picture, in CSS pixels; nothing off its axes.

        Raises `KeyError` for what can't be foretold so in that lesson, and for a picture that no lesson has.
        """
        state, stand = self.session.state(lesson), self.easels[lesson, picture]
        prediction, place = state.lesson.prediction, stand.place(*spot)
        if prediction is None or prediction.pointed is None:
            raise KeyError(f"nothing is foretold in the pictures of lesson {lesson}")
        if place is None:
            return
        guess, sides = state.guessing.guess, (stand.within(-inf, 0.0)[0], stand.within(inf, 0.0)[0])
        before = guess.values if guess and guess.is_open and guess.values else state.values
        state.predict(about, prediction.pointed(state.lesson.data, before, place, sides))

    def set_theme(self, theme: str) -> None:
        """Another theme for all pictures, painted at once; nothing to do for the theme that is there."""
        if theme == self.theme:
            return
        self.theme = theme
        for lesson, picture in self.easels:
            self.easels[lesson, picture].dress(look(theme, self.easels[lesson, picture].look.words))
            self._paint(lesson, picture)

    def set_language(self) -> None:
        """Follow the words, which have changed: in all lessons, in pictures when they are next painted."""
        self.session.set_language()
        for (lesson, _), stand in self.easels.items():
            stand.dress(look(self.theme, {**PAGE, **self.session.at_work(lesson).lesson.words}))

    def paint(self, lesson: str, plan: str = ALL) -> None:
        """Paint the pictures of a lesson as it stands.

        `ALL` paints them now, `FIRST` and `HELD` the lesson's own, under the reader's eye; others are then
        `pending` until `paint_pending`. Slow ones always wait for `paint_slow`. `NONE` paints nothing.
        """
        if plan == NONE:
            return
        self._paint(lesson, OWN)
        self.pending.add(lesson)
        if any(self.pictures[key].slow for key in self.canvases.keys() - self.unseen if key[0] == lesson):
            self.waiting.add(lesson)
        if plan == ALL:
            self.paint_pending()

    def owes(self, lesson: str | None) -> bool:
        """Whether pictures of a lesson, or of any, are still to be painted as it stands."""
        late = self.pending | self.waiting
        return lesson in late if lesson else bool(late)

    def paint_pending(self) -> None:
        """Paint what is pending. Of several moves made meanwhile only the last is painted."""
        self._paint_all(self.pending, slow=False)

    def paint_lively(self, lesson: str) -> None:
        """Paint the pictures of a lesson that follow every turn of a training."""
        for key in self.canvases:
            if key[0] == lesson and self.pictures[key].lively:
                self._paint(*key)

    def paint_slow(self) -> None:
        """Paint the slow pictures: nothing has moved for a while."""
        self._paint_all(self.waiting, slow=True)

    def _paint_all(self, lessons: set[str], slow: bool) -> None:
        while lessons:
            lesson = lessons.pop()
            for key in self.canvases:
                if key[0] == lesson and key[1] != OWN and self.pictures[key].slow == slow:
                    self._paint(*key)

    def _paint(self, lesson: str, picture: str) -> None:
        canvas = self.canvases.get((lesson, picture))
        if canvas is not None and (lesson, picture) not in self.unseen:
            easel_ = self.easels[lesson, picture]
            canvas.put(easel_.paint(self.session.at_work(lesson).scene()), easel_.whole, easel_.changed)
