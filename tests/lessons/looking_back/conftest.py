"""The lesson, spoken in a language, and a session with nothing else in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import cast

import pytest

from downhill.lessons.lesson_60_looking_back import lesson
from downhill.lessons.lesson_60_looking_back.trainer import Looking
from downhill.session.session import Session
from tests.lessons.looking_back.worlds import WORLDS

NAME = "attention"


@contextmanager
def spoken(code: str) -> Iterator[None]:
    """The lesson's world in a language."""
    before = dict(lesson.words)
    lesson.words.update(WORLDS[code])
    try:
        yield
    finally:
        lesson.words.clear()
        lesson.words.update(before)


@pytest.fixture
def session() -> Session:
    """A session with the lesson alone."""
    return Session([], [lesson])


Trained = Callable[..., Session]


@pytest.fixture(scope="session")
def trained() -> Trained:
    """Makes a session in which the model has taken `steps` steps: they are taken once, then copied."""
    made: dict[int, Session] = {}

    def make(steps: int = 300) -> Session:
        if steps not in made:
            made[steps] = Session([], [lesson])
            trainer = made[steps].trainer(NAME)
            trainer.choose("eyes", "model")
            for _ in range(steps):
                assert trainer.step()
        session = Session([], [lesson])
        first, trainer = (cast(Looking, each.trainer(NAME)) for each in (made[steps], session))
        for name in ("course", "kept", "pages", "other"):
            setattr(trainer, name, deepcopy(getattr(first, name)))
        trainer.training.back(steps, first.training.weights)
        trainer.looks.eyes, trainer.mover, trainer.landmarks = "model", first.mover, first.landmarks
        return session

    return make
