"""The experiment that a reader has begun in a lesson, and how it turns out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from downhill.lesson.experiment import Experiment
from downhill.play.lesson_state import LessonState
from downhill.session.experiments.known import experiment_of, words_of
from downhill.session.experiments.trial import trial_of, with_sliders
from downhill.training.trainer import LessonAtWork


@dataclass(frozen=True)
class Ongoing:
    """An experiment in progress. `answer` is the reader's prediction, counted from 0, or None."""

    experiment: Experiment
    answer: int | None = None


def begin(state: LessonAtWork, id_: str) -> Ongoing:
    """Set a lesson up for an experiment: its variant, the lesson's own functions, the start.

    Raises `KeyError`, listing the experiments, for an unknown id.
    """
    experiment = experiment_of(state.plain, id_)
    if sliders := with_sliders(state):
        choices = {choice.name for choice in sliders.plain.choices}
        for name, option in _variant(sliders, experiment).items():
            if option != sliders.choices[name]:
                (sliders.choose if name in choices else sliders.enter)(name, option)
    state.put_functions(None)
    state.restart()
    return Ongoing(experiment)


def _variant(state: LessonState, experiment: Experiment) -> dict[str, str]:
    """Return the choices and entries with which an experiment begins."""
    chosen = state.plain.first_choices() | dict(experiment.choices)
    return {name: option for name, option in chosen.items() if not state.plain.only_shows([name])}


def observe(state: LessonAtWork, ongoing: Ongoing) -> dict[str, Any]:
    """Return whether the running functions complete an experiment, and the sentence about that.

    `foretold` tells whether the answer was right; None without an answer, or before the experiment is done.
    """
    experiment, words = ongoing.experiment, words_of(state.plain)
    done = is_done(state, experiment)
    if not done:
        return {"id": experiment.id, "done": False, "foretold": None, "said": words["open"]}
    key = f"{state.plain.id}.{experiment.id}"
    right = None if ongoing.answer is None else ongoing.answer == experiment.holds
    said = [] if right is None else [words["right" if right else "wrong"]]
    if right is False:
        said.append(words[f"{key}.answer{experiment.holds + 1}"])
    return {
        "id": experiment.id,
        "done": True,
        "foretold": right,
        "said": " ".join([*said, words[f"{key}.done"]]),
    }


def is_done(state: LessonAtWork, experiment: Experiment) -> bool:
    """Return whether a reader's functions are running in the experiment's variant and do what it asks for."""
    if state.own_functions is None:
        return False
    sliders = with_sliders(state)
    if sliders and not _variant(sliders, experiment).items() <= sliders.choices.items():
        return False
    with np.errstate(all="ignore"):
        return bool(experiment.check(trial_of(state)))
