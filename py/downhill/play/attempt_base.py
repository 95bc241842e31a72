"""What all attempts at challenges share, with sliders or a model; and those in progress, in all lessons."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from downhill.lesson.challenge import DONE, OPEN, PARTS, Challenge, Facts
from downhill.text.format import PAGE, fill


def texts(words: Mapping[str, str], challenge: Challenge, told: Mapping[str, Any]) -> dict[str, str]:
    """Return the words of a challenge (title, task, hint1, hint2, answer, done), numbers filled in."""
    return {part: fill(words[f"challenge.{challenge.id}.{part}"], told) for part in PARTS}


def check_numbers(challenge: Challenge) -> dict[str, float]:
    """Return the numbers of a challenge's check that its words can use."""
    return {name: value for name, value in vars(challenge.check).items() if isinstance(value, (int, float))}


class AttemptBase(ABC):
    """An attempt at a challenge. Once it is done or lost, it stays that way until it begins again.

    `stand` is the lesson at work, whose counts a restart resets. `words` are its lesson's, which may override
    the page's sentences. Subclasses implement `put`, `word_numbers`, `ground`, `hide_next_step` and `facts`.
    """

    def __init__(self, stand: Any, words: Mapping[str, str], challenge: Challenge) -> None:
        self.stand, self.words, self.challenge = stand, words, challenge
        self.begin()

    def begin(self) -> None:
        """Start from the beginning, with nothing counted."""
        self.put()
        self.start_variant, self.rate = self.ground(), self.stand.rate
        self.texts = texts(self.words, self.challenge, self.word_numbers())
        self.seen = self.hand_moves, self.machine_steps = 0, 0
        self.slowest = float("inf")
        self.guesses: tuple[float, ...] = ()
        self.rewound = False
        self.outcome = OPEN
        self.hide_next_step(self.challenge.check.covers)

    @abstractmethod
    def put(self) -> None:
        """Set everything up as the challenge begins."""

    @abstractmethod
    def word_numbers(self) -> dict[str, Any]:
        """Return the numbers that the words can use, with everything set up at the beginning."""

    @abstractmethod
    def ground(self) -> object:
        """Return what must stay the same: if it changes, the attempt is lost."""

    @abstractmethod
    def facts(self) -> Facts:
        """Return what a check needs to know about the attempt."""

    @abstractmethod
    def hide_next_step(self, hidden: bool) -> None:
        """Hide whatever would give the answer away, or show it again."""

    def leave(self) -> None:
        """Return the lesson to the reader, as it is now."""
        self.hide_next_step(False)

    def guess(self, value: float) -> None:
        """Take the reader's guess."""
        self.guesses = (*self.guesses, value)

    def note_rewind(self) -> None:
        """Record that the lesson was rewound, which neither counts nor wins anything."""
        self.seen = self.stand.hand_moves, self.stand.machine_steps
        self.rewound = True

    def observe(self) -> str:
        """Count what has been done since the last time, and return the attempt's state."""
        now = self.stand.hand_moves, self.stand.machine_steps
        if self.outcome != OPEN:
            return self.outcome
        if self.ground() != self.start_variant:
            self.outcome = "variant"
        else:
            self._count(max(now[0] - self.seen[0], 0), max(now[1] - self.seen[1], 0))
            self.outcome = self.challenge.check(self.facts())
        self.seen = now
        self.hide_next_step(self.challenge.check.covers and self.outcome == OPEN)
        return self.outcome

    def _count(self, moves: int, steps: int) -> None:
        self.hand_moves += moves
        self.machine_steps += steps
        if steps:
            self.slowest = min(self.slowest, self.stand.rate)
        if moves or steps:
            self.rewound = False

    def shown(self) -> dict[str, Any]:
        """Return what the page shows of the attempt, as plain texts and lists.

        `state` is open, done or lost; `counts` what is used up and what is left, `rule` what counts; `said`
        is a sentence about the outcome, `asks` the question to guess the answer to, or ''.
        """
        check, texts = self.challenge.check, self.texts
        state = self.outcome if self.outcome in (OPEN, DONE) else "lost"
        used = {"moves": self.hand_moves, "steps": self.machine_steps, "guesses": len(self.guesses)}
        return {
            "id": self.challenge.id,
            "state": state,
            "title": texts["title"],
            "task": texts["task"],
            "hints": [texts["hint1"], texts["hint2"], texts["answer"]],
            "counts": fill(
                PAGE[f"challenge.{check.counts}"], {"used": used[check.counts], "most": check.most}
            ),
            "rule": self._word(f"challenge.{check.counts}.rule") if state == OPEN else "",
            "said": self._said(state),
            "asks": self._asks(state),
        }

    def _word(self, key: str) -> str:
        return self.words.get(key) or PAGE[key]

    def _said(self, state: str) -> str:
        if state == "lost":
            return self._word(f"challenge.lost.{self.outcome}")
        if state == DONE:
            return self.texts["done"]
        return self._word("challenge.wrong") if self.guesses else ""

    def _asks(self, state: str) -> str:
        name = getattr(self.challenge.check, "what", "")
        if not name or state != OPEN:
            return ""
        return fill(self._word("challenge.guess"), {"name": self.words.get(f"slider.{name}", "")})


class Attempts(dict[str, AttemptBase]):
    """At most one attempt a lesson. All methods of its own are no-ops for a lesson without one."""

    def has(self, lesson: str, *name: Any) -> bool:
        """Return whether the challenge with that name is in progress."""
        return lesson in self and [self[lesson].challenge.id] == [*name]

    def begin(self, lesson: str) -> bool:
        """Start the current attempt over. Return False if there is none."""
        if lesson in self:
            self[lesson].begin()
        return lesson in self

    def guess(self, lesson: str, value: float) -> None:
        """Take the reader's guess."""
        if lesson in self:
            self[lesson].guess(value)

    def note_rewind(self, lesson: str) -> None:
        """Record that the lesson was rewound."""
        if lesson in self:
            self[lesson].note_rewind()

    def leave(self, lesson: str) -> None:
        """Leave the current attempt."""
        if lesson in self:
            self.pop(lesson).leave()

    def leave_all(self) -> None:
        """Leave all of them."""
        for lesson in [*self]:
            self.leave(lesson)

    def is_open(self, lesson: str) -> bool:
        """Return whether there is an attempt that is so far neither done nor lost."""
        return lesson in self and self[lesson].observe() == OPEN

    def decision(self, lesson: str) -> Callable[[], bool]:
        """Return a function that tells, from now on, whether the current attempt has been done or lost."""
        open_ = self.is_open(lesson)
        return lambda: open_ and not self.is_open(lesson)

    def observe(self, lesson: str) -> None:
        """Count what has been done, and decide whether the current attempt is done or lost."""
        if lesson in self:
            self[lesson].observe()
