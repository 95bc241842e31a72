"""A reader's code in a lesson, and what the page shows of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from downhill.source.running import CodeMistake, Printed, told

CHANGED, MISTAKEN = "changed", "mistaken"


class OwnCode:
    """A reader's code, as it was run last.

    `text` is what runs, '' where the lesson's own functions do. `slip` is the mistake that it made last, now
    or while it was tried, `tried` tells that it was a text that did not run, `checked` is what is to be said
    of its gradient, or ''; `own_loss` tells that it says what the loss is.
    """

    def __init__(self, text: str = "", printed: Printed | None = None) -> None:
        self.text, self.printed = text, printed or Printed()
        self.slip: CodeMistake | None = None
        self.tried = self.own_loss = False
        self.checked = ""

    def note(self, mistake: CodeMistake) -> None:
        """A function has made a mistake."""
        self.slip = mistake

    def shown(self, loss: float, words: Mapping[str, str]) -> dict[str, Any]:
        """What the page shows: the state, what was printed, and a mistake where there is one now.

        A mistake is of now where there is no `loss`; one of a place that was only looked at is not told.
        `words` tell it.
        """
        found: dict[str, Any] = {"state": CHANGED, "printed": self.printed.text, "checked": self.checked}
        found["own_loss"] = self.own_loss
        if self.slip is not None and (self.tried or not math.isfinite(loss)):
            found |= {"state": MISTAKEN, "line": self.slip.line, **told(self.slip, words)._asdict()}
        return found
