"""The experiments of a lesson, from the module that it names, and their words."""

from __future__ import annotations

from importlib import import_module
from typing import Any

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


def listed(lesson: AnyLesson) -> list[dict[str, Any]]:
    """What there is to read of each experiment of a lesson, in their order."""
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
    """The new lines of a solution, one change under the other."""
    return "\n\n".join(new.strip("\n") for _, new in experiment.solution if new.strip())
