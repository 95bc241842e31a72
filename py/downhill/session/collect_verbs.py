"""A teacher's table of results, as texts for the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from downhill.session.collection import collected
from downhill.session.result import QUESTIONS, Lesson, Result
from downhill.session.result_fit import known as known_challenges
from downhill.session.session import Session
from downhill.text.format import DASH, PAGE, fill


def collect(session: Session, known: Sequence[str], text: str) -> dict[str, Any]:
    """Return a table of the codes already known and those in a text, and the sentences to show.

    `codes` in it are all of them; pass them as `known` next time, since nothing is stored here.
    """
    lessons = {lesson.id: lesson for lesson in session.lessons}
    challenges = known_challenges(lessons.values())
    collection, said = collected(known, text, challenges)
    there = sum(map(len, challenges.values()))
    results = [*collection.results.values()]
    asked = [id_ for id_ in QUESTIONS if any(id_ in result.answers for result in results)]
    return {
        "codes": [*collection.results],
        "said": said,
        "head": [
            PAGE["collect.who"],
            *(lesson.words["title"] for lesson in lessons.values()),
            *(PAGE[f"collect.{name}"] for name in ("challenges", "sentence")),
            *(PAGE[f"asked.{id_}"] for id_ in asked),
        ],
        "rows": [row(number, result, lessons, there, asked) for number, result in enumerate(results, 1)],
        "foot": [*foot(results, lessons), *("" for _ in asked)] if results else [],
    }


def row(
    number: int, result: Result, lessons: Iterable[str], there: int, asked: Iterable[str] = ()
) -> list[str]:
    """Return a student's row: name or number, each lesson, challenges done out of all, last sentence.

    The answers to the questions that are `asked` follow.
    """
    found = [result.lessons.get(id_, Lesson()) for id_ in lessons]
    done = sum(len(each.done) + len(each.before) for each in found)
    sentence = next((each.text for each in reversed(found) if each.text), DASH)
    challenges = fill(PAGE["collect.of"], {"count": done, "all": there})
    who = result.name or fill(PAGE["collect.number"], {"number": str(number)})
    return [who, *map(cell, found), challenges, sentence, *(result.answers.get(id_, DASH) for id_ in asked)]


def cell(lesson: Lesson) -> str:
    """Return a sentence or mark for what was done in a lesson."""
    if not (lesson.moves or lesson.steps):
        return DASH
    return fill(PAGE["collect.solved" if lesson.solved else "collect.open"], lesson._asdict())


def foot(results: Sequence[Result], lessons: Iterable[str]) -> list[str]:
    """Return the last row: how many have solved each lesson."""
    solved = [sum(r.lessons.get(id_, Lesson()).solved for r in results) for id_ in lessons]
    counts = [fill(PAGE["collect.of"], {"count": count, "all": len(results)}) for count in solved]
    return [PAGE["collect.by"], *counts, "", ""]
