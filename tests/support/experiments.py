"""Experiments as tests play them: begun in a session of one lesson, and solved by their scripts."""

from typing import Any

import pytest

from downhill.lesson.experiment import Experiment
from downhill.lessons import every_lesson
from downhill.play.lesson_state import LessonState
from downhill.session import code_verbs, experiment_verbs
from downhill.session.experiments import experiments_of
from downhill.session.session import Session
from downhill.training.model_lesson import is_model
from downhill.training.trainer import Trainer
from tests.support.take_home import changed, text_of

LESSONS = {lesson.id: lesson for lesson in every_lesson()}
ALL = [(lesson.id, each) for lesson in LESSONS.values() for each in experiments_of(lesson)]
EVERY = pytest.mark.parametrize(("lesson", "experiment"), ALL, ids=[f"{a}-{b.id}" for a, b in ALL])


def alone(lesson: str) -> Session:
    """A session of that lesson alone."""
    chosen = LESSONS[lesson]
    return Session((), [chosen]) if is_model(chosen) else Session([chosen])


def session_in(lesson: str, experiment: Experiment, answer: int = -1) -> tuple[Session, str]:
    """A session in which an experiment has begun, and the text that the page shows there."""
    session = alone(lesson)
    experiment_verbs.begin_experiment(session, lesson, experiment.id)
    experiment_verbs.foretell_experiment(session, lesson, answer)
    return session, text_of(at_work(session, lesson))


def at_work(session: Session, lesson: str) -> LessonState | Trainer:
    """The state of the lesson."""
    state = session.at_work(lesson)
    assert isinstance(state, LessonState | Trainer)
    return state


def ran(session: Session, lesson: str, *changes: tuple[str, str], more: str = "") -> Any:
    """Run what the page shows of a lesson, with something in the place of something else; the view then."""
    text = written = text_of(at_work(session, lesson))
    for old, new in changes:
        written = changed(written, old, new)
    code_verbs.run_code(session, lesson, written + more, text)
    return session.view(lesson)


def observed(session: Session, lesson: str) -> dict[str, Any]:
    """What is told of the experiment that is on."""
    told = experiment_verbs.observe_experiment(session, lesson)
    assert told is not None
    return told


def solved(lesson: str, experiment: Experiment, answer: int = -1) -> Session:
    """A session in which the scripted solution runs."""
    session, text = session_in(lesson, experiment, answer)
    code_verbs.run_code(session, lesson, experiment.solved(text), text)
    assert session.codes[lesson].slip is None
    return session
