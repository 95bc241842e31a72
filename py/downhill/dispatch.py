"""Calls the handler of a verb with the object it works on: the session, or a part of the studio."""

from __future__ import annotations

from typing import Any

from downhill.session.session import Session
from downhill.studio.studio import NONE
from downhill.text.mistake import Mistake
from downhill.verbs import Verb


class Dispatcher:
    """Calls the handlers of verbs. `others` are the objects besides the session that handlers may belong to.

    It finds them by class (`Verb.of`), so there is one of each.
    """

    def __init__(self, session: Session, *others: object) -> None:
        self.session = session
        self.who: dict[type, object] = {type(each): each for each in others}
        self.who[Session] = session

    def refuses(self, lesson: str, verb: Verb, *arguments: Any) -> bool:
        """Return whether a request uses a locked part of the lesson.

        A challenge in progress may be started again even if challenges are locked.
        """
        locks = self.session.locks
        if not (locks.parts and locks.hold(lesson, verb.parts(*arguments))):
            return False
        return not (verb.name == "challenge" and self.session.attempts.has(lesson, *arguments))

    def change(self, lesson: str, verb: Verb, *arguments: Any) -> Mistake | None:
        """Change something, unless it is locked, and let the challenge in progress count it.

        Returns the mistake in the reader's text, if there is one.
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
        """Return which pictures of the lesson to paint right after that verb."""
        return NONE if verb.shown_by_training and self.session.is_training(lesson) else verb.paint

    def answer(self, lesson: str | None, verb: Verb, *arguments: Any) -> Any:
        """Answer a question with plain data."""
        about = () if verb.of_page else (lesson,)
        return verb.handler(self.who[verb.of], *about, *arguments)
