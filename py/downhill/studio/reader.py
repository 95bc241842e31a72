"""The numbers at a point of a picture, and the words of a model's map, as a line of text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from downhill.lesson import HAND, MACHINE
from downhill.play.lesson_state import LessonState
from downhill.session.lesson_view import shown_loss
from downhill.studio.studio import Studio
from downhill.text.format import PAGE, enumerated, fill, with_unit
from downhill.training.model_lesson import Finder, Frame
from downhill.training.trainer import Trainer
from downhill.training.training_texts import word_text, word_told_of

STRIDES = 25  # from one end of a slider to the other
Spot = tuple[float, ...]  # the sliders' values, or the number of a move in the trail, or of a word


class Reader:
    """Reads out the pictures of a studio, point by point; a point is a place for the sliders, or a move.

    Methods raise `KeyError` for a picture that no lesson has.
    """

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.last: dict[tuple[str, str], Spot] = {}

    def read(self, lesson: str, picture: str, x: float, y: float) -> str:
        """Describe what is at a point, in CSS pixels from the picture's top left; '' if there is nothing."""
        if lesson in self.studio.session.trainers:
            return self._read_word(lesson, picture, x, y)
        place = self.studio.drawn(lesson, picture).place(x, y)
        return "" if place is None else self._tell(lesson, picture, place)

    def walk(self, lesson: str, picture: str, across: float, up: float) -> str:
        """Describe what is some strides from the point that was last read, or from the current place."""
        if lesson in self.studio.session.trainers:
            return self._walk_words(lesson, picture, across, up)
        state, named = self.studio.session.state(lesson), self.studio.sliders(lesson, picture)
        if not named:
            (move,) = self.last.get((lesson, picture), (len(state.trail) - 1.0,))
            return self._tell(lesson, picture, (move + across,))
        values = self.last.get((lesson, picture), state.values)
        here = dict(zip((s.name for s in state.lesson.sliders), values, strict=True))
        ways = zip(named, (across, up))  # noqa: B905  one slider: only across
        return self._tell(
            lesson,
            picture,
            tuple(here[name] + way * state.lesson.slider(name).span / STRIDES for name, way in ways),
        )

    def _read_word(self, lesson: str, picture: str, x: float, y: float) -> str:
        """Describe the word of a model's map that is nearest to a point."""
        stand, trainer = self.studio.drawn(lesson, picture), self.studio.session.trainer(lesson)
        if finder := trainer.lesson.finders.get(picture):
            larger = stand.larger
            frame = Frame(stand.width / larger, stand.height / larger, round(stand.ratio * larger, 6))
            found = finder.at(trainer, stand.look, frame, x / larger, y / larger)
            return "" if found is None else self._tell_found(lesson, picture, finder, found)
        if stand.place(x, y) is None:
            return ""
        seen = stand.seen(trainer.map.places(trainer.training.net.outer).tolist())
        return self._tell_word(lesson, picture, nearest_word(trainer, np.array(seen), x, y))

    def _walk_words(self, lesson: str, picture: str, across: float, up: float) -> str:
        """Describe the word that many words from the last one read, or else from the map's own."""
        (last,) = self.last.get((lesson, picture), (-1.0,))
        trainer = self.studio.session.trainer(lesson)
        if finder := trainer.lesson.finders.get(picture):
            number = int(last) if last >= 0 else None
            found = finder.beside(trainer, number, round(across), -round(up))
            return self._tell_found(lesson, picture, finder, found)
        word = word_beside(trainer, int(last), across, up)
        return self._tell_word(lesson, picture, word)

    def _tell_found(self, lesson: str, picture: str, finder: Finder, found: int) -> str:
        self.last[lesson, picture] = (float(found),)
        return finder.told(self.studio.session.trainer(lesson), found)

    def _tell_word(self, lesson: str, picture: str, word: int) -> str:
        self.last[lesson, picture] = (float(word),)
        return word_text(self.studio.session.trainer(lesson), word)

    def forget(self, lesson: str, picture: str) -> None:
        """Make the next walk begin at the then current place."""
        self.last.pop((lesson, picture), None)

    def _tell(self, lesson: str, picture: str, place: Spot) -> str:
        """Remember and describe the point nearest to a place on the axes."""
        state, named = self.studio.session.state(lesson), self.studio.sliders(lesson, picture)
        if not named:
            move = min(max(round(place[0]), 0), len(state.trail) - 1)
            self.last[lesson, picture] = (float(move),)
            return _move(state, move)
        there = dict(zip(named, place))  # noqa: B905  one slider: only across
        pairs = zip(state.lesson.sliders, state.values, strict=True)
        values = tuple(s.snap(there[s.name]) if s.name in there else value for s, value in pairs)
        self.last[lesson, picture] = values
        return _place(state, named, values)


def _place(state: LessonState, named: tuple[str, ...], values: Spot) -> str:
    """Say where these sliders would be, and the loss there."""
    lesson = state.lesson
    shown = [
        _named(lesson.words[f"slider.{s.name}"], with_unit(value, s.decimals, s.unit))
        for s, value in zip(lesson.sliders, values, strict=True)
        if s.name in named
    ]
    return fill(PAGE["read.point"], {"point": enumerated(shown), "loss": _loss(state, values)})


def _move(state: LessonState, move: int) -> str:
    """Say which move it was, whose, and the loss after it."""
    who = PAGE[f"mark.{MACHINE if state.trail.by_machine[move] else HAND}"]
    point = fill(PAGE["read.move" if move else "read.start"], {"move": str(move), "who": who})
    return fill(PAGE["read.point"], {"point": point, "loss": _loss(state, state.trail.values[move].tolist())})


def _loss(state: LessonState, values: Sequence[float]) -> str:
    """Return the loss at these values, with its name and unit."""
    measured = state.lesson.measure_at(values)
    return _named(state.lesson.word("loss", state.choices), shown_loss(state, measured))


def _named(name: str, value: str) -> str:
    return fill(PAGE["read.value"], {"name": name, "value": value})


FAR = 1000  # strides: enough to get past all words


def nearest_word(trainer: Trainer, places: np.ndarray, x: float, y: float) -> int:
    """Return the index of the word nearest to a point; `places` in the picture are (n, 2), in CSS pixels."""
    apart = ((places - (x, y)) ** 2).sum(axis=1)
    return int(trainer.map.words[apart.argmin()])


def word_beside(trainer: Trainer, last: int, across: float, up: float) -> int:
    """Return the index of the word that many words to the right and up from the last one, or the map's own.

    Words are counted along one axis at a time, and the count stops at the first and last one.
    """
    places, words = trainer.map.places(trainer.training.net.outer), trainer.map.words.tolist()
    at = words.index(last if last in words else word_told_of(trainer))
    for axis, way in enumerate((across, up)):
        order = np.argsort(places[:, axis], kind="stable").tolist()
        stride = int(min(max(way, -FAR), FAR))
        at = order[min(max(order.index(at) + stride, 0), len(order) - 1)]
    return int(words[at])
