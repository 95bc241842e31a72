"""Challenges: what to reach, and by which rules. Data and pure functions.

A check gets the `Facts` of an attempt and returns `OPEN`, `DONE`, or why the attempt is lost: a key of
`challenge.lost.…` among the page's words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

OPEN, DONE = "open", "done"
PARTS = ("title", "task", "hint1", "hint2", "answer", "done")
ASTRAY = ("diverging", "held", "overflow", "edge", "stuck")  # verdicts of runs that never arrive


class Facts(NamedTuple):
    """The state of an attempt. Moves and steps include those that were undone.

    `resting` means that no slider is held, and that the sliders were moved here, not rewound. `slowest` is
    the smallest rate of any step (infinite before the first), `limit` the largest rate that is stable where
    the attempt began. `landing` holds where the next step leads, slider by slider, or whatever else is to be
    guessed, by name; `guesses` are the reader's guesses so far.
    """

    loss: float
    hand_moves: int = 0
    machine_steps: int = 0
    resting: bool = True
    slowest: float = float("inf")
    limit: float = float("inf")
    verdict: str = ""
    rate_kept: bool = True
    landing: Mapping[str, float] = {}
    guesses: tuple[float, ...] = ()


class Check(Protocol):
    """One kind of challenge: it counts moves, steps or guesses, and allows a limited number of them.

    If it `covers`, it hides the arrow ahead and the math, which would give the answer away.
    """

    @property
    def counts(self) -> str:
        """What it counts: moves, steps or guesses."""

    @property
    def covers(self) -> bool:
        """Whether to hide the next step."""

    @property
    def most(self) -> int:
        """How many moves, steps or guesses are allowed."""

    def __call__(self, facts: Facts) -> str:
        """`OPEN`, `DONE`, or why the attempt is lost."""


@dataclass(frozen=True)
class ByHand:
    """Bring the loss down to `loss` in at most `moves` moves of the hand, without the machine."""

    loss: float
    most: int
    counts: str = field(default="moves", init=False)
    covers: bool = field(default=False, init=False)

    def __call__(self, facts: Facts) -> str:
        """Done once the hand rests low enough; lost after the last move, or with a step of the machine."""
        if facts.machine_steps:
            return "machine"
        if facts.hand_moves > self.most:
            return "moves"
        if not facts.resting or not facts.hand_moves:
            return OPEN
        if facts.loss <= self.loss:
            return DONE
        return "moves" if facts.hand_moves == self.most else OPEN


@dataclass(frozen=True)
class FewSteps:
    """Let the machine bring the loss down to `loss` in at most `steps` steps, at any rates, untouched."""

    loss: float
    most: int
    counts: str = field(default="steps", init=False)
    covers: bool = field(default=False, init=False)

    def __call__(self, facts: Facts) -> str:
        """Done after a step that is low enough; lost with the last step, or with a move of the hand."""
        if facts.hand_moves:
            return "hand"
        if facts.machine_steps > self.most:
            return "steps"
        if not facts.resting or not facts.machine_steps:
            return OPEN
        if facts.loss <= self.loss:
            return DONE
        return "steps" if facts.machine_steps == self.most else OPEN


@dataclass(frozen=True)
class LargestRate:
    """Bring the loss down to `loss` with steps whose rate is at least `percent` of the largest stable one."""

    loss: float
    percent: float
    most: int = 100
    counts: str = field(default="steps", init=False)
    covers: bool = field(default=False, init=False)

    def __call__(self, facts: Facts) -> str:
        """Done once the run arrives; lost with a slower step, a run gone astray, or a move of the hand."""
        if facts.machine_steps and facts.slowest < self.percent / 100 * facts.limit:
            return "slow"
        if facts.verdict in ASTRAY and facts.loss > self.loss:
            return "astray"
        return FewSteps(self.loss, self.most)(facts)


@dataclass(frozen=True)
class Predict:
    """Predict a number to within `tolerance`, before anything moves: where the next step puts a slider.

    `what` names the slider, or another number in the attempt's `landing`.
    """

    what: str
    tolerance: float
    most: int = 3
    counts: str = field(default="guesses", init=False)
    covers: bool = field(default=True, init=False)

    def __call__(self, facts: Facts) -> str:
        """Done with a close guess; lost after the last guess, or as soon as anything moves."""
        if facts.hand_moves or facts.machine_steps or not facts.rate_kept:
            return "early"
        said = facts.guesses[: self.most]
        if any(abs(guess - facts.landing[self.what]) <= self.tolerance * (1 + 1e-9) for guess in said):
            return DONE
        return "guesses" if len(said) == self.most else OPEN


@dataclass(frozen=True)
class Challenge:
    """A challenge of a lesson, as data.

    It begins in the variant `choices` (what isn't named there is as the lesson opens), with the sliders at
    `start` (or where they begin), at `rate` (0: the good one). If pressing on with a rate that is too large
    may solve it, `press_on` lets such runs continue, and the page doesn't advise against them. `solution`
    holds verbs of the session, without their lesson, that solve it. `numbers` are more numbers, and names,
    for its words, which are `challenge.<id>.title`, `task`, `hint1`, `hint2`, `answer` and `done` in the
    lesson's words.
    """

    id: str
    check: Check
    solution: tuple[tuple[Any, ...], ...]
    choices: Mapping[str, str] = field(default_factory=dict)
    start: Mapping[str, float] = field(default_factory=dict)
    rate: float = 0.0
    numbers: Mapping[str, Any] = field(default_factory=dict)
    press_on: bool = False

    def needed_words(self) -> list[str]:
        """Return the keys that a lesson's words must have for it."""
        return [f"challenge.{self.id}.{part}" for part in PARTS]
