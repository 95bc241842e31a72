"""What the page needs for a picture: its files for every theme and width, its title, how to use it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from downhill.lesson import Lesson
from downhill.studio.picture import OWN, WORDS, Picture, pictures, titled
from downhill.text.format import PAGE, fill
from downhill.training.model_lesson import ModelLesson, is_model
from tools.artwork.figures import NARROW, Figure
from tools.pages.first_screen import FirstScreen, first_screen


class Source(NamedTuple):
    """A file for an `<img>`, and the media query for which it is used."""

    media: str
    file: str


class Drawn(NamedTuple):
    """Where the figures of a language are: among all the app's figures, or separate if they differ."""

    out: Path
    app: str
    code: str

    def address(self, file: str) -> str:
        """Return the address of a figure."""
        own = f"{self.app}/{self.code}/figures/{file}"
        return own if (self.out / own).exists() else f"{self.app}/figures/{file}"


class Shown(NamedTuple):
    """A picture on the page: name, title, size in CSS pixels, file, files for other themes and widths.

    `points` means that a click on it moves the sliders there, `hint` how to use it, '' if it is only to look
    at. `sketch` is what the page draws itself until Python runs, if the lesson's story begins in fog. `file`
    is '' for a picture `at_need`, which has nothing to show at first. `folded` ones are in a closed part;
    `aims` are the sliders that can be their axes, and a label for the choice.
    """

    name: str
    title: str
    width: int
    height: int
    file: str
    sources: list[Source]
    points: bool
    reads: bool
    hint: str
    folded: bool
    at_need: bool
    aims: dict[str, str]
    sketch: FirstScreen | None


def shown(lesson: Lesson | ModelLesson, drawn: Drawn) -> list[Shown]:
    """Return all pictures of a lesson."""
    return [_shown(lesson, picture, drawn) for picture in pictures(lesson)]


def _shown(lesson: Lesson | ModelLesson, picture: Picture, drawn: Drawn) -> Shown:
    name, size = picture.name, (round(picture.width), round(picture.height))
    kinds = {(f.theme, f.narrow): f for f in Figure.of(lesson, name)}
    first = kinds["light", False]
    title = titled(lesson, name)
    sources = sources_of(kinds, drawn)
    points, reads = bool(picture.sliders), _is_read(lesson, picture)
    hint = " ".join([PAGE["picture.point"]] * points + [PAGE["picture.keys"]] * reads)
    file = "" if picture.at_need else drawn.address(first.file)
    more: dict[str, Any] = {"folded": picture.folded, "at_need": picture.at_need}
    return Shown(
        name,
        title,
        *size,
        file,
        sources,
        points,
        reads,
        hint,
        aims=_aims(lesson, picture),
        sketch=None if is_model(lesson) or name != OWN else first_screen(lesson),
        **more,
    )


def _is_read(lesson: Lesson | ModelLesson, picture: Picture) -> bool:
    """Return whether pointer and arrow keys read out points of the picture."""
    if is_model(lesson):
        return picture.name == WORDS
    return picture.name != OWN and not picture.at_need


def _aims(lesson: Lesson | ModelLesson, picture: Picture) -> dict[str, str]:
    """Return what can be a folded picture's axes: sliders' names and labels; empty if there is no choice."""
    if is_model(lesson):
        return {}
    called = {s.name: lesson.words[f"slider.{s.name}"] for s in lesson.sliders}
    if not picture.folded or len(called) == len(picture.sliders):
        return {}
    if len(picture.sliders) == 1:
        return called
    pairs = combinations(called, 2)
    return {f"{a} {b}": fill(PAGE["views.and"], {"a": called[a], "b": called[b]}) for a, b in pairs}


def sources_of(kinds: dict[tuple[str, bool], Figure], drawn: Drawn) -> list[Source]:
    """Return the files of a picture for themes and widths other than light and wide."""
    dark, narrow = "(prefers-color-scheme: dark)", f"(max-width: {NARROW}rem)"
    queries = {("dark", True): f"{dark} and {narrow}", ("dark", False): dark, ("light", True): narrow}
    return [Source(query, drawn.address(kinds[kind].file)) for kind, query in queries.items()]
