"""All pictures of a session on their easels, and the canvases that show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from downhill.drawing.easel import Easel
from downhill.drawing.themes import look
from downhill.lesson import Lesson
from downhill.session import hand_verbs
from downhill.session.session import Session
from downhill.studio.canvases import Canvas, Canvases, Key
from downhill.studio.picture import OWN, Picture, easel, pictures
from downhill.text.format import PAGE

NARROWEST, LOWEST = 140.0, 30.0  # CSS pixels: in less, the margins of some picture leave no room
ALL, FIRST, HELD, NONE = "all", "first", "held", "none"  # which pictures of a lesson are painted at once


class Studio:
    """All easels of a session, each with the canvas that shows it; without a canvas, none is painted."""

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
        self.canvases = Canvases()
        self.pending: set[str] = set()
        self.waiting: set[str] = set()

    def put_pictures(self, lesson: Lesson, shown: Iterable[Picture]) -> None:
        """Set the pictures of a lesson; each takes the place and size of an earlier one with its name."""
        for picture in shown:
            key = lesson.id, picture.name
            before, stand = self.easels.get(key), easel(lesson, picture, self.theme)
            if before is not None:
                self._forget(key)
                stand.stretch(before.width, before.height, before.ratio)
            self.easels[key], self.pictures[key] = stand, picture
            self.canvases.stale.add(key)

    def prerender(self) -> None:
        """Draw every picture that is visible at first, before anybody looks."""
        for (lesson, name), stand in self.easels.items():
            if not (self.pictures[lesson, name].folded or self.pictures[lesson, name].at_need):
                stand.paint(self.session.at_work(lesson).scene())

    def clear(self, but: Key | None = None) -> None:
        """Forget what was drawn: pictures are drawn again when they become visible.

        `but` is the key of a picture whose figure is kept, so that it is ready sooner.
        """
        for key, stand in self.easels.items():
            if key == but:
                stand.clear_pixels()
            else:
                stand.clear()

    def sliders(self, lesson: str, picture: str) -> tuple[str, ...]:
        """Return the sliders on a picture's axes now. Raises `KeyError` for a picture that no lesson has."""
        usual = self.pictures[lesson, picture].sliders
        return self.session.state(lesson).aims.get(picture, usual)

    def attach_canvas(self, lesson: str, picture: str, canvas: Canvas) -> None:
        """Give a picture its canvas. Raises `KeyError` for a picture that no lesson has."""
        if (lesson, picture) not in self.easels:
            raise KeyError(f"no picture {picture!r} in lesson {lesson!r}")
        self.canvases.attach((lesson, picture), canvas)

    def fit(
        self, lesson: str, picture: str, width: float, height: float, ratio: float, far: bool = False
    ) -> None:
        """Set a picture's size, in CSS pixels, and device pixels per CSS pixel, for when it is next painted.

        A canvas without a width, or one too small for the margins, is hidden; neither this nor one that is
        `far` from the window is painted.
        """
        key = lesson, picture
        hidden = width < NARROWEST or height < LOWEST
        self.canvases.place(key, hidden, far)
        if not hidden and not self.easels[key].fits(width, height, ratio):
            self.canvases.forget(key)
            self.easels[key].stretch(width, height, ratio)
            self.canvases.stale.add(key)

    def resize(self, lesson: str, picture: str, *size: Any) -> None:
        """Set a picture's size or place, as in `fit`, and paint it if necessary.

        That is if its canvas is stale, or if its figure was dropped, so that it is ready for the next move.
        """
        self.fit(lesson, picture, *size)
        if (lesson, picture) in self.canvases.stale or not self.easels[lesson, picture].begun:
            self._paint(lesson, picture)

    def drawn(self, lesson: str, picture: str) -> Easel:
        """Return a picture's easel with the lesson's current state drawn, even if its canvas isn't visible.

        Raises `KeyError` for a picture that no lesson has.
        """
        stand, key = self.easels[lesson, picture], (lesson, picture)
        if not stand.begun or key in self.canvases.stale:
            self._paint(lesson, picture, far=True)
        if not stand.begun or key in self.canvases.stale:
            stand.paint_unseen(self.session.at_work(lesson).scene())
        return stand

    def values_at(self, lesson: str, picture: str, x: float, y: float) -> dict[str, float]:
        """Return the sliders' values at a point, in CSS pixels from a picture's top left; none off its axes.

        Raises `KeyError` for a picture that no lesson has.
        """
        place = self.drawn(lesson, picture).place(x, y)
        return dict(zip(self.sliders(lesson, picture), place or ()))  # noqa: B905  one slider: only across

    def point(self, lesson: str, picture: str, x: float, y: float) -> None:
        """Put the sliders where the hand points in a picture, in one move, except locked ones."""
        hand_verbs.point(self.session, lesson, self.values_at(lesson, picture, x, y))

    def set_theme(self, theme: str) -> None:
        """Change the theme of all pictures, and paint them; do nothing if it is the current theme."""
        if theme == self.theme:
            return
        self.theme = theme
        for key, stand in self.easels.items():
            self._forget(key)
            stand.dress(look(theme, stand.look.words))
            self._paint(*key)

    def set_language(self) -> None:
        """Update all lessons after a change of words; pictures follow when they are next painted."""
        self.session.set_language()
        self.canvases.stale |= self.easels.keys()
        for key, stand in self.easels.items():
            self._forget(key)
            stand.dress(look(self.theme, {**PAGE, **self.session.at_work(key[0]).lesson.words}))

    def paint(self, lesson: str, plan: str = ALL) -> None:
        """Paint the pictures of a lesson in its current state.

        `ALL` paints them now, `FIRST` and `HELD` only the lesson's own, which the reader is looking at;
        others are then `pending` until `paint_pending`. Slow ones always wait for `paint_slow`. `NONE` paints
        nothing.
        """
        if plan == NONE:
            return
        keys = self.canvases.of(lesson)
        self.canvases.stale.update(keys)
        self._paint(lesson, OWN)
        self.pending.add(lesson)
        for key in keys:
            if self.pictures[key].slow and key not in self.canvases.hidden:
                self.waiting.add(lesson)
        if plan == ALL:
            self.paint_pending()

    def owes(self, lesson: str | None) -> bool:
        """Return whether pictures of a lesson, or of any, still have to be painted."""
        late = self.pending | self.waiting
        return lesson in late if lesson else bool(late)

    def paint_pending(self) -> None:
        """Paint what is pending. Of several moves made meanwhile, only the last is painted."""
        self._paint_all(self.pending, slow=False)

    def paint_lively(self, lesson: str) -> None:
        """Paint the pictures of a lesson that follow every turn of a training."""
        for key in self.canvases.of(lesson):
            if self.pictures[key].lively:
                self._paint(*key)

    def paint_slow(self) -> None:
        """Paint the slow pictures, since nothing has moved for a while."""
        self._paint_all(self.waiting, slow=True)

    def paint_late(self) -> bool:
        """Paint one stale picture that is far from the window; return whether there are more.

        At a lesson's start those that were never painted can wait: images of the start are in their places.
        """
        late = [
            key for key in self.canvases.late() if key in self.canvases.lit or self.session.differs(key[0])
        ]
        for key in late[:1]:
            self._paint(*key, far=True)
        return len(late) > 1

    def _paint_all(self, lessons: set[str], slow: bool) -> None:
        while lessons:
            lesson = lessons.pop()
            for key in self.canvases.of(lesson):
                if key[1] != OWN and self.pictures[key].slow == slow:
                    self._paint(*key)

    def _paint(self, lesson: str, picture: str, far: bool = False) -> None:
        canvas = self.canvases.ready((lesson, picture), far)
        if canvas is None:
            return
        easel_ = self.easels[lesson, picture]
        canvas.put(easel_.paint(self.session.at_work(lesson).scene()), easel_.whole, easel_.changed)
        for key in self.canvases.note_painted((lesson, picture), easel_.memory):
            self._forget(key)

    def _forget(self, key: Key) -> None:
        """Free the pixels of a picture, and forget its figure; its canvas keeps showing what it showed."""
        self.canvases.forget(key)
        self.easels[key].clear()
