"""Measurements of one model: its training, its losses, and what it has written along the way."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property
from random import Random
from types import MappingProxyType
from typing import Any

from downhill.lesson.looking_on import PLACE, LookOn, unseen
from downhill.play.filmed import Filmed
from downhill.text.mistake import Mistake
from downhill.training.guess import Follows, Written
from downhill.training.landmarks import REPEATS, RIGHT, RISEN, STOP, Landmark, in_writing, is_look
from downhill.training.loss_history import LossHistory
from downhill.training.model_lesson import ModelLesson, ModelScene, Standing, WordsScene
from downhill.training.prompt import numbers
from downhill.training.run_log import Change, Page, Touch
from downhill.training.sgd import Functions, Training
from downhill.training.tokens import written
from downhill.training.word_map import WordMap

LUCK, DRAWN = 3, 10  # the dice's seed for an untrained model's writing, and the most words that it writes


class MeasuredTraining(Filmed):
    """A training that is measured only when needed: it is slow, so results are kept until something moves.

    While `is_training`, the losses are those last noted, and text is written once a turn. `look_on` watches
    while a reader's functions run. Nothing about a model is hidden from the reader (`covers`).
    """

    lesson: ModelLesson
    derived: tuple[str, ...] = (
        "training",
        "course",
        "pages",
        "map",
        "follows",
    )  # what is computed when needed
    seed = 1
    own_prompt: str | None = None
    own_functions: Functions | None = None  # a reader's functions that replace those of the training
    own_since: int | None = None  # how many steps were taken before a reader's functions first ran
    look_on: LookOn = staticmethod(unseen)
    covers = False
    by_chance = False  # whether it draws its words by chance while it is untrained
    trial = ""  # what is tried on this model, if it is a copy
    own_text: Any = None  # the reader's own text (`downhill.training.own_text`), if it learns from one
    brought_text = ""  # a text that a link has brought; it isn't read by itself
    copies: tuple[tuple[int, float], ...] = ()  # of an own text: steps, and what share is copied from it
    stops: tuple[int, ...] = ()  # steps after which a training pauses by itself
    rates_ahead: Mapping[int, float] = MappingProxyType({})  # learning rates of a trial, by steps taken
    chosen = 0
    mover: str
    changes: list[Change]

    def forget(self) -> None:
        """Forget what was computed, as after a change of language; it is computed again when needed."""
        for name in self.derived:
            self.__dict__.pop(name, None)
        self.is_training = self.holding = False
        self.hand_moves = self.turns = 0
        self.moved: set[int] = set()
        self.touch: Touch | None = None
        self.stopped, self.guessed = "", ""
        self.came: Written | None = None
        self.landmarks: tuple[Landmark, ...] = ()
        self.ground = math.inf  # the lowest loss since a hand last moved a weight
        self._limit: float | None = None
        self._measured: tuple[float, float] | None = None
        self._written: tuple[object, int, Written] = (None, 0, Written((), ()))

    @cached_property
    def training(self) -> Training:
        """The training, created when first needed."""
        text = self.own_text.text if self.own_text else self.lesson.text()
        return Training(text, self.seed, self.own_functions or {})

    @cached_property
    def course(self) -> LossHistory:
        """The losses so far."""
        return LossHistory()

    @cached_property
    def pages(self) -> list[Page]:
        """What was written at the milestones, in order."""
        return []

    @cached_property
    def map(self) -> WordMap:
        """The map of words by similarity."""
        return WordMap(self.training.text.tokens)

    @cached_property
    def follows(self) -> Follows:
        """Which words follow which in the text."""
        return Follows(self.training.text)

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return self.training.steps

    machine_steps = steps

    @property
    def prompt(self) -> str:
        """What the model continues: the reader's own prompt, or the language's."""
        return self.lesson.words["prompt"] if self.own_prompt is None else self.own_prompt

    @property
    def losses(self) -> tuple[float, float]:
        """The current losses, on training text and on held-out text."""
        if self._measured is None:
            loss = self.look_on(PLACE, self.training.loss)
            self._measured = loss, self.training.loss_held_out()
            self.course.note(self.steps, *self._measured)
            self.ground = min(self.ground, self._measured[0])
        return self._measured

    def latest_losses(self) -> tuple[float, float]:
        """The current losses; while the machine is training, those noted last, a moment ago."""
        if self.is_training and self.course.count:
            _, loss, held = self.course.seen[-1].tolist()
            return loss, held
        return self.losses

    @property
    def latest_loss(self) -> float:
        """The loss on training text; NaN if a training has stopped because numbers became infinite."""
        return self.latest_losses()[0] if not self.stopped else math.nan

    def note_losses(self) -> None:
        """Measure the current losses, to show between two turns of a training."""
        self._measured = self.losses

    @property
    def landmark(self) -> Landmark | None:
        """The landmark that was found after exactly this many steps, the last one of several."""
        found = self.landmarks[-1:]
        return found[0] if found and found[0].steps == self.steps else None

    @property
    def pauses_at(self) -> str:
        """Why the training pauses now: the name of the landmark, `stop`, or '' if it goes on."""
        if self.steps and self.steps in self.stops:
            return STOP
        name = self.landmark.name if self.landmark else ""
        return "" if name in self.lesson.passes else name

    def look_for_landmarks(self) -> None:
        """Note the landmarks that are found now; each once in a training, none in a trial."""
        if self.trial:
            return
        steps = self.training.steps
        written, measured = is_look(steps), self.course.is_due(steps)
        if not (written or measured):
            return
        known = {landmark.name for landmark in self.landmarks}
        if written and not {REPEATS, RIGHT} <= known:
            for name, word in in_writing(self.training, self.begun(), known):
                self.landmarks += (Landmark(name, steps, steps, self.losses[0], word),)
        if measured and RISEN not in known and self.lesson.overfits(self.standing()):
            best, least, _ = self.course.best()
            self.landmarks += (Landmark(RISEN, steps, best, least),)

    @property
    def change(self) -> float:
        """What the hand's last move did to the loss; 0 once the machine has taken a step."""
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

    def spell(self, prompt: str, writing: bool = False) -> None:
        """Raise `Mistake` for a prompt that the model can't continue, or that can't become one."""
        numbers(self.training.text, prompt, writing)

    def writes(self) -> str:
        """The prompt and what the model writes after it; while the machine is training, once a turn."""
        return self.in_words(self.last_written()[1])

    def last_written(self) -> tuple[int, Written]:
        """The same as tokens, and the step after which it was written."""
        drawn = self.by_chance and not self.steps
        key = (self.turns if self.is_training else (self.steps, self.changes[-1:]), self.prompt, drawn)
        if self._written[0] != key:
            self._written = (key, self.steps, self.drawn() if drawn else self.write())
        return self._written[1:]

    def drawn(self, training: Training | None = None) -> Written:
        """Return the prompt and words that this training, or another, draws after it, with the same dice."""
        begun = self.begun()
        new = (training or self.training).draw(begun, Random(LUCK), DRAWN)[len(begun) :]
        return Written(tuple(begun), tuple(new))

    def at_first(self) -> str:
        """Return the prompt and words that the seed's initial weights draw after it."""
        return self.in_words(self.drawn(Training(self.training.text, self.seed)))

    def write(self) -> Written:
        """Return the prompt and what the model now writes after it."""
        begun = self.begun()
        return Written(tuple(begun), tuple(self.training.write(begun)[len(begun) :]))

    def in_words(self, tokens: Written) -> str:
        """Return what was written, as a reader sees it."""
        known = self.training.text.tokens
        return written([known[i] for i in (*tokens.prompt, *tokens.new)])

    def begun(self) -> list[int]:
        """The prompt's tokens; none if the current language doesn't know them."""
        try:
            return numbers(self.training.text, self.prompt)
        except Mistake:
            return []

    def note_page(self) -> None:
        """Keep what is written now."""
        if self.pages and self.pages[-1].steps == self.steps:
            self.pages.pop()
        self.pages.append(Page(self.steps, *self.losses, self.in_words(self.write())))

    def scene(self) -> ModelScene:
        """Return everything that the pictures can show."""
        self.latest_losses()
        weights, size = self.training.weights, self.training.size
        course, marks = self.course.seen, self.landmarks
        return ModelScene(
            weights, self.chosen, size, course, self.mover, self.words_scene, marks, trainer=self
        )

    def words_scene(self) -> WordsScene:
        """Return the words on their map; those of the prompt, and those last written, are marked."""
        tokens, words = self.training.text.tokens, self.map.words.tolist()
        (asked, new), place = self.last_written()[1], {word: i for i, word in enumerate(words)}
        marked = [tuple(place[i] for i in dict.fromkeys(part) if i in place) for part in (asked, new)]
        names = tuple(tokens[i] for i in words)
        return WordsScene(names, self.map.places(self.training.net.outer), marked[0], marked[1])
