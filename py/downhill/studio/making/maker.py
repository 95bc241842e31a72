"""Runs the lesson that a reader writes: it replaces the previous one, if all goes well."""

from __future__ import annotations

from collections.abc import Mapping

from downhill.lesson import Figure, Look, Show
from downhill.session.kinds import SLIDERS
from downhill.source.running import CodeMistake
from downhill.source.running.cause import cause
from downhill.source.running.onlooker import Onlooker
from downhill.studio.making import contract
from downhill.studio.making.made_code import MadeCode, places_of
from downhill.studio.making.made_lesson import ID, MadeLesson
from downhill.studio.making.written import Written
from downhill.studio.picture import Picture, pictures
from downhill.studio.studio import Studio
from downhill.text.mistake import Mistake

PICTURES = ("picture", "overshoot", "map", "trace")  # for which the page has places


class Maker:
    """The lesson that a reader writes, in a studio. `first` is the text that the page begins with.

    Raises `CodeMistake` if that isn't a lesson.
    """

    id = ID

    def __init__(self, studio: Studio, first: str) -> None:
        self.studio, self.session, self.first = studio, studio.session, first
        self.linked: tuple[str, Mapping[str, str]] = ("", {})  # a text that doesn't run, and its settings
        self._try(first, MadeCode())

    def run(self, text: str) -> None:
        """Play a reader's lesson. If it has a mistake, report that and keep the previous one."""
        self.session.attempts.leave(self.id)
        code = MadeCode("" if text == self.first else text)
        try:
            self._try(text, code)
        except CodeMistake as mistake:
            self.session.codes[self.id].refuse(code.printed, mistake)
            return
        finally:
            self.session.codes[self.id].plain = False  # a lesson has classes, and draws
        if self.linked[0] == text:
            SLIDERS.restore(self.session.state(self.id), self.linked[1])
        self.linked = ("", {})
        self.session.brought.pop(self.id, None)

    def restore(self, text: str = "", settings: Mapping[str, str] | None = None) -> list[str]:
        """Apply a link's settings to the lesson; return the names of those that can't be used.

        A text in the link that isn't running already runs when the reader says so; without one, the lesson is
        the one that the page begins with.
        """
        said = settings or {}
        running = self.session.codes[self.id]
        self.session.brought.pop(self.id, None)
        if text not in ("", running.text):
            self.linked = (text, dict(said))
            self.session.brought[self.id] = text
            return []
        if text != running.text:
            self._try(self.first, MadeCode())
        return list(SLIDERS.restore(self.session.state(self.id), said))

    def _try(self, text: str, code: MadeCode) -> None:
        """Check a lesson thoroughly, and play it. Raises `CodeMistake` if it breaks a rule."""
        others = self.session.lessons if text != self.first else []  # what it begins with may have become one
        taken = [lesson.id for lesson in others if lesson.id != self.id]
        written = Written(text, code.printed, taken)
        try:
            made = MadeLesson(written, code.note, code.drawn)
            state = contract.check(made)
            (own,) = (each for each in pictures(made.lesson) if each.name == PICTURES[0])
            still = contract.check_picture(made, state, own, self.studio.theme)
            code.checked = contract.advice(made, state, still)
        except (Mistake, ValueError, ArithmeticError) as error:
            told = cause("other", type=type(error).__name__, message=str(error))
            raise written.at("", CodeMistake(told.key, **told.numbers)) from None
        made.strict = False
        self._put(made, code)

    def _put(self, made: MadeLesson, code: MadeCode) -> None:
        """Add a lesson, with its pictures."""
        found = {each.name: each for each in pictures(made.lesson)}
        missing = tuple(name for name in PICTURES if name not in found)
        shown = tuple(found.get(name) or _blank(name) for name in PICTURES)
        code.made = places_of(made, shown, missing)
        code.onlooker = Onlooker(made.written.code.filename, {})
        self.session.put_lesson(made.lesson, code.look_on)
        self.session.codes[self.id] = code
        self.studio.put_pictures(made.lesson, shown)


def _blank(name: str) -> Picture:
    """A picture that a lesson doesn't have: its place on the page is hidden."""

    def draw(figure: Figure, look: Look) -> Show:
        return lambda scene: None

    return Picture(name, draw, 352.0, 300.0)
