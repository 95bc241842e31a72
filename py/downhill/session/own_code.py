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
ROOM = 12_000  # characters of a link that code may take: with everything else, the link can still be read


class OwnCode:
    """A reader's code, as it last ran.

    `text` is what runs, '' for the lesson's own functions. `slip` is its latest mistake, from this run or
    from trying it; `tried` means that the mistake is in a text that never ran. `checked` is a sentence about
    its gradient, or ''; `own_loss` means that it computes the loss. `onlooker` records the values beside its
    lines while it runs; None if nothing of the reader's runs. `plain` means that all code that ran there was
    plain (`running.plain`): nothing of it is left when the page's own code runs again.
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
        """Return how many characters of a link the text takes; if it is too long to unpack, its bytes."""
        long = len(self.text.encode("utf-8", "surrogatepass"))
        return long if long > LONGEST else len(pack(self.text))

    @property
    def fits(self) -> bool:
        """Return whether the text fits in a link."""
        return self.size <= ROOM

    @property
    def look_on(self) -> LookOn:
        """Return the function that watches while it runs."""
        return self.onlooker.look if self.onlooker else unseen

    def values(self, covered: bool) -> dict[str, str]:
        """Return the values beside the lines of the text, by `:<line>`; without the step's if `covered`."""
        return self.onlooker.told((STEP,) if covered else ()) if self.onlooker else {}

    def note(self, mistake: CodeMistake) -> None:
        """Record a mistake that a function made."""
        self.slip = mistake

    def shown(self, loss: float, words: Mapping[str, str]) -> dict[str, Any]:
        """Return what the page shows: the state, what was printed, and a current mistake, if there is one.

        `too_long` is how many characters of a link the text would take if it doesn't fit, else 0. A mistake
        is current if there is no `loss`; one at a place that was only sampled isn't shown. `words` explain
        it. Values computed from now on count as new.
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
