"""The code of a reader's lesson, and what the page shows of code and lesson."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from downhill.session.own_code import CHANGED, MISTAKEN, OwnCode
from downhill.source.running import CodeMistake, Printed, told
from downhill.studio.making.made_lesson import MadeLesson
from downhill.studio.picture import Picture, titled

ORIGINAL = "original"
SAID = ("title", "task", "learned", "loss")  # words of a lesson that the page writes into its places


class MadeCode(OwnCode):
    """The code of a reader's lesson. `broken` is the current mistake in its picture."""

    def __init__(self, text: str = "", printed: Printed | None = None) -> None:
        super().__init__(text, printed)
        self.broken: CodeMistake | None = None
        self.made: dict[str, Any] = {}

    def refuse(self, printed: Printed, mistake: CodeMistake) -> None:
        """Record a mistake in other code that was tried: this one keeps running."""
        self.printed, self.slip, self.tried, self.checked = printed, mistake, True, ""

    def drawn(self, mistake: CodeMistake | None) -> None:
        """Record that the picture was drawn, or a mistake in it."""
        self.broken = mistake

    def shown(self, loss: float, words: Mapping[str, str]) -> dict[str, Any]:
        """Return what the page shows, including the parts of the lesson's section, as `made`."""
        found = super().shown(loss, words) | {"made": self.made}
        if found["state"] == CHANGED and self.broken is not None:
            found |= {"state": MISTAKEN, "line": self.broken.line, **told(self.broken, words)._asdict()}
        if found["state"] == CHANGED and not self.text:
            found["state"] = ORIGINAL
        return found


def places_of(made: MadeLesson, shown: tuple[Picture, ...], left_out: tuple[str, ...]) -> dict[str, Any]:
    """Return what the page writes into the parts of its section."""
    lesson = made.lesson
    return {
        "id": made.written.id,
        "words": {key: _bare(lesson.words[key]) for key in SAID} | {"prose": _bare(lesson.words["prose"])},
        "sliders": [{"label": lesson.words[f"slider.{s.name}"], "unit": s.unit} for s in lesson.sliders],
        "pictures": {each.name: titled(lesson, each.name) for each in shown if each.name not in left_out},
    }


def _bare(text: str) -> str:
    """Return a text without its emphasis marks."""
    return re.sub(r"\*+", "", text)
