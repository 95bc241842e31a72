"""The state of one model: what the hand and the machine change, and what a link has yet to change."""

from __future__ import annotations

import math
from collections.abc import Mapping
from copy import copy, deepcopy
from typing import Any, Self

import numpy as np

from downhill.lesson import HAND, MACHINE
from downhill.lesson.looking_on import TRAINING
from downhill.lesson.way import WAYS
from downhill.play.lesson_state import LessonState
from downhill.play.ways import Ways
from downhill.training.guess import AFTER, KINDS
from downhill.training.model_lesson import ModelLesson
from downhill.training.run_log import WAY, Change, Touch, is_milestone, remember
from downhill.training.training_settings import TrainingSettings
from downhill.training.word_map import is_followed

WORSE = 0.3  # nats above any loss before training: then the rate is too high
REACH = 1e4  # the hand can't set a weight farther from 0
SHARED = frozenset(
    ("lesson", "own_functions", "look_on", "follows", "own_text", "weights_then")
)  # a copy shares these constants
OWN = "own"  # the trial in which a copy learns a text of the reader's own
CHANCE, LIKELIEST = WRITING = ("chance", "likeliest")  # how an untrained model writes


class Trainer(TrainingSettings):
    """The state of one model; mutable, like a `LessonState`. `seed` and `changes` determine all of it."""

    SEEDS = 9999  # how many there are to choose from
    weights_then: tuple[Any, int, np.ndarray] | None = None
    """The training that was asked last, its step then, and a copy of its weights from before."""

    def __init__(self, lesson: ModelLesson) -> None:
        self.lesson, self.ways = lesson, Ways()
        self.restart()

    def restart(self) -> None:
        """Go back to the seed's initial weights, and to the good learning rate of the chosen way."""
        self.rate = self.rates.good
        self.begin()

    def copied(self) -> Self:
        """Return an independent copy of this trainer in its current state."""
        new = copy(self)
        for name, value in vars(self).items():
            if name not in SHARED:
                vars(new)[name] = value.copied() if hasattr(value, "copied") else deepcopy(value)
        return new

    def begin(self) -> None:
        """Go back to the seed's initial weights, with the current rate."""
        self.trial = OWN if self.own_text else ""
        self.stops, self.rates_ahead, self.copies = self.lesson.stops, {}, ()
        self.changes: list[Change] = []
        self.ahead: list[Change] = []
        self._note_settings(0)
        self.target, self.mover, self.picked = 0, HAND, False
        self.forget()
        self.own_since = None
        self._note_own()

    @property
    def plain(self) -> ModelLesson:
        """The lesson; a model has no variants."""
        return self.lesson

    @property
    def finished(self) -> bool:
        """Whether the training has stopped; `stopped` says why."""
        return bool(self.stopped)

    @property
    def behind(self) -> bool:
        """Whether a link has more steps that must be taken again."""
        return self.steps < self.target or bool(self.ahead)

    def step(self) -> bool:
        """Take one step of descent; return False if the training has stopped, and `stopped` says why."""
        if self.ahead:
            self.apply_changes()
        training = self.training
        if not training.steps:
            self.note_page()
        if not self.look_on(TRAINING, lambda: training.step(self.rate, self.ways.way())):
            self.stopped = "broken"
            return False
        self.mover, self._measured, self.stopped, self.holding = MACHINE, None, "", False
        self.moved, self.touch = set(), None
        if training.steps in self.rates_ahead:
            self.set_rate(self.rates_ahead[training.steps])
        if self.course.is_due(training.steps):
            self._look_out()
            if self.own_text:
                self.copies += ((training.steps, self.own_text.copied(training)),)
        self.look_for_landmarks()
        self._note(training.steps)
        if self.ahead and training.steps >= self.target:
            self.apply_changes()
        return not self.stopped

    def _note(self, steps: int) -> None:
        """Store what is written at milestones, and update the map of words."""
        if is_milestone(steps):
            self.note_page()
        if steps == AFTER:
            self.came = self.write()
        if is_followed(steps):
            self.map.follow(self.training.net.outer)

    def guess(self, kind: str) -> None:
        """Choose a card by its kind: what the model will write after twenty steps; ignored after them.

        Raises `KeyError` for an unknown kind.
        """
        if kind not in KINDS:
            raise KeyError(f"no card {kind!r}, only {[*KINDS]}")
        if self.steps < AFTER:
            self.guessed = kind

    def _look_out(self) -> None:
        """Stop if the loss has climbed far above any loss before training, except in a trial."""
        if self._limit is None:
            self._limit = max(float(self.course.points[0, 1]), self.losses[0]) + WORSE
        if self.losses[0] > self._limit and not self.trial:
            self.stopped, self._limit = "wild", None

    def apply_changes(self) -> None:
        """Make the changes that a link has for this step."""
        while self.ahead and self.ahead[0].steps <= self.steps:
            change = self.ahead.pop(0)
            if change.weight is not None:
                self.put(change.weight, change.value)
            elif change.setting == WAY:
                self.set_way(WAYS[int(change.value)])
            elif change.setting:
                self.set_beta(change.setting, change.value)
            else:
                self.set_rate(change.value)

    def choose(self, name: str, option: str) -> None:
        """Choose how an untrained model writes (`writing`). Raises `KeyError` for an unknown one."""
        if name != "writing" or option not in WRITING:
            raise KeyError(f"lesson {self.lesson.id} has no choice {name}={option!r}")
        self.by_chance = option == CHANCE

    def rewind(self, place: int) -> None:
        """Raise `KeyError`: this model can't be rewound, because its earlier weights aren't kept."""
        raise KeyError(f"lesson {self.lesson.id} can't be rewound to place {place}")

    def shown_settings(self) -> Mapping[str, str | float]:
        """Return what a link stores besides seed, prompt, guess, changes and steps, by name."""
        return {"writing": CHANCE} if self.by_chance else {}

    def restore_shown(self, said: Mapping[str, str]) -> list[str]:
        """Restore that from a link, before anything else; return the names of settings that can't be used."""
        self.by_chance = said.get("writing") == CHANCE
        return ["writing"] if said.get("writing", CHANCE) not in WRITING else []

    def select_weight(self, index: int) -> None:
        """Select the weight with that index, or else the nearest one."""
        self.chosen = min(max(index, 0), len(self.training.weights) - 1)
        self.holding, self.picked = False, True

    def move(self, name: str, value: float) -> None:
        """Move the selected weight, as the hand does; `name` is its slider's. A whole drag is one move."""
        if not math.isfinite(value) or value == self.training.weights[self.chosen]:
            return
        begins = not self.holding
        self.hand_moves += begins
        self.holding = self.picked = True
        self.put(self.chosen, value, not self.is_training, begins)

    def settle(self) -> None:
        """Let go of the slider: whatever the hand does next is a new move."""
        self.holding = False

    def pause(self) -> None:
        """Stop training: everything is measured again when needed."""
        self.is_training = False

    def put(self, index: int, value: float, told: bool = True, begins: bool = True) -> None:
        """Set the weight with that index, as the hand does: a move `begins`, or continues.

        Measuring what this does to the loss is slow, so that is done only if it is to be `told`.
        Raises `IndexError` if there is no such weight.
        """
        if not 0 <= index < len(self.training.weights):
            raise IndexError(f"no weight {index}, only {len(self.training.weights)}")
        if not math.isfinite(value):
            return
        if begins or self.touch is None:
            value_now = float(self.training.weights[index])
            self.touch = Touch(index, value_now, self.losses[0] if told else None)
        if not self.steps:
            self.note_page()
        self.training.weights[index] = min(max(value, -REACH), REACH)
        self.weights_then = None
        self._measured, self.mover, self.ground = None, HAND, math.inf
        self.training.memory = None
        self.moved.add(index)
        remember(self.changes, Change(self.steps, value, index), begins)

    def reseed(self) -> None:
        """Go to the next seed, which has other initial weights."""
        self.seed = self.seed % self.SEEDS + 1
        self.begin()

    def enter(self, name: str, text: str) -> None:
        """Set the prompt; `name` is its entry's.

        Raises `Mistake` for one that the model can't continue; then nothing changes.
        """
        self.spell(text)
        self.before_asking()
        self.own_prompt = None if text == self.lesson.words["prompt"] else text

    def changed(self) -> int:
        """Return how many weights asking has changed since the last step, or since a hand set one."""
        return int((self.training.weights != self.before_asking()).sum())

    def before_asking(self) -> np.ndarray:
        """Return the weights from before the first prompt at this step, shape (n,), as a copy."""
        then = self.weights_then
        if then is None or then[0] is not self.training or then[1] != self.steps:
            then = self.weights_then = self.training, self.steps, self.training.weights.copy()
        return then[2]

    def take_text(self, text: Any) -> None:
        """Start over with a text of the reader's own, an `OwnText`, and a prompt from it."""
        self.own_text, self.own_prompt, self.chosen = text, text.begin, 0
        self.restart()

    def set_language(self) -> None:
        """Start over with the text to learn from in another language."""
        self.chosen = 0
        self.restart()


LessonAtWork = LessonState | Trainer
"""The state of one lesson, with sliders or with a model. The hand and the machine change it."""


def trainer_of(lesson: ModelLesson) -> Trainer:
    """Return the state of a lesson with a model: of the class that it names, or a `Trainer`."""
    made: Trainer = (lesson.at_work or Trainer)(lesson)
    return made
