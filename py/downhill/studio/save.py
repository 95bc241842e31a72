"""What a reader can save from a lesson: the current picture, or the run as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from downhill.session import fragment
from downhill.studio import saved_picture
from downhill.studio.studio import Studio

TYPES = {"png": "image/png", "svg": "image/svg+xml", "csv": "text/csv;charset=utf-8"}
LINE_END = "\r\n"
RUN = "run"  # what a table is called in its file name


class SavedFile(NamedTuple):
    """A file for the reader: its name, its media type, and its bytes."""

    name: str
    type: str
    data: bytes


def save_file(studio: Studio, lesson: str, kind: str, picture: str, page: str) -> SavedFile:
    """Return a file: `png` or `svg` of a picture, or `csv` of the run. `page` is the page's address.

    Raises `KeyError` for anything that doesn't exist, `ImportError` if a kind of picture isn't available.
    """
    type_, stand = TYPES[kind], studio.session.at_work(lesson)
    if kind == "csv":
        return SavedFile(named(lesson, RUN, kind), type_, csv(studio.session.run_rows(lesson)).encode())
    taken = saved_picture.photo(studio, lesson, picture, link(studio, lesson, page))
    draw = saved_picture.as_png if kind == "png" else saved_picture.as_svg
    return SavedFile(named(lesson, picture, kind), type_, draw(taken, stand.scene()))


def link(studio: Studio, lesson: str, page: str) -> str:
    """Return a link to the current state of a lesson; in it, all other lessons are at their start."""
    settings = studio.session.settings().items()
    mine = {name: value for name, value in settings if name.startswith(f"{lesson}.")}
    return f"{page}#{fragment.encode(lesson, mine)}"


def named(lesson: str, what: str, kind: str) -> str:
    """Return the name of a file, made from its lesson and what it holds."""
    return f"downhill-{lesson}-{what}.{kind}"


def csv(rows: Iterable[tuple[str, ...]]) -> str:
    """Write a table as CSV according to RFC 4180: commas between columns, all digits, a decimal point.

    No cell may contain a comma, a quotation mark or a line break, so none is quoted. The standard library's
    `csv` would add 8 kB to every start.
    """
    return "".join(",".join(row) + LINE_END for row in rows)
