"""A reader's code in a lesson, and what the page shows of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from downhill.lesson.looking_on import STEP, LookOn, unseen
from downhill.session.compact import LONGEST, pack
from downhill.source.running import CodeMistake, Printed, told
from downhill.source.running.onlooker import Onlooker

CHANGED, MISTAKEN = "changed", "mistaken"
ROOM = 12_000  # characters of a link that are left for a code: with all else it can still be read whole


class OwnCode:
    """A reader's code, as it was run last.

    `text` is what runs, '' where the lesson's own functions do. `slip` is the mistake that it made last, now
    or while it was tried, `tried` tells that it was a text that did not run, `checked` is what is to be said
    of its gradient, or ''; `own_loss` tells that it says what the loss is. `onlooker` sees what its
    lines work out while it runs; None where nothing of the reader's does. `plain` tells that
    all code that ran there was plain (`running.plain`): nothing of it is left when the page's own runs again.
    """

    def __init__(self, text: str = "", printed: Printed | None = None) -> None:
        self.text, self.printed = text, printed or Printed()
        self.slip: CodeMistake | None = None
        self.tried = self.own_loss = False
        self.plain = True
        self.checked = ""
        self.onlooker: Onlooker | None = None

    @cached_property
    def size(self) -> int:
        """How many characters of a link the text takes; its bytes where no link unpacks so many."""
        long = len(self.text.encode("utf-8", "surrogatepass"))
        return long if long > LONGEST else len(pack(self.text))

    @property
    def fits(self) -> bool:
        """Whether a link has room for the text."""
        return self.size <= ROOM

    @property
    def look_on(self) -> LookOn:
        """Who looks on while it runs."""
        return self.onlooker.look if self.onlooker else unseen

    def values(self, covered: bool) -> dict[str, str]:
        """What stands beside the lines of the text, by `:<line>`; while it is `covered`, no step."""
        return self.onlooker.told((STEP,) if covered else ()) if self.onlooker else {}

    def note(self, mistake: CodeMistake) -> None:
        """A function has made a mistake."""
        self.slip = mistake

    def shown(self, loss: float, words: Mapping[str, str]) -> dict[str, Any]:
        """What the page shows: the state, what was printed, and a mistake where there is one now.

        `too_long` is how many characters of a link the text would take where there is no room for it, else 0.
        A mistake is of now where there is no `loss`; one of a place that was only looked at is not told.
        `words` tell it. What is worked out from now on is news.
        """
        if self.onlooker:
            self.onlooker.due = True
        found: dict[str, Any] = {"state": CHANGED, "printed": self.printed.text, "checked": self.checked}
        found |= {
            "plain": self.plain,
            "own_loss": self.own_loss,
            "too_long": 0 if self.fits else self.size,
            "room": ROOM,
        }
        if self.slip is not None and (self.tried or not math.isfinite(loss)):
            found |= {"state": MISTAKEN, "line": self.slip.line, **told(self.slip, words)._asdict()}
        return found
