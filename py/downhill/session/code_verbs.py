"""What is done with a reader's own code. What runs it comes late (`downhill.session.run_code`)."""

from __future__ import annotations

import json

from downhill.session.session import Session


def prepare_code(session: Session, words: str) -> bool:
    """Get ready for a reader's code: whatever running one takes is brought, and speaks with these words.

    `words` are JSON, sentences by their keys; English stands where one is missing.
    """
    from downhill.session import run_code

    run_code.rehearse()
    session.code_words = json.loads(words)
    return True


def run_code(session: Session, lesson: str, text: str) -> None:
    """Let a reader's functions stand for those of the lesson. Where they fail, what ran last goes on."""
    from downhill.session import run_code

    session.attempts.leave(lesson)
    session.codes[lesson] = run_code.run(session.at_work(lesson), text, session.codes.get(lesson))


def restore_code(session: Session, lesson: str) -> None:
    """Let the lesson's own functions run again."""
    if session.codes.pop(lesson, None):
        session.at_work(lesson).put_functions(None)
