"""Where one model stands: its training, who changed what, and what it has written on the way."""

from __future__ import annotations

import math
from functools import cached_property

from downhill.lesson import HAND, MACHINE
from downhill.play.rates import Presets
from downhill.text.mistake import Mistake
from downhill.training.loss_history import LossHistory
from downhill.training.model_lesson import ModelLesson, ModelScene, Standing
from downhill.training.prompt import numbers
from downhill.training.run_log import Change, Page, Touch, is_milestone, remember
from downhill.training.sgd import Training
from downhill.training.tokens import written

SEEDS = 9999
WORSE = 0.3  # nats above all that was seen before training: then the rate is too high
REACH = 1e4  # no hand sets a weight further from 0


class Trainer:
    """One model at work; mutable, as a `LessonState` is. All of it follows from `seed` and `changes`."""

    def __init__(self, lesson: ModelLesson) -> None:
        self.lesson = lesson
        self.seed = 1
        self.own_prompt: str | None = None
        self.chosen = 0
        self.restart()

    def restart(self) -> None:
        """Back to the weights that the seed draws, and to the good learning rate."""
        self.rate = self.lesson.rates.good
        self.begin()

    def begin(self) -> None:
        """Back to the weights that the seed draws, with the rate of now."""
        self.changes: list[Change] = []
        self.ahead: list[Change] = []
        if self.rate != self.lesson.rates.good:
            self.changes.append(Change(0, self.rate))
        self.target, self.mover = 0, HAND
        self.forget()

    def forget(self) -> None:
        """What was computed is computed anew when it is next asked for, as in another language."""
        for name in ("training", "course", "pages"):
            self.__dict__.pop(name, None)
        self.is_training = self.holding = False
        self.hand_moves = self.turns = 0
        self.moved: set[int] = set()
        self.touch: Touch | None = None
        self.stopped = ""
        self.ground = math.inf  # the lowest loss since a hand last moved a weight
        self._limit: float | None = None
        self._measured: tuple[float, float] | None = None
        self._written: tuple[object, str] = (None, "")

    @cached_property
    def training(self) -> Training:
        """The training, at its beginning when it is first asked for."""
        return Training(self.lesson.text(), self.seed)

    @cached_property
    def course(self) -> LossHistory:
        """The losses so far."""
        return LossHistory()

    @cached_property
    def pages(self) -> list[Page]:
        """What was written at the milestones, in order."""
        return []

    @property
    def plain(self) -> ModelLesson:
        """The lesson; a model has no variants."""
        return self.lesson

    @property
    def presets(self) -> Presets:
        """The three learning rates to try."""
        rates = self.lesson.rates
        return Presets(rates.low, rates.good, rates.big)

    @property
    def finished(self) -> bool:
        """Whether the training has stopped; `stopped` says why."""
        return bool(self.stopped)

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return self.training.steps

    machine_steps = steps

    @property
    def prompt(self) -> str:
        """What the model goes on from: the reader's own, or that of the language."""
        return self.lesson.words["prompt"] if self.own_prompt is None else self.own_prompt

    @property
    def losses(self) -> tuple[float, float]:
        """The losses of now, on training text and on held-out text."""
        if self._measured is None:
            self._measured = self.training.losses()
            self.course.note(self.steps, *self._measured)
            self.ground = min(self.ground, self._measured[0])
        return self._measured

    def latest_losses(self) -> tuple[float, float]:
        """The losses of now; while the machine is at work those that were noted last, a moment ago."""
        if self.is_training and self.course.count:
            _, loss, held = self.course.seen[-1].tolist()
            return loss, held
        return self.losses

    @property
    def behind(self) -> bool:
        """Whether a link has more steps to be taken again."""
        return self.steps < self.target or bool(self.ahead)

    @property
    def change(self) -> float:
        """What the hand's last move did to the loss; 0 while the machine is at work, or has been since."""
        if self.touch is None or self.is_training:
            return 0.0
        self.touch = self.touch._replace(loss=self.touch.loss_before(self.training))
        return self.losses[0] - (self.touch.loss or 0.0)

    def standing(self) -> Standing:
        """What is true now, in numbers."""
        (loss, held), first = self.latest_losses(), float(self.course.points[0, 1])
        best, least, then = self.course.best()
        count, tokens = len(self.training.weights), self.training.size
        known = self.steps, first, max(first, self.ground), loss, held, self.course.recent()
        by_hand = len(self.moved), self.change, count / 3600
        return Standing(*known, best, least, then, *by_hand, count, tokens, math.log(tokens))

    def step(self) -> bool:
        """One step of descent; False where the training has stopped, and `stopped` says why."""
        if self.ahead:
            self.apply_changes()
        training = self.training
        if not training.steps:
            self.note_page()
        if not training.step(self.rate):
            self.stopped = "broken"
            return False
        self.mover, self._measured, self.stopped, self.holding = MACHINE, None, "", False
        self.moved, self.touch = set(), None
        if self.course.is_due(training.steps):
            self._look_out()
        if is_milestone(training.steps):
            self.note_page()
        if self.ahead and training.steps >= self.target:
            self.apply_changes()
        return not self.stopped

    def _look_out(self) -> None:
        """Stop where the loss has climbed far above all that it was before training."""
        if self._limit is None:
            self._limit = max(float(self.course.points[0, 1]), self.losses[0]) + WORSE
        if self.losses[0] > self._limit:
            self.stopped, self._limit = "wild", None

    def apply_changes(self) -> None:
        """Make the changes that a link tells of this step."""
        while self.ahead and self.ahead[0].steps <= self.steps:
            change = self.ahead.pop(0)
            if change.weight is None:
                self.set_rate(change.value)
            else:
                self.put(change.weight, change.value)

    def set_rate(self, rate: float) -> None:
        """Another learning rate, between the ends of its slider."""
        ends = self.lesson.rates
        self.rate = min(max(ends.low, rate), ends.high)
        self.stopped, self._limit = "", None
        remember(self.changes, Change(self.steps, self.rate))

    def select_weight(self, index: int) -> None:
        """A hand takes the weight of that number, or else the nearest one."""
        self.chosen = min(max(index, 0), len(self.training.weights) - 1)
        self.holding = False

    def move(self, name: str, value: float) -> None:
        """A hand moves the selected weight; `name` is its slider's. Until it lets go, that is one move."""
        if not math.isfinite(value) or value == self.training.weights[self.chosen]:
            return
        begins = not self.holding
        self.hand_moves += begins
        self.holding = True
        self.put(self.chosen, value, not self.is_training, begins)

    def settle(self) -> None:
        """The hand lets go: what it does next is another move."""
        self.holding = False

    def pause(self) -> None:
        """The machine trains no more: everything is measured again when it is asked for."""
        self.is_training = False

    def put(self, index: int, value: float, told: bool = True, begins: bool = True) -> None:
        """A hand sets the weight of that number: a move `begins`, or goes on.

        What that does to the loss takes long to find out: it is measured where it is to be `told`.
        Raises `IndexError` where there is no such weight.
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
        self._measured, self.mover, self.ground = None, HAND, math.inf
        self.moved.add(index)
        remember(self.changes, Change(self.steps, value, index), begins)

    def reseed(self) -> None:
        """The next seed: other weights to begin with."""
        self.seed = self.seed % SEEDS + 1
        self.begin()

    def enter(self, name: str, text: str) -> None:
        """Another prompt; `name` is its entry's.

        Raises `Mistake` for one that the model can't go on from; then nothing changes.
        """
        self.spell(text)
        self.own_prompt = None if text == self.lesson.words["prompt"] else text

    def spell(self, prompt: str, writing: bool = False) -> None:
        """Raises `Mistake` for a prompt that the model can't go on from, or can't once it is written."""
        numbers(self.training.text, prompt, writing)

    def set_language(self) -> None:
        """Another language has another text to learn from: all begins anew with it."""
        self.chosen = 0
        self.restart()

    def writes(self) -> str:
        """The prompt and what the model writes after it; while the machine is at work, once a turn."""
        key = (self.turns if self.is_training else (self.steps, self.changes[-1:]), self.prompt)
        if self._written[0] != key:
            tokens, known = self.training.write(self._begun()), self.training.text.tokens
            self._written = (key, written([known[i] for i in tokens]))
        return self._written[1]

    def _begun(self) -> list[int]:
        """The prompt's tokens; none where another language does not know them."""
        try:
            return numbers(self.training.text, self.prompt)
        except Mistake:
            return []

    def note_page(self) -> None:
        """Keep what is written now."""
        if self.pages and self.pages[-1].steps == self.steps:
            self.pages.pop()
        self.pages.append(Page(self.steps, *self.losses, self.writes()))

    def scene(self) -> ModelScene:
        """All that the pictures may show."""
        self.latest_losses()
        weights, size = self.training.weights, self.training.size
        return ModelScene(weights, self.chosen, size, self.course.seen, self.mover)
