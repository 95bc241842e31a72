"""The model that looks back at work: what a hand and the machine change in it, and in how it looks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

import numpy as np

from downhill.lesson import HAND, MACHINE
from downhill.lessons.lesson_60_looking_back.at_text import AtText
from downhill.lessons.lesson_60_looking_back.attention import Seen
from downhill.lessons.lesson_60_looking_back.kept import Kept
from downhill.lessons.lesson_60_looking_back.looks import OFF, ON, Looks
from downhill.lessons.lesson_60_looking_back.prompts import numbers
from downhill.lessons.lesson_60_looking_back.scene import COVER, EYES, WINDOW, LookScene, pieces
from downhill.lessons.lesson_60_looking_back.standing import RIGHT, SHARP, LookStanding
from downhill.lessons.lesson_60_looking_back.texts import WINDOW as LEAST
from downhill.lessons.lesson_60_looking_back.texts import example
from downhill.lessons.lesson_60_looking_back.training import (
    BATCH,
    FUNCTIONS,
    GIVEN,
    RESULT_SHAPES,
    Functions,
    LookingTraining,
    Measured,
    ThreeWords,
    kept_texts,
)
from downhill.lessons.lesson_60_looking_back.world import World, world_of
from downhill.text.mistake import Mistake
from downhill.training.guess import Written
from downhill.training.landmarks import Landmark
from downhill.training.loss_history import LossHistory
from downhill.training.run_log import is_milestone
from downhill.training.tokens import written
from downhill.training.trainer import Trainer

EVERY = 25  # steps from one measurement to the next
AHEAD = 200  # steps that the network of three words takes before it is first asked
FALL, LEARNED = "fall", "learned"
BATCHES = ("4", "16", "64")
LONGEST = 6  # words that it goes on with at most


class Looking(Trainer):
    """A model that looks back at work; mutable.

    All of it follows from `seed`, `many` (texts that a step reads), the reader's `own` words and `changes`.
    `looks` say how the text at work is looked at.
    """

    SEEDS, functions = 20, FUNCTIONS
    given = GIVEN
    result_shapes = RESULT_SHAPES
    result_kinds = MappingProxyType({"forward": Seen})
    derived = (*Trainer.derived, "kept", "other")
    own, many = "", BATCH
    looks: Looks
    measured: Measured

    def restart(self) -> None:
        """Back to the weights that the seed draws, to the good rate, and to how it looks by itself."""
        eyes = self.looks.eyes if hasattr(self, "looks") else COVER
        self.looks = Looks(eyes)
        super().restart()

    def forget(self) -> None:
        """What was computed is computed anew when it is next asked for."""
        super().forget()
        self.chosen = -1

    @property
    def world(self) -> World:
        """The world in the language that is spoken, with the reader's own words in it."""
        return world_of(self.lesson.words, self.own)

    @cached_property
    def training(self) -> LookingTraining:  # type: ignore[override]
        """The training, at its beginning when it is first asked for."""
        return LookingTraining(self.world, self.seed, self.own_functions or {}, self.many)

    @cached_property
    def course(self) -> LossHistory:
        """The losses so far, and the mean shares of the look on the right word."""
        return LossHistory(EVERY, 1)

    @cached_property
    def kept(self) -> Kept:
        """The weights at some of the steps."""
        return Kept()

    @cached_property
    def other(self) -> ThreeWords:
        """The network of three words, which learns beside it."""
        return ThreeWords(self.world, self.seed)

    # What is measured

    @property
    def losses(self) -> tuple[float, float]:
        """The losses of now, on texts with pairs as in training and on texts with new ones."""
        if self._measured is None:
            self._cut()
            known, new = (self.training.measure(kept_texts(self.world, sort)) for sort in (False, True))
            self._measured, self.measured = (known.loss, new.loss), new
            self.course.note(self.steps, known.loss, new.loss, new.looks)
            self.ground = min(self.ground, known.loss)
        return self._measured

    @property
    def mean_look(self) -> float:
        """The mean share of the look on the right word, in texts with new pairs, as it was measured last."""
        self.latest_losses()
        return float(self.course.points[self._row, 3])

    @property
    def _row(self) -> int:
        """The row of the course where the model stands, or stood a moment ago."""
        steps = self.course.seen[:, 0]
        return max(int(np.searchsorted(steps, self.steps, side="right")) - 1, 0)

    def latest_losses(self) -> tuple[float, float]:
        """The losses of now; while the machine is at work those that were noted last, a moment ago."""
        if self.is_training and self.course.count:
            _, loss, held, _ = self.course.seen[self._row].tolist()
            return loss, held
        return self.losses

    # The text

    @property
    def prompt(self) -> str:
        """The text that the model goes on from: the reader's own, or the first example."""
        return self.text_of("known") if self.own_prompt is None else self.own_prompt

    def text_of(self, key: str) -> str:
        """One of the texts to begin with (`texts.example`), up to the word that is asked for."""
        story = example(self.world, key)
        return written([self.world.tokens[i] for i in story.tokens[1 : story.asked]])

    def spell(self, prompt: str, writing: bool = False) -> None:
        """Raises `Mistake` for a text that the model can't go on from, or can't once it is written."""
        numbers(self.world, prompt, writing)

    def begun(self) -> list[int]:
        """The text's tokens, after an end of a sentence."""
        try:
            return [self.world.end, *numbers(self.world, self.prompt)]
        except Mistake:  # another language does not know its words
            self.own_prompt = None
            return [self.world.end, *numbers(self.world, self.prompt)]

    def at_text(self) -> AtText:
        """The text at work, as it is looked at now."""
        return AtText(self.world, tuple(self.begun()), self.looks, self.training, self.other_if_asked())

    def other_if_asked(self) -> ThreeWords | None:
        """The network of three words, some steps ahead, where its look is asked for."""
        if self.looks.eyes != WINDOW:
            return None
        self.other.train(max(AHEAD, self.other.steps), self.lesson.rates.good, EVERY)
        return self.other

    def write(self) -> Written:
        """The last sentence so far, and what the model goes on with now."""
        tokens, at = self.begun(), self.world.end
        since = len(tokens) - tokens[::-1].index(at)
        asked = tuple(tokens[since:])
        for _ in range(LONGEST):
            tokens.append(AtText(self.world, tuple(tokens), self.looks, self.training).likeliest)
            if tokens[-1] == at:
                break
        return Written(asked, tuple(tokens[since + len(asked) :]))

    def in_words(self, tokens: Written) -> str:
        """What was written, as a reader sees it."""
        return written([self.world.tokens[i] for i in (*tokens.prompt, *tokens.new)])

    # What a hand does

    def choose(self, name: str, option: str) -> None:
        """Another option of `eyes`, `attention` or `batch`; `hide` takes the place of a word, `swap` none.

        Raises `KeyError` for what there is not.
        """
        if name == "hide":
            if option.isdecimal() and 0 < int(option) < len(self.begun()):
                self.looks.toggle(int(option))
            return
        if name == "swap":
            self.swap()
            return
        options = {"eyes": EYES, "attention": (ON, OFF), "batch": BATCHES}
        if option not in options.get(name, ()):
            raise KeyError(f"no choice {name}={option!r}, only {options}")
        if name == "eyes":
            self.looks.eyes = option
        elif name == "attention":
            self.looks.off = option == OFF
        elif int(option) != self.many:
            self.many = int(option)
            self.begin()

    def swap(self) -> None:
        """The first two owners in the text change places; nothing where there are no two."""
        tokens, names = self.begun(), list[int]()
        for token in tokens:
            if self.world.name_of(token) is not None and token not in names:
                names.append(token)
        last = len(tokens) - tokens[::-1].index(self.world.end)
        if len(names) < 2 or last <= 1:
            return
        change = {names[0]: names[1], names[1]: names[0]}
        facts = [change.get(token, token) for token in tokens[1:last]]
        self._put_text(written([self.world.tokens[i] for i in (*facts, *tokens[last:])]))

    def enter(self, name: str, text: str) -> None:
        """Another text to go on from (`prompt`), or the reader's `own` words, with which all begins anew.

        Raises `Mistake` for one that makes no sense; then nothing changes.
        """
        if name == "own":
            world_of(self.lesson.words, text)
            if text.strip() != self.own:
                self.own, self.own_prompt = text.strip(), None
                self.looks.of_text()
                self.begin()
            return
        self.spell(text)
        self._put_text(text)

    def _put_text(self, text: str) -> None:
        before = self.begun()
        self.own_prompt = None if text == self.text_of("known") else text
        if self.begun() != before:
            self.looks.of_text()
            self.chosen, self.guessed, self.picked = -1, "", False
            self.hand_moves += 1

    def select_weight(self, index: int) -> None:
        """A hand takes the word at that place of the text."""
        self.chosen = min(max(index, 1), len(self.begun()) - 1)
        self.holding, self.picked = False, True

    def move(self, name: str, value: float) -> None:
        """A hand moves a slider of the look. Until it lets go, that is one move."""
        if not math.isfinite(value) or not self.looks.move(name, value):
            return
        self.hand_moves += not self.holding
        self.holding, self.mover = True, HAND

    def guess(self, kind: str) -> None:
        """Say which word is covered: the number of one of the cards. Raises `KeyError` for none."""
        cards = self.at_text().cards
        if kind not in cards:
            raise KeyError(f"no card {kind!r}, only {[*cards]}")
        self.guessed = kind

    # What the machine does

    def step(self) -> bool:
        """One step of descent; False where the training has stopped, and `stopped` says why."""
        if not self.steps:
            self.kept.keep(0, self.training.weights, self.training.memory)
        self._cut()
        return super().step()

    def _note(self, steps: int) -> None:
        """Keep what it says at milestones, and weights; the network of three words learns as much."""
        if is_milestone(steps):
            self.note_page()
        if self.course.is_due(steps):
            self.kept.keep(steps, self.training.weights, self.training.memory)
        self.other.train(steps, self.lesson.rates.good, EVERY)

    def look_for_landmarks(self) -> None:
        """Note where it gets better than three words can tell, and where it looks right; each once."""
        if not self.course.is_due(self.steps):
            return
        known, (_, held) = {landmark.name for landmark in self.landmarks}, self.losses
        found = (
            (FALL, held < LEAST),
            (LEARNED, self.measured.looks > SHARP and self.measured.right > RIGHT),
        )
        for name, is_there in found:
            if is_there and name not in known:
                self.landmarks += (Landmark(name, self.steps, self.steps, held),)

    @property
    def places(self) -> list[int]:
        """The steps that it can be wound to, in order."""
        return self.kept.steps or [0]

    def rewind(self, place: int) -> None:
        """Go back or forth to a place of `places`, counted from 0, with everything as it was there."""
        if not self.kept.steps:
            return
        self.losses  # noqa: B018  measured and noted, so that there is a way back
        if self.steps > self.kept.steps[-1]:
            self.kept.keep(self.steps, self.training.weights, self.training.memory)
        steps, weights, memory = self.kept.at(place)
        self.training.back(steps, weights, memory)
        row = self.course.seen[self._row]
        self._measured = float(row[1]), float(row[2])
        self.measured = self.training.measure(kept_texts(self.world, True))
        self.stopped, self.mover, self.holding = "", MACHINE if steps else HAND, False
        self.set_as_after(steps)

    def _cut(self) -> None:
        """Another way is taken from here: what came later on the way before is gone."""
        if self.course.count and self.course.seen[-1, 0] > self.steps:
            steps = self.steps
            self.course.cut(steps)
            self.kept.cut(steps)
            self.landmarks = tuple(each for each in self.landmarks if each.steps <= steps)
            self.pages[:] = [page for page in self.pages if page.steps <= steps]
            self.changes[:] = [change for change in self.changes if change.steps <= steps]

    def rehearse(self) -> None:
        """Let the page's own functions work once on the texts that come next; the model stays as it is."""
        copy = self._copy(FUNCTIONS)
        copy.loss()
        copy.step(0.0)
        self.rehearse_step(copy.slopes)

    def try_functions(self) -> None:
        """Let all functions work on texts, take a step, and write a sentence."""
        copy = self._copy(self.own_functions or {})
        copy.losses()
        copy.step(self.rate, self.ways.way())
        self.write()

    def _copy(self, functions: Functions) -> LookingTraining:
        """A training that stands where this one does, with these functions."""
        copy = LookingTraining(self.world, self.seed, functions, self.many)
        copy.back(self.steps, self.training.weights)
        return copy

    # What is shown

    def standing(self) -> LookStanding:  # type: ignore[override]
        """What is true now, in numbers and words."""
        loss, held = self.latest_losses()
        first, text = float(self.course.points[0, 1]), self.at_text()
        told = text.told()
        picked = self.world.tokens[text.tokens[self.chosen]] if 0 < self.chosen < len(text.tokens) else ""
        answers = self.measured.right if hasattr(self, "measured") else 0.0
        return LookStanding(
            steps=self.steps,
            first=first,
            ground=max(first, self.ground),
            loss=loss,
            held=held,
            looks=100 * self.mean_look,
            answers=100 * answers,
            weights=self.count,
            tokens=self.training.size,
            eyes=self.looks.eyes,
            picked=picked,
            back=len(text.tokens) - self.chosen,
            tells=self.chosen in text.right,
            touched=any(self.looks.scores),
            off=self.looks.off,
            sharp=self.looks.sharp,
            **told,
        )

    def scene(self) -> LookScene:  # type: ignore[override]
        """All that the pictures may show."""
        self.latest_losses()
        text, looks = self.at_text(), self.looks
        window = self.other.course if "other" in self.__dict__ else np.empty((0, 3))
        return LookScene(
            eyes=looks.eyes,
            pieces=pieces(self.world, text.tokens[1:]),
            shares=text.shares[1:],
            said="" if looks.eyes == COVER else self.world.tokens[text.likeliest],
            likely=() if looks.eyes == COVER else text.likely(),
            right=tuple(place - 1 for place in text.right),
            hidden=frozenset(place - 1 for place in looks.hidden),
            chosen=self.chosen - 1,
            seen=text.seen - 1,
            rows=text.rows(),
            mover=self.mover,
            course=self.course.seen,
            at=self._row,
            window=window,
            least=LEAST,
            landmarks=self.landmarks,
        )

    # Links

    def shown_settings(self) -> Mapping[str, str | float]:
        """What a link says besides seed, text, guess, changes and steps."""
        found: dict[str, str | float] = {"batch": float(self.many)} if self.many != BATCH else {}
        return found | ({"own": self.own} if self.own else {}) | self.looks.settings()

    def restore_shown(self, said: Mapping[str, str]) -> list[str]:
        """Put that as a link says, before all else; the names of what made no sense."""
        ignored: list[str] = []
        self.own, self.many = "", BATCH
        try:
            world_of(self.lesson.words, said.get("own", ""))
            self.own = said.get("own", "").strip()
        except ValueError:
            ignored.append("own")
        batch = said.get("batch", str(BATCH))
        if batch in BATCHES:
            self.many = int(batch)
        else:
            ignored.append("batch")
        try:
            self.spell(said.get("prompt", ""))
            self.own_prompt = said.get("prompt")
        except Mistake:
            self.own_prompt = None  # it is told of where the text is taken
        return [*ignored, *self.looks.restore(said)]

    def set_language(self) -> None:
        """Another language has another world: all begins anew in it, without the reader's own words."""
        self.own, self.own_prompt = "", None
        super().set_language()
