"""The first picture of every lesson and the stills of its story, drawn natively by its own `draw`."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib

from downhill.drawing.style import load_fonts
from downhill.drawing.themes import STATIC
from downhill.lesson import Lesson
from downhill.session import machine_verbs
from downhill.session.session import Session
from downhill.studio.picture import OWN, WORDS, Picture, easel, pictures
from downhill.training.model_lesson import ModelLesson, is_model
from tools.artwork.flat_svg import flat, shorter

STEPS = {"try": 0, "machine": 12, "what-if": 5}  # steps of the machine before the still of a beat
TRAINING = {"try": 0, "machine": 200, "what-if": 60}  # the same, for a model
SIZE = (352.0, 220.0)  # CSS pixels
THEME = "light"  # that of paper


class Still(NamedTuple):
    """A lesson's state to show with a beat: a session in that state, the picture of it, its file."""

    beat: str
    session: Session
    picture: Picture
    file: str

    @property
    def told(self) -> str:
        """The sentences that are true in it, including how the machine's run ended."""
        view = self.session.view(self.session.lessons[0].id)
        return " ".join(filter(None, [view.sentence, view.said]))


def stills(lesson: Lesson | ModelLesson) -> Iterator[Still]:
    """Yield the stills of a lesson, in the order of its story."""
    for beat, steps in (TRAINING if is_model(lesson) else STEPS).items():
        session = Session(() if is_model(lesson) else [lesson], [lesson] if is_model(lesson) else ())
        _begin(session, lesson, beat)
        if beat == "what-if":
            machine_verbs.preset(session, lesson.id, "big")
        for _ in range(steps):
            session.at_work(lesson.id).step()
        name = OWN if not is_model(lesson) or lesson.beat_choices else WORDS
        (picture,) = (each for each in pictures(lesson) if each.name == name)
        width, height = SIZE
        file = f"{lesson.id}-still-{beat}.svg"
        yield Still(beat, session, picture._replace(width=width, height=height), file)


def _begin(session: Session, lesson: Lesson | ModelLesson, beat: str) -> None:
    """Make the choices that the story has made when it reaches that beat."""
    for name, choices in lesson.beat_choices.items():
        for choice, option in choices.items():
            session.at_work(lesson.id).choose(choice, option)
        if name == beat:
            return


NARROW = 36.49  # rem; below it a lesson's pictures are drawn for a phone
UNSAID = ("Date", "Creator", "Format", "Type")  # metadata that matplotlib would write into a file
TALL, FLAT = (360.0, 260.0), (360.0, 160.0)  # CSS pixels of a picture on a phone


class Figure(NamedTuple):
    """One file: which picture in which theme, wide or narrow, and its size in CSS pixels."""

    file: str
    theme: str
    narrow: bool
    width: float
    height: float
    svg: str = ""

    @staticmethod
    def of(lesson: Lesson | ModelLesson, name: str) -> list[Figure]:
        """Return all files of a lesson's picture, not drawn yet."""
        picture = next(p for p in pictures(lesson) if p.name == name)
        return [
            Figure(
                f"{lesson.id}-{name}-{theme}{'-narrow' * narrow}.svg",
                theme,
                narrow,
                *_size(lesson, picture, narrow),
            )
            for theme in STATIC
            for narrow in (False, True)
        ]


def _size(lesson: Lesson | ModelLesson, picture: Picture, narrow: bool) -> tuple[float, float]:
    if not narrow:
        return picture.width, picture.height
    if picture.narrow:
        return picture.narrow
    two = not is_model(lesson) and len(lesson.sliders) == 2
    return FLAT if picture.name == "trace" and not two else TALL


def seen_at_first(lesson: Lesson | ModelLesson) -> list[Picture]:
    """Return the pictures of a lesson that a page shows before Python has drawn anything."""
    later = lesson.film_draws if is_model(lesson) else ()
    return [each for each in pictures(lesson) if not (each.at_need or each.name in later)]


def figures(
    lessons: Iterable[Lesson], typefaces: Path, models: Iterable[ModelLesson] = ()
) -> Iterator[Figure]:
    """Yield every picture that is visible at first, as svg text: the same numbers give the same text."""
    load_fonts(typefaces)
    session = Session(lessons, models)
    for lesson in session.lessons:
        for picture in seen_at_first(lesson):
            for figure in Figure.of(lesson, picture.name):
                size = picture._replace(width=figure.width, height=figure.height)
                yield figure._replace(svg=_svg(session, lesson.id, size, figure.theme))


def still_figures(lessons: Iterable[Lesson | ModelLesson], typefaces: Path) -> Iterator[Figure]:
    """The stills of all lessons' stories, in the light theme."""
    load_fonts(typefaces)
    for lesson in lessons:
        for still in stills(lesson):
            svg = _svg(still.session, lesson.id, still.picture, THEME)
            yield Figure(still.file, THEME, False, still.picture.width, still.picture.height, svg)


def _svg(session: Session, lesson: str, picture: Picture, theme: str) -> str:
    state = session.at_work(lesson)
    stand = easel(state.lesson, picture, theme)
    stand.paint(state.scene())
    for artist in (*stand.lasting, *stand.moving):
        artist.set_animated(False)  # what moves is drawn too: nothing will move here
    return as_svg(stand.figure)


def as_svg(figure: Any) -> str:
    """Return a matplotlib figure as svg text that is the same every time."""
    text = io.StringIO()
    with matplotlib.rc_context({"svg.id": None} if "svg.id" in matplotlib.rcParams else {}):
        figure.savefig(text, format="svg", dpi=72, metadata=dict.fromkeys(UNSAID))
    return flat(shorter(text.getvalue()))
