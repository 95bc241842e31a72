"""The experiments of a lesson, from the module that it names, and their words."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from downhill.lesson.experiment import ROOM, Experiment
from downhill.text.english.experiments import EXPERIMENTS
from downhill.text.language import spoken
from downhill.training.model_lesson import AnyLesson


def experiments_of(lesson: AnyLesson) -> tuple[Experiment, ...]:
    """Return the experiments of a lesson, in order; none if it names no module for them."""
    found: tuple[Experiment, ...] = (
        import_module(lesson.experiments).EXPERIMENTS if lesson.experiments else ()
    )
    return found


def experiment_of(lesson: AnyLesson, id_: str) -> Experiment:
    """Return the experiment with that id. Raises `KeyError`, listing the experiments, if there is none."""
    known = {experiment.id: experiment for experiment in experiments_of(lesson)}
    if id_ not in known:
        raise KeyError(f"lesson {lesson.id} has no experiment {id_!r}, only {[*known]}")
    return known[id_]


def words_of(lesson: AnyLesson) -> dict[str, str]:
    """Return the words of a lesson's experiments, and those they all share, in the current language."""
    own = import_module(lesson.experiments).WORDS if lesson.experiments else {}
    return spoken(ROOM, {**EXPERIMENTS, **own})


def listed(lesson: AnyLesson) -> list[dict[str, Any]]:
    """Return the texts of each experiment of a lesson, in order."""
    words = words_of(lesson)
    return [_texts(lesson.id, each, words) for each in experiments_of(lesson)]


def _texts(lesson: str, experiment: Experiment, words: dict[str, str]) -> dict[str, Any]:
    said = {key: words[f"{lesson}.{key}"] for key in experiment.needed_words()}
    own = {key.removeprefix(f"{experiment.id}."): text for key, text in said.items()}
    answers = [own[f"answer{number + 1}"] for number in range(experiment.answers)]
    return {
        "id": experiment.id,
        **{part: own[part] for part in ("title", "question", "task", "done")},
        "answers": answers,
        "hints": [own["hint1"], own["hint2"], f"{words['lines']}\n{lines(experiment)}"],
    }


def lines(experiment: Experiment) -> str:
    """Return the new lines of a solution, one change below the other."""
    return "\n\n".join(new.strip("\n") for _, new in experiment.solution if new.strip())
