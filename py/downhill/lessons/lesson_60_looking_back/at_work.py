"""The text that the model looks back in, and what a hand does with it."""

from __future__ import annotations

import math

from downhill.lesson import HAND
from downhill.lessons.lesson_60_looking_back.at_text import CARDS, AtText
from downhill.lessons.lesson_60_looking_back.learning import AHEAD, EVERY, Learning
from downhill.lessons.lesson_60_looking_back.looks import OFF, ON, Looks
from downhill.lessons.lesson_60_looking_back.prompts import numbers
from downhill.lessons.lesson_60_looking_back.scene import COVER, EYES, WINDOW
from downhill.lessons.lesson_60_looking_back.texts import TEXTS, example
from downhill.lessons.lesson_60_looking_back.training import ThreeWords
from downhill.lessons.lesson_60_looking_back.world import world_of
from downhill.text.mistake import Mistake
from downhill.training.guess import Written
from downhill.training.tokens import written

BATCHES = ("4", "16", "64")
RIGHT = "right"  # of `hide`: the word that tells
LONGEST = 6  # words that it goes on with at most


class AtWork(Learning):
    """A model that looks back at a text; `looks` say how the text is looked at."""

    looks: Looks

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
        except Mistake:  # another language doesn't know its words
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

    def choose(self, name: str, option: str) -> None:
        """Another option of `eyes`, `attention` or `batch`; `hide` takes the place of a word, `swap` none.

        `hide=right` covers the word that tells, `text` takes one of the texts to begin with (`texts.TEXTS`).

        Raises `KeyError` for an unknown one.
        """
        if name == "hide":
            if option == RIGHT:
                self.looks.hidden |= {*self.at_text().right}
            elif option.isdecimal() and 0 < int(option) < len(self.begun()):
                self.looks.toggle(int(option))
            return
        if name == "swap":
            self.swap()
            return
        if name == "text" and option in TEXTS:
            self._put_text(self.text_of(option))
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
        """The first two owners in the text change places; nothing if there are no two."""
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
        """Another text to go on from (`prompt`), or the reader's `own` words, which restart everything.

        Raises `Mistake` for one that can't be read; then nothing changes.
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
        self.before_asking()
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
        """Say which word is covered: the number of one of the cards.

        A card that another text has and this one has not isn't chosen. Raises `KeyError` for no card.
        """
        if kind not in CARDS:
            raise KeyError(f"no card {kind!r}, only {[*CARDS]}")
        if kind in self.at_text().cards:
            self.guessed = kind
