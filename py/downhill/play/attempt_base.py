"""What attempts at challenges have in common, in a lesson or of a model: they count, and tell the outcome."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, Protocol

from downhill.lesson.challenge import DONE, OPEN, PARTS, Challenge, Facts
from downhill.text.format import PAGE, fill


class Stand(Protocol):
    """Where an attempt is made: a lesson state, or a trainer. Its counts begin anew when it does."""

    @property
    def hand_moves(self) -> int:
        """How often a hand has moved something."""

    @property
    def machine_steps(self) -> int:
        """How many steps of descent were taken."""

    @property
    def rate(self) -> float:
        """The learning rate of now."""


def texts(words: Mapping[str, str], challenge: Challenge, told: Mapping[str, Any]) -> dict[str, str]:
    """The words of a challenge (title, task, hint1, hint2, answer, done) with their numbers filled in."""
    return {part: fill(words[f"challenge.{challenge.id}.{part}"], told) for part in PARTS}


def check_numbers(challenge: Challenge) -> dict[str, float]:
    """The numbers of a challenge's check, as its words may tell them."""
    return {name: value for name, value in vars(challenge.check).items() if isinstance(value, (int, float))}


class AttemptBase(ABC):
    """A challenge at work. Once it is done or lost, it stays so until it begins again.

    `words` are those of its lesson, which may hold sentences of their own in place of the page's. What
    differs from stand to stand are the methods `put`, `word_numbers`, `ground`, `cover` and `facts`.
    """

    def __init__(self, stand: Stand, words: Mapping[str, str], challenge: Challenge) -> None:
        self.stand, self.words, self.challenge = stand, words, challenge
        self.begin()

    def begin(self) -> None:
        """From the beginning: the stand is put there, and nothing counts."""
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
        """Put the stand where the challenge begins."""

    @abstractmethod
    def word_numbers(self) -> dict[str, Any]:
        """What the words may tell, from the stand at its beginning."""

    @abstractmethod
    def ground(self) -> object:
        """What must stay as it is: on another ground the attempt is lost."""

    @abstractmethod
    def facts(self) -> Facts:
        """What a check may know of the attempt."""

    @abstractmethod
    def hide_next_step(self, hidden: bool) -> None:
        """Keep what would give the answer away from the reader, or show it again."""

    def leave(self) -> None:
        """The stand is the reader's own again, as it is."""
        self.hide_next_step(False)

    def guess(self, value: float) -> None:
        """The reader says which number is asked for."""
        self.guesses = (*self.guesses, value)

    def note_rewind(self) -> None:
        """The stand was wound back or forth, which counts as nothing and brings nothing."""
        self.seen = self.stand.hand_moves, self.stand.machine_steps
        self.rewound = True

    def observe(self) -> str:
        """Count what has been done since the last time, and say what the attempt amounts to."""
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
        """What the page shows of the attempt, as plain texts and lists.

        `state` is open, done or lost; `counts` what was used of what there is, and `rule` what counts; `said`
        what the attempt amounts to; `asks` the question that is to be guessed, or ''.
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
