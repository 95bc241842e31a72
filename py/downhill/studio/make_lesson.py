"""Lets a reader write a lesson. What runs it is loaded when needed (`downhill.studio.making`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from downhill.studio.studio import Studio


def begin_making(studio: Studio, text: str) -> bool:
    """Add a lesson with that text, the page's example, for the reader to change.

    Raises `CodeMistake` if the text isn't a lesson.
    """
    from downhill.studio.making.maker import Maker

    studio.session.maker = Maker(studio, text)
    return True
