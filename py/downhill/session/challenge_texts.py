"""The words of a challenge for those who don't play it: lists, and sheets with answers."""

from __future__ import annotations

from downhill.lesson import Lesson
from downhill.lesson.challenge import Challenge
from downhill.play.attempt import begin, numbers
from downhill.play.attempt_base import texts
from downhill.play.lesson_state import Desk
from downhill.training.model_lesson import ModelLesson
from downhill.training.trainer import Lab
from downhill.training.trainer_attempt import LabAttempt


def texts_of(lesson: Lesson | ModelLesson, challenge: Challenge) -> dict[str, str]:
    """The words of a challenge as a fresh desk or lab fills them in: for a list, or a sheet with answers."""
    if isinstance(lesson, ModelLesson):
        return LabAttempt(Lab(lesson), challenge).texts
    desk = Desk(lesson)
    begin(desk, challenge)
    return texts(desk.lesson.words, challenge, numbers(desk, challenge))
