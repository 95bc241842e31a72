"""The question for a student's result code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from downhill.session.result import TEST, Lesson, Result
from downhill.session.result_code import encode
from downhill.session.session import Session


def result(
    session: Session,
    name: str,
    visit: str,
    marks: Sequence[str],
    answers: Mapping[str, str] | None = None,
    changed: int = 0,
    asked: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return the code for all lessons that were touched and all answers, and whether there is anything in it.

    `marks` are the challenges that the device remembers, as `lesson/challenge`; those from earlier visits are
    kept apart from what was done since the page was opened. `answers` are those to the essay's questions, by
    their ids, `changed` how often they were changed since then. `asked` are the fields of the
    questionnaires before and after (`downhill.evidence.answers`): a word alone is nothing to hand in.
    """
    touched = touched_lessons(session, marks)
    written = {id_: text for id_, text in (answers or {}).items() if text.strip()}
    code = encode(Result(name, visit, touched, answers=written, changed=changed, more=asked or {}))
    tested = any(name.startswith(TEST) for name in asked or {})
    return {"code": code, "empty": not (touched or written or tested)}


def touched_lessons(session: Session, marks: Sequence[str]) -> dict[str, Lesson]:
    """Return what was done in every lesson that was touched; `marks` as for `result`."""
    found = {id_: lesson_result(session, id_, marks) for id_ in session.all}
    return {id_: lesson for id_, lesson in found.items() if not lesson.is_empty}


def lesson_result(session: Session, lesson: str, marks: Sequence[str]) -> Lesson:
    """Return what was done in one lesson."""
    done = session.tally.of(lesson)
    state = session.at_work(lesson)
    marked = [name for id_, _, name in (mark.partition("/") for mark in marks) if id_ == lesson]
    known = {challenge.id for challenge in state.plain.challenges}
    before = tuple(name for name in marked if name in known and name not in done.challenges)
    text = session.kinds[lesson].writes(session.own(lesson)) if done.moves or done.steps else ""
    return Lesson(done.moves, done.steps, done.solved, done.challenges, before, text, done.more)
