"""Lets a reader write a lesson. What runs it comes late (`downhill.studio.making`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from downhill.studio.studio import Studio


def begin_making(studio: Studio, text: str) -> bool:
    """A lesson of that text, which is the page's own, joins the others, for the reader to change.

    Raises `CodeMistake` where the text is no lesson.
    """
    from downhill.studio.making.maker import Maker

    studio.session.maker = Maker(studio, text)
    return True
