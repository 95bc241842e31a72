"""The lessons in the order of their numbers: each a file `lesson_NN_name.py`, or a folder with that name.

A lesson is written with `downhill.lesson`, and draws with the `Look` that is handed to it. It may not import
what plays, draws or shows it: `downhill.play`, `downhill.drawing`, `downhill.session`, `downhill.studio`.
"""

from __future__ import annotations

import importlib
import pkgutil

from downhill.lesson import Lesson
from downhill.training.model_lesson import ModelLesson, is_model


def every_lesson() -> tuple[Lesson | ModelLesson, ...]:
    """Every lesson of this folder, in order: the `lesson` of each module `lesson_NN_name`.

    Raises `AttributeError` for a module without a `lesson`, `ValueError` for two lessons with the same id.
    """
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name.startswith("lesson_"))
    lessons = tuple(importlib.import_module(f"{__name__}.{name}").lesson for name in names)
    ids = [lesson.id for lesson in lessons]
    if len(set(ids)) < len(ids):
        raise ValueError(f"two lessons share an id: {ids}")
    return lessons


def all_lessons() -> tuple[Lesson, ...]:
    """The lessons whose sliders are moved one by one."""
    return tuple(lesson for lesson in every_lesson() if not is_model(lesson))


def all_models() -> tuple[ModelLesson, ...]:
    """The lessons in which a whole model is trained."""
    return tuple(lesson for lesson in every_lesson() if is_model(lesson))
