"""Experiments: what a reader can try by changing a lesson's Python. Data and pure functions.

They are loaded together with a reader's code: a lesson names their module (`Lesson.experiments`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import numpy as np

PARTS = ("title", "question", "task", "hint1", "hint2", "done")
ROOM = "experiments"
"""The group of their sentences in a translation."""


Solution = tuple[tuple[str, str], ...]  # changes of a lesson's text: old lines, new lines


class Walk(NamedTuple):
    """A descent: the values on its way, shape (k + 1, n), and the loss at each, shape (k + 1,).

    It ends early if no step can be taken. A model's has only the first and the last place.
    """

    values: np.ndarray
    losses: np.ndarray


class Trial(Protocol):
    """A copy of a lesson in which to try a reader's functions: nothing changes in the lesson itself."""

    @property
    def functions(self) -> Mapping[str, Callable[..., Any]]:
        """The functions that run, by name. None of them raises; a slope that a reader left out is missing."""

    @property
    def own(self) -> Mapping[str, Callable[..., Any]]:
        """The lesson's own functions, by name."""

    @property
    def data(self) -> Mapping[str, Any]:
        """The variant's data; for a model, the `net` and examples `before` that it begins with."""

    @property
    def start(self) -> np.ndarray:
        """Where a descent begins, shape (n,)."""

    def loss(self, values: Sequence[float] | np.ndarray) -> float:
        """Return the loss at values, shape (n,), by the functions that run; NaN if there is none."""

    def gradient(self, values: Sequence[float] | np.ndarray) -> np.ndarray:
        """Return its gradient there, according to the functions, shape (n,)."""

    def felt(self, values: Sequence[float] | np.ndarray) -> np.ndarray:
        """Return its gradient there, by central differences, shape (n,)."""

    def walk(self, steps: int, rate: float = 0.0, start: Sequence[float] = ()) -> Walk:
        """Take steps of descent, at `rate` or the good one, from `start` or where descents begin."""


@dataclass(frozen=True, kw_only=True)
class Experiment:
    """An experiment of a lesson, as data.

    It begins in the variant `choices` (what isn't named there is as the lesson opens). Before running
    anything, a reader can predict the outcome by choosing one of `answers` many answers; number `holds`,
    counted from 0, is the right one. `check(trial)` tells whether the reader's functions do what the task
    asks, judging by what they do, never by their text. `solution` is a list of changes to the page's own text
    that solve it: old lines, new lines. Its words
    are `<lesson>.<id>.title`, `question`, `answer1`, `answer2`, …, `task`, `hint1`, `hint2` and `done` of
    `WORDS` in the module; the third hint is the new lines of the solution.
    """

    id: str
    answers: int = 2
    holds: int
    check: Callable[[Trial], bool]
    solution: Solution
    choices: Mapping[str, str] = field(default_factory=dict)

    def needed_words(self) -> list[str]:
        """Return the keys that `WORDS` must have for it, without the lesson."""
        parts = [*PARTS, *(f"answer{number + 1}" for number in range(self.answers))]
        return [f"{self.id}.{part}" for part in parts]

    def solved(self, text: str) -> str:
        """Return the page's own text with the solution's changes. Raises `ValueError` if one doesn't fit."""
        for old, new in self.solution:
            if old not in text:
                raise ValueError(f"experiment {self.id}: the text has no {old!r}")
            text = text.replace(old, new)
        return text


def other_step(*lines: str, parameter: str = "") -> Solution:
    """Return a solution that replaces the rule in `step` with other lines, and may add a parameter."""
    head, rule = "def step(values, gradient, rate", "    new_values = values - rate * gradient"
    taken = ((f"{head}):", f"{head}, {parameter}):"),) if parameter else ()
    return (*taken, (rule, "\n".join(f"    {line}" for line in lines)))


def agrees(trial: Trial, values: Sequence[float] | np.ndarray) -> bool:
    """Return whether the functions' gradient matches central differences to a hundredth of its length."""
    said, felt = trial.gradient(values), trial.felt(values)
    return bool(np.linalg.norm(said - felt) <= 0.01 * np.linalg.norm(felt))
