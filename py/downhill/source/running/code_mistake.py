"""What is wrong with code that a reader wrote, and the two sentences that tell it.

The sentences are tables of our own. The package friendly-traceback explains such errors, too, but weighs
730 KB, speaks English and French alone, has had no release since 2022, and knows nothing of lessons.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from downhill.text.english.code_mistakes import CODE
from downhill.text.format import fill


class CodeMistake(Exception):
    """What is wrong with a reader's code: the key of two sentences, their numbers, and the place.

    `line` counts from 1; 0 says that no line is to blame. `column` and `end` count the characters of that
    line before and up to the end of the wrong place; both are 0 if it is the line as a whole.
    """

    def __init__(
        self, key: str, line: int = 0, column: int = 0, end: int = 0, /, **numbers: float | str
    ) -> None:
        super().__init__(f"{key} in line {line}, {column} to {end}: {numbers}")
        self.key, self.line, self.column, self.end, self.numbers = key, line, column, end, numbers

    def at(self, line: int, column: int = 0, end: int = 0) -> CodeMistake:
        """The same mistake at another place."""
        return CodeMistake(self.key, line, column, end, **self.numbers)


def is_whole(mistake: CodeMistake) -> bool:
    """Return whether a mistake can be told: a reader's code can catch one, and raise another one like it."""
    plain = all(type(value) in (str, int, float) for value in mistake.numbers.values())
    if type(mistake.key) is not str or f"mistake.{mistake.key}" not in CODE or not plain:
        return False
    try:
        return bool(told(mistake))
    except (KeyError, ValueError):
        return False


class Told(NamedTuple):
    """A mistake in two sentences: what happened, and what to try."""

    what: str
    hint: str


def told(mistake: CodeMistake, words: Mapping[str, str] = CODE) -> Told:
    """The sentences of a mistake, from `words`: a translation, in which what is missing is English."""
    what, hint = (f"{kind}.{mistake.key}" for kind in ("mistake", "try"))
    return Told(*(fill(words.get(key, CODE[key]), mistake.numbers) for key in (what, hint)))
