"""Pictures to draw a guess in, for the worksheet: the lessons' own, without what gives the answer away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from downhill.drawing.easel import Easel
from downhill.drawing.strokes import Arrow, Bars, Line, Squares
from downhill.drawing.style import load_fonts
from downhill.lesson import Lesson
from downhill.lessons import every_lesson
from downhill.session.challenge_verbs import challenge as begin
from downhill.session.session import Session
from downhill.studio.picture import OWN, easel, pictures
from downhill.training.model_lesson import ModelLesson, is_model
from tools.artwork.figures import Figure, as_svg

THEME = "light"  # that of paper
VIEW = 0.6  # units of x around the point that can be seen in fog
SIZE = (560.0, 320.0)  # CSS pixels
STEPS = 200.0  # along the axis on which a course is drawn


def fog(stand: Easel, state: Any) -> None:
    """Cover the curve except near the point."""
    (x,), (axes,) = state.values, stand.figure.axes
    left, right = axes.get_xlim()
    for ends in ((left, x - VIEW), (x + VIEW, right)):
        axes.axvspan(*ends, fc=stand.look.paper, ec=stand.look.faint, hatch="//", zorder=10, linewidth=0)


def long_axis(stand: Easel, state: Any) -> None:
    """Make room on the axes for all steps of the task, and for a fall to almost zero."""
    (axes,) = stand.figure.axes
    axes.set(xlim=(-0.015 * STEPS, STEPS), ylim=(0, 1.1 * float(state.losses[0])))


class Guess(NamedTuple):
    """A challenge with a picture to draw in: which one, which strokes are left out, what else changes."""

    lesson: str
    challenge: str
    picture: str = OWN
    without: tuple[type, ...] = (Arrow,)
    more: Callable[[Easel, Any], None] | None = None

    @property
    def file(self) -> str:
        """The file of its picture."""
        return f"sheet-{self.lesson}-{self.challenge}.svg"


GUESSES = (
    Guess("valley", "escape", more=fog),
    Guess("valley", "predict"),
    Guess("line", "hand", without=(Line, Bars, Squares)),
    Guess("next-word", "predict"),
    Guess("choose-word", "hand"),
    Guess("ten-thousand", "steps", "losses", more=long_axis),
    Guess("attention", "three"),
)
"""The tasks of the worksheet, in order."""


def guess_figures(typefaces: Path) -> Iterator[Figure]:
    """Yield all pictures of the worksheet, in the current language: the same numbers give the same text."""
    load_fonts(typefaces)
    lessons = {lesson.id: lesson for lesson in every_lesson()}
    for guess in GUESSES:
        yield Figure(guess.file, THEME, False, *SIZE, drawn(lessons[guess.lesson], guess))


def drawn(lesson: Lesson | ModelLesson, guess: Guess) -> str:
    """Draw a picture at the start of its challenge, as svg text."""
    session = Session([], [lesson]) if is_model(lesson) else Session([lesson])
    begin(session, lesson.id, guess.challenge)
    state = session.at_work(lesson.id)
    usual = next(each for each in pictures(lesson) if each.name == guess.picture)
    stand = easel(state.lesson, usual._replace(width=SIZE[0], height=SIZE[1]), THEME)
    stand.paint(state.scene())
    for artist in (*stand.lasting, *stand.moving):
        artist.set_animated(False)
        artist.set_visible(not _is_one_of(artist, guess.without))
    if guess.more:
        guess.more(stand, state)
    return as_svg(stand.figure)


def _is_one_of(artist: object, kinds: tuple[type, ...]) -> bool:
    """Return whether an artist is of exactly one of these kinds; subclasses don't count."""
    return type(artist) in kinds
