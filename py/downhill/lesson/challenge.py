"""Challenges: what is to be reached, and by which rules. Data and pure functions.

A check sees the `Facts` of an attempt and answers `OPEN`, `DONE`, or why the attempt is lost: a key of
`challenge.lost.…` among the page's words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

OPEN, DONE = "open", "done"
PARTS = ("title", "task", "hint1", "hint2", "answer", "done")
ASTRAY = ("diverging", "held", "overflow", "edge", "stuck")  # verdicts of runs that arrive nowhere


class Facts(NamedTuple):
    """What an attempt has come to. Moves and steps are all that were made: rewinding takes none back.

    `resting` says that no slider is held, and that the sliders were moved here and not wound back. `slowest`
    is the smallest rate that a step was taken with (infinite before the first), `limit` the largest rate that
    is stable where the attempt began. `landing` holds where the next step leads, slider by slider, or what
    else is to be guessed, by name; `guesses` what the reader has said of it so far.
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
    """One kind of challenge: it counts moves, steps or guesses, of which there are so many at most.

    One that `covers` keeps the arrow ahead and the maths from the reader: they would give the answer away.
    """

    @property
    def counts(self) -> str:
        """What it counts: moves, steps or guesses."""

    @property
    def covers(self) -> bool:
        """Whether the next step is to be covered."""

    @property
    def most(self) -> int:
        """How many moves, steps or guesses there are."""

    def __call__(self, facts: Facts) -> str:
        """`OPEN`, `DONE`, or why the attempt is lost."""


@dataclass(frozen=True)
class ByHand:
    """Bring the loss down to `loss` in at most so many moves of the hand. The machine stands aside."""

    loss: float
    most: int
    counts: str = field(default="moves", init=False)
    covers: bool = field(default=False, init=False)

    def __call__(self, facts: Facts) -> str:
        """Done where the hand rests low enough; lost with the last move, or with a step of the machine."""
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
    """Let the machine bring the loss down to `loss` in at most so many steps, at any rates. No hand moves."""

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
        """Done where the run arrives; lost with a slower step, a run gone astray, or a move of the hand."""
        if facts.machine_steps and facts.slowest < self.percent / 100 * facts.limit:
            return "slow"
        if facts.verdict in ASTRAY and facts.loss > self.loss:
            return "astray"
        return FewSteps(self.loss, self.most)(facts)


@dataclass(frozen=True)
class Predict:
    """Say a number to within `tolerance`, before anything moves: where the next step puts a slider.

    `what` names the slider, or another number that is known by that name where the attempt is made.
    """

    what: str
    tolerance: float
    most: int = 3
    counts: str = field(default="guesses", init=False)
    covers: bool = field(default=True, init=False)

    def __call__(self, facts: Facts) -> str:
        """Done with a guess that is close; lost with the last one, and as soon as anything was moved."""
        if facts.hand_moves or facts.machine_steps or not facts.rate_kept:
            return "early"
        said = facts.guesses[: self.most]
        if any(abs(guess - facts.landing[self.what]) <= self.tolerance * (1 + 1e-9) for guess in said):
            return DONE
        return "guesses" if len(said) == self.most else OPEN


@dataclass(frozen=True)
class Challenge:
    """A challenge of a lesson, as data.

    It begins in the variant `choices` (what is not named there is as the lesson opens), with the sliders at
    `start` (or where they begin), at `rate` (0: the good one). Where pressing on with a rate that is too
    large may solve it, `press_on` lets such runs go on, and nobody advises against them. `solution` holds
    verbs of the session, without their lesson, that solve it. `numbers` are more numbers, and names, for its
    words, which stand in the lesson's words as `challenge.<id>.title`, `task`, `hint1`, `hint2`, `answer` and
    `done`.
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
        """The keys that a lesson's words must have for it."""
        return [f"challenge.{self.id}.{part}" for part in PARTS]
