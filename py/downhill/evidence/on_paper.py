"""The questions on paper: the order of the boxes, and the line in which a teacher types a sheet.

A line such as `otter472 before a ACBE-AD Its text was old.` has the word, the occasion (as an address names
it, in any language), the form, the letter of the box with a cross for each question with options, `-` for
none, and the open answer.
"""

from __future__ import annotations

import re

from downhill.evidence.answers import PAIR, TEST, WHY, Answers, write
from downhill.evidence.items import BY_ID, FORMS, OPEN, UNSURE, ids_asked
from downhill.evidence.pair_word import folded, is_word, order_of_options

BOXES = "ABCDE"
_LINE = re.compile(
    r"\s*(.{4,40}?)\s+(before|after|later)\s+([abc])\s+([A-E-]{3,7})(?:\s+(.*))?", re.IGNORECASE
)


def boxes(item: str, form: str) -> str:
    """Return the letters of an item's options in the order of their boxes; “I don’t know yet” is the last."""
    return order_of_options(BY_ID[item].letters, form, item, "paper") + UNSURE


def read(line: str) -> dict[str, str] | None:
    """Return what a typed line is in a result code; None if it is no such line."""
    found = _LINE.fullmatch(line)
    if not found:
        return None
    word, occasion, form = folded(found[1]), found[2].lower(), found[3].lower()
    asked = ids_asked(occasion)
    if not is_word(word) or len(found[4]) != len(asked) or (form == FORMS[-1]) != (occasion == "later"):
        return None
    crossed = zip(asked, found[4].upper(), strict=True)
    letters = "".join(OPEN if box == OPEN else boxes(item, form)[BOXES.index(box)] for item, box in crossed)
    field = write(Answers(form, letters))
    return {PAIR: word, f"{TEST}{occasion}": field, f"{WHY}{occasion}": (found[5] or "").strip()}
