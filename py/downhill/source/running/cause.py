"""What is behind an error, before it has a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 160  # signs of a message or a name in a sentence


class Cause(NamedTuple):
    """The key of a mistake, and the numbers and words in its sentences."""

    key: str
    numbers: dict[str, float | str]


def cause(key: str, **numbers: float | str) -> Cause:
    """A cause; texts that are too long for a sentence are cut."""
    return Cause(key, {name: short(value) for name, value in numbers.items()})


def short(value: float | str) -> float | str:
    """A number as it is, a text as a plain one, cut to what a sentence has room for."""
    if not isinstance(value, str):
        return value
    plain = whole(str.__str__(value))  # a class of the reader's may be a str with a length of its own
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def whole(text: str) -> str:
    """A text without halves of characters, which JavaScript would not take: there is a ? for each."""
    return text.encode("utf-8", "replace").decode("utf-8")


Patterns = Iterable[tuple[str, str]]
"""Regular expressions of Python's messages with the key that each stands for.

Their named groups are the words of the sentences; those of `NUMBERS` are whole numbers.
"""

NUMBERS = ("wanted", "given", "there")


def matched(message: str, patterns: Patterns) -> Cause | None:
    """The cause of the first pattern that is found in a message."""
    for pattern, key in patterns:
        if found := re.search(pattern, message):
            groups = {name: text or "…" for name, text in found.groupdict().items()}
            return cause(
                key,
                **{
                    name: int(text) if name in NUMBERS and text.isdigit() else text
                    for name, text in groups.items()
                },
            )
    return None
