"""Stills of a lesson's story, for paper and for pages without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from downhill.lesson import Lesson
from downhill.session import machine_verbs
from downhill.session.session import Session
from downhill.studio.picture import OWN, WORDS, Picture, pictures
from downhill.training.model_lesson import ModelLesson, is_model

STEPS = {"try": 0, "machine": 12, "what-if": 5}  # steps of the machine before the still of a beat
TRAINING = {"try": 0, "machine": 200, "what-if": 60}  # the same, for a model
SIZE = (352.0, 220.0)  # CSS pixels
THEME = "light"  # that of paper


class Still(NamedTuple):
    """A lesson's state to show with a beat: a session in that state, the picture of it, its file."""

    beat: str
    session: Session
    picture: Picture
    file: str

    @property
    def told(self) -> str:
        """The sentences that are true in it, including how the machine's run ended."""
        view = self.session.view(self.session.lessons[0].id)
        return " ".join(filter(None, [view.sentence, view.said]))


def stills(lesson: Lesson | ModelLesson) -> Iterator[Still]:
    """Yield the stills of a lesson, in the order of its story."""
    for beat, steps in (TRAINING if is_model(lesson) else STEPS).items():
        session = Session(() if is_model(lesson) else [lesson], [lesson] if is_model(lesson) else ())
        _begin(session, lesson, beat)
        if beat == "what-if":
            machine_verbs.preset(session, lesson.id, "big")
        for _ in range(steps):
            session.at_work(lesson.id).step()
        name = OWN if not is_model(lesson) or lesson.beat_choices else WORDS
        (picture,) = (each for each in pictures(lesson) if each.name == name)
        width, height = SIZE
        file = f"{lesson.id}-still-{beat}.svg"
        yield Still(beat, session, picture._replace(width=width, height=height), file)


def _begin(session: Session, lesson: Lesson | ModelLesson, beat: str) -> None:
    """Make the choices that the story has made when it reaches that beat."""
    for name, choices in lesson.beat_choices.items():
        for choice, option in choices.items():
            session.at_work(lesson.id).choose(choice, option)
        if name == beat:
            return
