"""A session that is played as the page plays it: every verb is answered by a view."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from downhill.lesson import Lesson
from downhill.session import hand_verbs
from downhill.session.session import Session
from downhill.training.model_lesson import ModelLesson
from downhill.verbs import VERBS, Dispatcher, known


class Player(Session):
    """Has a method for each verb of the session: locks hold, challenges count, questions are answered."""

    def __init__(self, lessons: Iterable[Lesson], models: Iterable[ModelLesson] = ()) -> None:
        super().__init__(lessons, models)
        self.dispatcher = Dispatcher(self)

    def ask(self, name: str, lesson: str, *arguments: Any) -> Any:
        """Let a verb do its work and return the view, or answer a question."""
        verb = known(name)
        if verb.question:
            return self.dispatcher.answer(lesson, verb, *arguments)
        mistake = self.dispatcher.change(lesson, verb, *arguments)
        return self.view(lesson, mistake)

    def point_at(self, lesson: str, values: Mapping[str, float]) -> Any:
        """Point at these values, as a hand does at a place in a picture."""
        hand_verbs.point(self, lesson, values)
        self.attempts.observe(lesson)
        return self.view(lesson)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name not in VERBS:
            raise AttributeError(name)
        return lambda lesson, *arguments: self.ask(name, lesson, *arguments)
