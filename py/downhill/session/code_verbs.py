"""What is done with a reader's own code. What runs it comes late (`downhill.session.run_code`)."""

from __future__ import annotations

import json

from downhill.session.session import Session
from downhill.text import language


def prepare_code(session: Session, words: str) -> bool:
    """Get ready for a reader's code: whatever running one takes is brought, and speaks with these words.

    `words` are JSON, rooms of sentences (`code`, `home`, `experiments`) by their keys; English stands where
    one is missing.
    """
    from downhill.session import run_code

    run_code.rehearse()
    rooms = json.loads(words)
    session.code_words = rooms.get("code", {})
    language.bring(rooms)
    return True


def run_code(session: Session, lesson: str, text: str, original: str = "") -> None:
    """Let a reader's functions stand for those of the lesson. Where they fail, what ran last goes on.

    `original` is the text of the lesson's own: functions that are the same there stay the lesson's. Where the
    reader writes the lesson itself, the text is all of it.
    """
    if session.makes(lesson):
        session.maker.run(text)
        return
    from downhill.session import run_code
    from downhill.session.unchanged import is_unchanged

    session.attempts.leave(lesson)
    if is_unchanged(text, original):
        restore_code(session, lesson)
        return
    session.codes[lesson] = run_code.run(session.at_work(lesson), text, original, session.codes.get(lesson))


def restore_code(session: Session, lesson: str) -> None:
    """Let the lesson's own functions run again."""
    if session.makes(lesson):
        session.maker.restore()
    elif session.codes.pop(lesson, None):
        session.at_work(lesson).put_functions(None)
