"""What a lesson declares: its sliders, its switches, the texts a reader can write, its learning rates."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

HAND, MACHINE = "hand", "machine"  # who moves sliders: the reader, or gradient descent
SWITCH = ("off", "on")
WAYS_TO_CHOOSE = ("radios", "menu", "switch")


@dataclass(frozen=True)
class Slider:
    """One number that the reader, or gradient descent, moves.

    Values are in the slider's own `unit` (a short text, shown after the number; empty for a pure number).
    `label` is its English name, the word `slider.<name>` of its lesson.
    Raises `ValueError` when low < high, step > 0 and low <= start <= high don't all hold.
    """

    name: str
    low: float
    high: float
    start: float
    step: float
    unit: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        if not (self.low < self.high and self.step > 0 and self.low <= self.start <= self.high):
            raise ValueError(
                f"slider {self.name}: expected low < high, step > 0 and a start between them, got {self}"
            )

    @cached_property
    def span(self) -> float:
        """The slider's length, from its low end to its high end."""
        return self.high - self.low

    @cached_property
    def decimals(self) -> int:
        """How many decimals show every step of the slider (0 for steps of 1 or more)."""
        return max(0, -math.floor(math.log10(self.step) + 1e-9))

    def clamp(self, value: float) -> float:
        """Return the nearest value on the slider, as for a step of descent."""
        return min(max(float(value), self.low), self.high)

    def snap(self, value: float) -> float:
        """Return the nearest mark on the slider, as for a move by hand. Idempotent, never off the slider."""
        marks = round((self.clamp(value) - self.low) / self.step)
        return self.clamp(round(self.low + marks * self.step, self.decimals + 2))


@dataclass(frozen=True)
class Choice:
    """A switch of a lesson: one of several named variants. The first option is the one a lesson opens with.

    Switching puts the sliders back to their starts when `fresh` is set (another landscape), else leaves them
    alone. One that `only_shows` changes no loss: the run goes on. One that is `tucked` is among the lesson's
    tools. `shown` is how the page offers it: `radios` side by side, a `menu`, or a `switch` for the options
    off and on. `label` and `labels`, one for each option, are English names: the words `choice.<name>` and
    `choice.<name>.<option>` of its lesson; those of a switch need none.
    Raises `ValueError` for an unknown way to offer it, for a switch with other options, and if there aren't
    as many labels as options.
    """

    name: str
    options: tuple[str, ...]
    fresh: bool = False
    shown: str = "radios"
    only_shows: bool = False
    tucked: bool = False
    label: str = ""
    labels: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.labels and len(self.labels) != len(self.options):
            raise ValueError(f"choice {self.name}: the options {self.options} have the labels {self.labels}")
        if self.shown not in WAYS_TO_CHOOSE:
            raise ValueError(f"choice {self.name}: expected one of {WAYS_TO_CHOOSE}, got {self.shown!r}")
        if self.shown == "switch" and self.options != SWITCH:
            raise ValueError(f"choice {self.name}: a switch has the options {SWITCH}, not {self.options}")


def labels(sliders: Sequence[Slider], choices: Sequence[Choice]) -> dict[str, str]:
    """Return the labels of sliders, choices and options, by their keys among a lesson's words."""
    named = [(f"slider.{slider.name}", slider.label) for slider in sliders]
    named += [(f"choice.{choice.name}", choice.label) for choice in choices]
    for choice in choices:
        keys = (f"choice.{choice.name}.{option}" for option in choice.options)
        named += zip(keys, choice.labels, strict=False)  # none for a switch
    return {key: label for key, label in named if label}


@dataclass(frozen=True)
class Entry:
    """A text that the reader writes, as a function or a table; it opens with `start`.

    `check(text)` raises `Mistake` for a text that the lesson can't use. If `fresh` is set, another text puts
    the sliders back to their starts. The page shows a field with this many `lines` for it (none for 0), while
    the option `only` is chosen, or always; `mathml(text)` is shown beside it as a formula. One that
    `only_shows` changes no loss: the run goes on. `spoken(text)` is the text as the current language writes
    it, next to the lesson's own buttons.
    """

    name: str
    start: str
    check: Callable[[str], object]
    fresh: bool = False
    only: str = ""
    lines: int = 0
    mathml: Callable[[str], str] | None = None
    only_shows: bool = False
    spoken: Callable[[str], str] = str


@dataclass(frozen=True)
class Plot:
    """Points in the lesson's own picture that a reader can move, add, remove, and paste.

    They are the `points` of a `Variant`. With the first change they become the text of the entry `entry`,
    which is shown while the choice `choice` is `own`. The picture's axes are those of the points; they keep
    their limits while a scene is `held`. If the sliders are in units of the points,
    `translate(values, before, after)` returns the values that mean the same with another variant's data.
    """

    entry: str
    choice: str
    own: str
    translate: Callable[..., Sequence[float]] | None = None


class Rates(NamedTuple):
    """Learning rates of one variant of a lesson: the slider's ends and a good value between them.

    At `low` a run from the start crawls. `kinked` means that the loss has corners: with a fixed rate, a run
    hovers around the lowest point without coming to rest. `big` is a rate at which a run from the start never
    recovers; 0 derives it from the curvature there (`presets`), which is right if the loss is quadratic.
    `hopeless` is nonzero if no rate arrives within 1,000 steps: it is how many times more the ground curves
    one way than another.
    `bottomless` means that the loss has no lowest point, only lower and lower ground, and slopes that stay
    small: a run ends where the sliders do, and no rate is too big.
    `momentum` and `adam` are good rates for these ways downhill; 0 derives them from the other rates and from
    the sliders (`downhill.play.rates`).
    """

    low: float
    good: float
    high: float
    kinked: bool = False
    big: float = 0.0
    hopeless: float = 0.0
    bottomless: bool = False
    momentum: float = 0.0
    adam: float = 0.0
