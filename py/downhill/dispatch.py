"""Lets verbs do their work on the session and on who works with it."""

from __future__ import annotations

from typing import Any

from downhill.session.session import Session
from downhill.studio.studio import NONE
from downhill.text.mistake import Mistake
from downhill.verbs import Verb


class Dispatcher:
    """Calls the handlers of verbs; `others` work with the session, one of each class that verbs are `of`."""

    def __init__(self, session: Session, *others: object) -> None:
        self.session = session
        self.who: dict[type, object] = {type(each): each for each in others}
        self.who[Session] = session

    def refuses(self, lesson: str, verb: Verb, *arguments: Any) -> bool:
        """Whether a request uses a part of the lesson that is locked.

        A challenge that is on may begin again where challenges are locked.
        """
        locks = self.session.locks
        if not (locks.parts and locks.hold(lesson, verb.parts(*arguments))):
            return False
        return not (verb.name == "challenge" and self.session.attempts.has(lesson, *arguments))

    def change(self, lesson: str, verb: Verb, *arguments: Any) -> Mistake | None:
        """Change something, unless it is locked, and let the challenge that is on count it.

        Returns what was wrong with the reader's text, if anything was.
        """
        mistake = None
        try:
            if not self.refuses(lesson, verb, *arguments):
                verb.handler(self.who[verb.of], lesson, *arguments)
        except Mistake as wrong:
            if not verb.mistakes:
                raise
            mistake = wrong
        self.session.attempts.observe(lesson)
        return mistake

    def plan(self, lesson: str, verb: Verb) -> str:
        """Which pictures of the lesson are to be painted at once after that verb."""
        return NONE if verb.shown_by_training and self.session.is_training(lesson) else verb.paint

    def answer(self, lesson: str | None, verb: Verb, *arguments: Any) -> Any:
        """Answer a question with plain data."""
        about = () if verb.of_page else (lesson,)
        return verb.handler(self.who[verb.of], *about, *arguments)
