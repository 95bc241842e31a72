"""The verbs of a reader's own code. `downhill.session.run_code`, which runs it, is loaded when needed."""

from __future__ import annotations

import json

from downhill.session.session import Session
from downhill.text import language


def prepare_code(session: Session, words: str) -> bool:
    """Get ready for a reader's code: load whatever it takes to run, and set the words for its messages.

    `words` is JSON: groups of sentences (`code`, `home`, `experiments`) by their keys. Missing sentences
    stay English.
    """
    from downhill.session import run_code

    run_code.rehearse()
    rooms = json.loads(words)
    session.code_words = rooms.get("code", {})
    language.bring(rooms)
    return True


def run_code(session: Session, lesson: str, text: str, original: str = "") -> None:
    """Replace the lesson's functions with a reader's. If they fail, whatever ran before keeps running.

    `original` is the text of the lesson's own functions: those that are unchanged stay the lesson's. If the
    reader is writing the lesson itself, `text` is the whole lesson.
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
    """Go back to the lesson's own functions."""
    if session.makes(lesson):
        session.maker.restore()
    elif session.codes.pop(lesson, None):
        session.at_work(lesson).put_functions(None)
