"""One questionnaire as it rides in a result code: `1a:vrmrs?r.5` is version, form, letters, and minutes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from downhill.evidence.items import BY_ID, FORMS, MOST_WHY, OPEN, RIGHT, UNSURE, VERSION, ids_asked

PAIR, TEST, WHY = "pair", "test-", "answer-why-"
"""The fields of a result code: the folded word, and before an occasion, the letters and the open answer."""
UNTIMED = "-"  # minutes of a sheet of paper
_GRAMMAR = re.compile(r"([1-9])([abc]):([a-z?-]+)\.([0-9-])")


class Answers(NamedTuple):
    """The answers of one questionnaire.

    `letters` has one for each item with options, `minutes` is from 0 to 9, where 9 means nine or more.
    """

    form: str
    letters: str
    minutes: str = UNTIMED
    why: str = ""

    @property
    def right(self) -> int:
        """Return how many answers are right."""
        return self.letters.count(RIGHT)


def write(test: Answers) -> str:
    """Return the field of a questionnaire."""
    return f"{VERSION}{test.form}:{test.letters}.{test.minutes}"


def read(occasion: str, text: str, why: str = "") -> Answers | None:
    """Return the questionnaire in a field; None if only a newer page can have made it."""
    found = _GRAMMAR.fullmatch(text)
    if not found or int(found[1]) != VERSION:
        return None
    asked = ids_asked(occasion)
    fits = (found[2] == FORMS[-1]) == (occasion == "later") and len(found[3]) == len(asked)
    known = [BY_ID[id_].letters + UNSURE + OPEN for id_ in asked]
    if not fits or any(letter not in each for letter, each in zip(found[3], known, strict=True)):
        return None
    return Answers(found[2], found[3], found[4], why[:MOST_WHY])


def merged(one: Answers, other: Answers) -> Answers | None:
    """Return what two codes hold of one questionnaire; None if they answer the same question differently."""
    letters = [*zip(one.letters, other.letters, strict=True)]
    if one.form != other.form or any(a != b and OPEN not in (a, b) for a, b in letters):
        return None
    whole = "".join(b if a == OPEN else a for a, b in letters)
    return one._replace(letters=whole, why=max(one.why, other.why, key=len))


def letters_by_id(occasion: str, test: Answers) -> Mapping[str, str]:
    """Return the letters of a questionnaire by the ids of its items."""
    return dict(zip(ids_asked(occasion), test.letters, strict=True))
