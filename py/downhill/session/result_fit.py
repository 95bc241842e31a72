"""Whether a result is possible: finds what this page would never write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from downhill.lesson.challenge import Challenge
from downhill.session.result import Lesson, Result
from downhill.training.model_lesson import AnyLesson

NEEDS = {"moves": "moves", "steps": "steps"}  # what a challenge counts, and the count that it then requires


Known = Mapping[str, Mapping[str, Challenge]]
"""The challenges of every lesson by their ids, by the lesson's id. A model's are slow to compute."""


def known(lessons: Iterable[AnyLesson]) -> Known:
    """Return the challenges of some lessons."""
    return {lesson.id: {each.id: each for each in lesson.challenges} for lesson in lessons}


def misfits(result: Result, lessons: Known) -> Iterator[str]:
    """Yield the impossible fields of a result, such as `line.done`; unknown lessons are left alone."""
    for id_, found in result.lessons.items():
        if id_ in lessons:
            yield from (f"{id_}.{field}" for field in _misfits(found, lessons[id_]))


def _misfits(found: Lesson, challenges: Mapping[str, Challenge]) -> Iterator[str]:
    if found.solved and not (found.moves or found.steps):
        yield "solved"
    if any(name not in challenges for name in found.before):
        yield "before"
    if any(not _can_be(found, challenges.get(name)) for name in found.done):
        yield "done"


def _can_be(found: Lesson, challenge: Challenge | None) -> bool:
    """Return whether a challenge may have been done: by hand it takes a move, by the machine a step."""
    if challenge is None:
        return False
    needed = NEEDS.get(challenge.check.counts)
    return not needed or getattr(found, needed) > 0
