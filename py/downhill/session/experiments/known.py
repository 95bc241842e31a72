"""The experiments of a lesson, from the module that it names, and their words."""

from __future__ import annotations

from importlib import import_module

from downhill.lesson.experiment import ROOM, Experiment
from downhill.play.lesson_at_work import AnyLesson
from downhill.text.english.experiments import EXPERIMENTS
from downhill.text.language import spoken


def experiments_of(lesson: AnyLesson) -> tuple[Experiment, ...]:
    """The experiments of a lesson, in their order; none where it names no module for them."""
    found: tuple[Experiment, ...] = (
        import_module(lesson.experiments).EXPERIMENTS if lesson.experiments else ()
    )
    return found


def experiment_of(lesson: AnyLesson, id_: str) -> Experiment:
    """The experiment of that id. Raises `KeyError` with the experiments there are."""
    known = {experiment.id: experiment for experiment in experiments_of(lesson)}
    if id_ not in known:
        raise KeyError(f"lesson {lesson.id} has no experiment {id_!r}, only {[*known]}")
    return known[id_]


def words_of(lesson: AnyLesson) -> dict[str, str]:
    """The words of a lesson's experiments, and those of all, in the language that is spoken."""
    own = import_module(lesson.experiments).WORDS if lesson.experiments else {}
    return spoken(ROOM, {**EXPERIMENTS, **own})
