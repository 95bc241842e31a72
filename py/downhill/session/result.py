"""A student's result: what was done in every lesson, as plain data, and as lines of text.

A line is `name=value`, or `lesson.name=value` as in an address. Unknown fields are kept as they are, since a
later version of the page may add some.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

MOST_NAME, MOST_TEXT, MOST_FIELD, MOST_ANSWER = 20, 160, 40, 240  # characters
LARGEST = 9_999_999  # moves, steps or changes; more are reported as this many
NAME, VISIT = "name", "visit"
MOVES, STEPS, SOLVED, DONE, BEFORE, TEXT = "moves", "steps", "solved", "done", "before", "text"
QUESTIONS = "downhill", "hand", "sentence"
"""The ids of the questions that the essay asks at its end, in order."""
ANSWER, CHANGED = "answer-", "changed"
"""How the field of an answer begins, and the field that counts how often answers were changed."""
TEST = "test-"
"""How the field of a questionnaire begins, before its occasion (`downhill.evidence.answers`)."""
Fields = Mapping[str, str]


class Lesson(NamedTuple):
    """What was done in one lesson.

    `done` are the ids of challenges done since the page was opened, `before` those of earlier visits on the
    same device, `text` what a model wrote last. `more` are unknown fields.
    """

    moves: int = 0
    steps: int = 0
    solved: bool = False
    done: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    text: str = ""
    more: Fields = {}

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was done."""
        return self == Lesson()


class Result(NamedTuple):
    """What a student has done: a nickname or '', a random number for this visit, the lessons by their ids.

    `answers` are what was written, by questions' ids, `changed` how often that was changed in this visit.
    """

    name: str = ""
    visit: str = ""
    lessons: Mapping[str, Lesson] = {}
    more: Fields = {}
    answers: Fields = {}
    changed: int = 0


class Misfit(ValueError):
    """A result claims something impossible; the one argument names the field."""


def cleaned(text: str, most: int) -> str:
    """Return a text as one line without invisible characters, cut to `most` characters."""
    seen = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    return " ".join(seen.split())[:most].strip()


def write(result: Result) -> str:
    """Write a result as lines, leaving out what is empty."""
    fields = {NAME: cleaned(result.name, MOST_NAME), VISIT: result.visit, **result.more}
    fields |= {f"{ANSWER}{id_}": result.answers.get(id_, "") for id_ in QUESTIONS}
    fields[CHANGED] = str(min(result.changed, LARGEST) or "")
    for lesson, found in result.lessons.items():
        fields |= {f"{lesson}.{name}": value for name, value in _fields(found).items()}
    lines = ((name, cleaned(value, _most(name))) for name, value in fields.items())
    return "\n".join(f"{name}={value}" for name, value in lines if value)


def _most(field: str) -> int:
    """Return how many characters the value of a field may have."""
    return MOST_ANSWER if field.startswith(ANSWER) else MOST_TEXT


def _fields(lesson: Lesson) -> dict[str, str]:
    return {
        MOVES: str(min(lesson.moves, LARGEST) or ""),
        STEPS: str(min(lesson.steps, LARGEST) or ""),
        SOLVED: "1" * lesson.solved,
        DONE: ",".join(lesson.done),
        BEFORE: ",".join(lesson.before),
        TEXT: lesson.text,
        **lesson.more,
    }


def read(text: str) -> Result:
    """Read a result from its lines. Raises `Misfit` for a count that isn't a number."""
    pairs = dict(_pairs(text.split("\n")))
    lessons: dict[str, dict[str, str]] = {}
    page: dict[str, str] = {}
    for name, value in pairs.items():
        lesson, dot, field = name.rpartition(".")
        (lessons.setdefault(lesson, {}) if dot else page)[field] = value
    known = page.pop(NAME, ""), page.pop(VISIT, "")
    found = {lesson: _lesson(lesson, fields) for lesson, fields in lessons.items()}
    answers = {id_: text for id_ in QUESTIONS if (text := page.pop(f"{ANSWER}{id_}", ""))}
    changed = _count(CHANGED, page)
    return Result(cleaned(known[0], MOST_NAME), cleaned(known[1], MOST_FIELD), found, page, answers, changed)


def _pairs(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        first, _, rest = line.partition("=")
        name = cleaned(first, MOST_FIELD)
        value = cleaned(rest, _most(name))
        if name and value:
            yield name, value


def _lesson(lesson: str, fields: dict[str, str]) -> Lesson:
    return Lesson(
        _count(MOVES, fields, lesson),
        _count(STEPS, fields, lesson),
        fields.pop(SOLVED, "") == "1",
        _names(fields.pop(DONE, "")),
        _names(fields.pop(BEFORE, "")),
        fields.pop(TEXT, ""),
        fields,
    )


def _count(name: str, fields: dict[str, str], lesson: str = "") -> int:
    text = fields.pop(name, "0")
    if not (text.isascii() and text.isdecimal() and int(text) <= LARGEST):
        raise Misfit(f"{lesson}.{name}" if lesson else name)
    return int(text)


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, text.split(","))))
