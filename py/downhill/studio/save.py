"""What a reader may take along from a lesson: a picture as it is now, or the run as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from downhill.session import fragment
from downhill.studio import saved_picture
from downhill.studio.studio import Studio

TYPES = {"png": "image/png", "svg": "image/svg+xml", "csv": "text/csv;charset=utf-8"}
LINE_END = "\r\n"
RUN = "run"  # what a table is called in the name of its file


class SavedFile(NamedTuple):
    """A file for the reader: its name, its media type, and its bytes."""

    name: str
    type: str
    data: bytes


def save_file(studio: Studio, lesson: str, kind: str, picture: str, page: str) -> SavedFile:
    """A file of a kind: `png` or `svg` of a picture, or `csv` of the run. `page` is the page's address.

    Raises `KeyError` for what isn't there, `ImportError` where a picture can't be had as that kind.
    """
    type_, stand = TYPES[kind], studio.session.at_work(lesson)
    if kind == "csv":
        return SavedFile(named(lesson, RUN, kind), type_, csv(studio.session.run_rows(lesson)).encode())
    taken = saved_picture.photo(studio, lesson, picture, link(studio, lesson, page))
    draw = saved_picture.as_png if kind == "png" else saved_picture.as_svg
    return SavedFile(named(lesson, picture, kind), type_, draw(taken, stand.scene()))


def link(studio: Studio, lesson: str, page: str) -> str:
    """A link to a lesson as it stands; all other lessons are at their start there."""
    settings = studio.session.settings().items()
    mine = {name: value for name, value in settings if name.startswith(f"{lesson}.")}
    return f"{page}#{fragment.encode(lesson, mine)}"


def named(lesson: str, what: str, kind: str) -> str:
    """What a file is called: after its lesson and what it holds."""
    return f"downhill-{lesson}-{what}.{kind}"


def csv(rows: Iterable[tuple[str, ...]]) -> str:
    """A table as CSV after RFC 4180: commas between columns, every digit, a point before the decimals.

    No cell may have a comma, a quotation mark or the end of a line in it, so that none is quoted. The
    standard library's `csv` would be 8 kB more in each start.
    """
    return "".join(",".join(row) + LINE_END for row in rows)
