"""The words of a challenge outside of play: for lists, and for sheets with answers."""

from __future__ import annotations

from downhill.lesson import Lesson
from downhill.lesson.challenge import Challenge
from downhill.play.attempt import Attempt
from downhill.play.lesson_state import LessonState
from downhill.session.kinds import MODEL
from downhill.training.model_lesson import ModelLesson, is_model
from downhill.training.trainer import trainer_of


def texts_of(lesson: Lesson | ModelLesson, challenge: Challenge) -> dict[str, str]:
    """Return the words of a challenge, filled in for a fresh lesson: for a list, or a sheet with answers."""
    if is_model(lesson):
        return MODEL.attempt(trainer_of(lesson), challenge).texts
    return Attempt(LessonState(lesson), challenge).texts
