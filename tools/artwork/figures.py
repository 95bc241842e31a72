"""The first picture of every lesson, drawn natively by the lesson's own `draw`."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib

from downhill.drawing.style import load_fonts
from downhill.drawing.themes import STATIC
from downhill.lesson import Lesson
from downhill.session.session import Session
from downhill.studio.picture import Picture, easel, pictures
from downhill.training.model_lesson import ModelLesson, is_model
from tools.artwork.flat_svg import flat
from tools.artwork.shorter_svg import shorter
from tools.artwork.stills import THEME, stills

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
