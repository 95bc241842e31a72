"""What a lesson is made of: its words, its sliders, what it measures, and how it is drawn."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from downhill.ink import HAND, MACHINE, Look

if TYPE_CHECKING:
    from downhill.trail import Trail

__all__ = [
    "HAND",
    "MACHINE",
    "Cell",
    "Choice",
    "Figure",
    "Lesson",
    "Look",
    "Rates",
    "Scene",
    "Show",
    "Slider",
]


class Figure(Protocol):
    """What a lesson draws on: it is handed one of matplotlib's figures, and need not know matplotlib."""

    def add_subplot(self, *where: Any, **settings: Any) -> Any:
        """New axes on the figure."""


@dataclass(frozen=True)
class Slider:
    """One number that the reader, or gradient descent, moves.

    Values are in the slider's own `unit` (a short text, shown behind the number; empty for a pure number).
    Raises `ValueError` when low < high, step > 0 and low <= start <= high do not all hold.
    """

    name: str
    low: float
    high: float
    start: float
    step: float
    unit: str = ""

    def __post_init__(self) -> None:
        if not (self.low < self.high and self.step > 0 and self.low <= self.start <= self.high):
            raise ValueError(
                f"slider {self.name}: expected low < high, step > 0 and a start between them, got {self}"
            )

    @property
    def span(self) -> float:
        """The slider's length, from its low end to its high end."""
        return self.high - self.low

    @property
    def decimals(self) -> int:
        """How many decimals show every step of the slider (0 for steps of 1 or more)."""
        return max(0, -math.floor(math.log10(self.step) + 1e-9))

    def clamp(self, value: float) -> float:
        """The nearest value on the slider: what a step of descent does."""
        return min(max(float(value), self.low), self.high)

    def snap(self, value: float) -> float:
        """The nearest value on a mark of the slider: what a hand does. Idempotent, never off the slider."""
        marks = round((self.clamp(value) - self.low) / self.step)
        return self.clamp(round(self.low + marks * self.step, self.decimals + 2))


@dataclass(frozen=True)
class Choice:
    """A switch of a lesson: one of several named variants. The first option is the one a lesson opens with.

    Switching starts the sliders afresh when `fresh` is set (another landscape), else leaves them alone.
    """

    name: str
    options: tuple[str, ...]
    fresh: bool = False


class Rates(NamedTuple):
    """Learning rates of one variant of a lesson: the slider's ends and a good value between them.

    At `low` a run from the start crawls. `kinked` says that the loss has corners: a fixed rate hovers around
    the lowest point, never at rest. `big` is a rate from which a run from the start does not recover; 0 lets
    it be derived from the curvature there (`presets`), which serves wherever the loss is quadratic.
    """

    low: float
    good: float
    high: float
    kinked: bool = False
    big: float = 0.0


class Scene(NamedTuple):
    """All that a picture may show: what is measured now, what one step ahead would measure, and the trail.

    `now` and `ahead` are results of the lesson's `measure`; `ahead` is None where no step can be taken.
    `values` and `next_values` hold the sliders' values in order, `trail` all the places up to now;
    `log` asks for losses on a logarithmic scale.
    """

    now: Any
    ahead: Any
    mover: str
    values: tuple[float, ...]
    next_values: tuple[float, ...] | None
    trail: Trail
    choices: Mapping[str, str]
    log: bool = False


# A table's cell: a number, a text that needs no translation, or the key of a word and the numbers to fill in.
Cell = float | str | tuple[str, Mapping[str, float]]
Show = Callable[[Scene], bool | None]
Draw = Callable[[Figure, Look], Show]


@dataclass(frozen=True)
class Lesson:
    """A lesson, whole: data and pure functions.

    - `measure(**sliders, **choices)` returns a named tuple with a field `loss` and all that picture, table
      and sentence need.
    - `draw(figure, look)` draws what never moves and returns `show(scene)`, which sets only what moves
      (artists made with `animated=True`) and returns True when the ground itself has changed, as after
      another choice.
    - `describe(measured)` returns the key of the sentence that is true now: `now.<key>` in `words`.
    - `goal(**choices)` is the loss at which the lesson is solved; `rates(**choices)` the learning rates.
    - `gradient(**sliders, **choices)` is the loss's slope for every slider, in the sliders' order; central
      differences serve where it is None.
    - `scaling(**choices)` is the square matrix from the sliders' values to the units in which descent walks.
    - `table(measured)` gives rows of cells under the columns `column.1`, `column.2`, … of `words`.
    - `axes` names the sliders that are the axes of the lesson's own picture, across and then up: a click
      on it puts them there. Empty where the axes are something else.
    - a word may have a form for one variant: `loss.squared` stands for `loss` while `squared` is chosen.

    Raises `ValueError` when a word is missing or `measure` does not take exactly the sliders and the choices,
    `KeyError` for an axis that is no slider.
    """

    id: str
    words: Mapping[str, str]
    sliders: tuple[Slider, ...]
    measure: Callable[..., Any]
    draw: Draw
    describe: Callable[[Any], str]
    goal: Callable[..., float]
    rates: Callable[..., Rates]
    choices: tuple[Choice, ...] = ()
    gradient: Callable[..., Sequence[float]] | None = None
    scaling: Callable[..., Sequence[Sequence[float]]] | None = None
    table: Callable[[Any], Sequence[Sequence[Cell]]] | None = None
    loss_decimals: int = 2
    table_decimals: int = 4
    axes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names = [s.name for s in self.sliders] + [c.name for c in self.choices]
        taken = list(inspect.signature(self.measure).parameters)
        if sorted(names) != sorted(taken):
            raise ValueError(f"lesson {self.id}: measure takes {taken}, expected exactly {names}")
        for name in self.axes:
            self.slider(name)
        missing = [key for key in self.needed_words() if key not in self.words]
        if missing:
            raise ValueError(f"lesson {self.id}: no words for {', '.join(missing)}")

    def needed_words(self) -> list[str]:
        """The keys every lesson's words must have, besides its `now.…` sentences and its axes."""
        keys = ["title", "prose", "task", "picture", "learned", "loss", "loss.short"]
        keys += [f"slider.{s.name}" for s in self.sliders]
        keys += [f"choice.{c.name}" for c in self.choices]
        if len(self.sliders) == 2:  # they are the axes of the map
            keys += [f"axis.{s.name}" for s in self.sliders]
        return keys + [f"choice.{c.name}.{option}" for c in self.choices for option in c.options]

    def word(self, key: str, choices: Mapping[str, str]) -> str:
        """The word of that key in the variant that is chosen; '' where the lesson has none."""
        for option in choices.values():
            if f"{key}.{option}" in self.words:
                return self.words[f"{key}.{option}"]
        return self.words.get(key, "")

    def first_choices(self) -> dict[str, str]:
        """The variant that the lesson opens with: the first option of every choice."""
        return {choice.name: choice.options[0] for choice in self.choices}

    def start_values(self) -> tuple[float, ...]:
        """The sliders' values that Reset returns to."""
        return tuple(slider.start for slider in self.sliders)

    def measure_at(self, values: Sequence[float], choices: Mapping[str, str]) -> Any:
        """`measure`, with the sliders' values given in the sliders' order."""
        return self.measure(**dict(zip((s.name for s in self.sliders), values, strict=True)), **choices)

    def slider(self, name: str) -> Slider:
        """The slider of that name. Raises `KeyError` with the names there are."""
        for slider in self.sliders:
            if slider.name == name:
                return slider
        raise KeyError(f"lesson {self.id} has no slider {name!r}, only {[s.name for s in self.sliders]}")
