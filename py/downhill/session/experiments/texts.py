"""The experiments of a lesson as plain texts, in the language that is spoken."""

from __future__ import annotations

from typing import Any

from downhill.lesson.experiment import Experiment
from downhill.play.lesson_at_work import AnyLesson
from downhill.session.experiments.known import experiments_of, words_of


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
