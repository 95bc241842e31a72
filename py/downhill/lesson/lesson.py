"""What a lesson is made of: its words, its sliders, what it measures, and how it is drawn."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from downhill.lesson.challenge import Challenge
from downhill.lesson.controls import Choice, Entry, Plot, Rates, Slider
from downhill.lesson.look import Draw

# A table's cell: a number, a text that needs no translation, or the key of a word and the numbers to fill in.
Cell = float | str | tuple[str, Mapping[str, float]]
Note = tuple[str, Mapping[str, Any]]  # the key of a sentence, and what to fill in


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
    - `entries` are texts that the reader writes; they come along with the choices, wherever these go.
    - `fitted(**choices)` gives the sliders of a variant that needs other ends, starts, steps or units,
      `worded(**choices)` the words that it has of its own, `decimals(**choices)` its `loss_decimals` and
      `table_decimals`.
    - `notes(**choices)` names sentences that hold in the whole variant, each the key of a word and its
      numbers; they stand under the picture.
    - `challenges` are what a reader may try to reach, with words of their own (`downhill.lesson.challenge`).
    - `defined(measured)` tells whether there is a loss; where this is None, there always is. Where there is
      none, `loss` is a finite stand-in, worse than all that is seen: the page shows a dash for it, and no
      step of descent lands there.
    - `actions` are buttons of the lesson's own: each takes `(**sliders, **choices)` as they stand and gives
      the choices and entries that it changes, none where there is nothing for it to do.
    - `outcome(measured)` names the sentences that tell what the actions have led to.
    - `axes` names the sliders that are the axes of the lesson's own picture, across and then up: a click
      on it puts them there. Empty where the axes are something else.
    - `plot` tells of points in the lesson's own picture that the reader may move and paste.
    - a word may have a form for one variant: `loss.squared` stands for `loss` while `squared` is chosen.

    Raises `ValueError` when a word is missing or `measure` does not take exactly the sliders, the choices and
    the entries, `KeyError` for an axis that is no slider, and for a challenge of other switches or sliders.
    """

    id: str
    words: dict[str, str]
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
    entries: tuple[Entry, ...] = ()
    fitted: Callable[..., tuple[Slider, ...]] | None = None
    actions: Mapping[str, Callable[..., Mapping[str, str]]] = field(default_factory=dict)
    outcome: Callable[[Any], Sequence[Note]] | None = None
    plot: Plot | None = None
    challenges: tuple[Challenge, ...] = ()
    defined: Callable[[Any], bool] | None = None
    worded: Callable[..., Mapping[str, str]] | None = None
    decimals: Callable[..., tuple[int, int]] | None = None
    notes: Callable[..., Sequence[Note]] | None = None

    def __post_init__(self) -> None:
        names = [s.name for s in self.sliders] + [c.name for c in self.choices]
        names += [e.name for e in self.entries]
        taken = list(inspect.signature(self.measure).parameters)
        if sorted(names) != sorted(taken):
            raise ValueError(f"lesson {self.id}: measure takes {taken}, expected exactly {names}")
        for name in self.axes:
            self.slider(name)
        self._check_challenges()
        missing = [key for key in self.needed_words() if key not in self.words]
        if missing:
            raise ValueError(f"lesson {self.id}: no words for {', '.join(missing)}")

    def _check_challenges(self) -> None:
        known, ids = self.first_choices(), [challenge.id for challenge in self.challenges]
        if len(set(ids)) < len(ids):
            raise ValueError(f"lesson {self.id}: two challenges share an id: {ids}")
        for challenge in self.challenges:
            for name in challenge.start:
                self.slider(name)
            for name in challenge.choices:
                if name not in known:
                    raise KeyError(f"lesson {self.id} has no choice {name!r}, only {list(known)}")

    def is_defined(self, measured: Any) -> bool:
        """Whether the loss exists where that was measured."""
        return self.defined is None or self.defined(measured)

    def needed_words(self) -> list[str]:
        """The keys every lesson's words must have, besides its `now.…` sentences and its axes."""
        keys = ["title", "prose", "task", "picture", "learned", "loss", "loss.short"]
        keys += [f"slider.{s.name}" for s in self.sliders]
        keys += [f"choice.{c.name}" for c in self.choices]
        keys += [f"entry.{e.name}" for e in self.entries]
        keys += ["actions"] * bool(self.actions) + [f"action.{name}" for name in self.actions]
        if len(self.sliders) == 2:  # they are the axes of the map
            keys += [f"axis.{s.name}" for s in self.sliders]
        keys += [key for challenge in self.challenges for key in challenge.needed_words()]
        named = (c for c in self.choices if c.shown != "switch")
        return keys + [f"choice.{c.name}.{option}" for c in named for option in c.options]

    def word(self, key: str, choices: Mapping[str, str]) -> str:
        """The word of that key in the variant that is chosen; '' where the lesson has none."""
        for option in choices.values():
            if f"{key}.{option}" in self.words:
                return self.words[f"{key}.{option}"]
        return self.words.get(key, "")

    def first_choices(self) -> dict[str, str]:
        """The variant that the lesson opens with: the first option of every choice, every entry's start."""
        first = {choice.name: choice.options[0] for choice in self.choices}
        return first | {entry.name: entry.start for entry in self.entries}

    def only_shows(self, names: Iterable[str]) -> bool:
        """Whether no loss depends on the choices and entries of these names."""
        parts: tuple[Choice | Entry, ...] = (*self.choices, *self.entries)
        touched = [part.only_shows for part in parts if part.name in names]
        return bool(touched) and all(touched)

    def variant(self, choices: Mapping[str, str]) -> Lesson:
        """The lesson with sliders, words and decimals of that variant.

        Raises `ValueError` when the sliders have other names.
        """
        if self.fitted is None and self.worded is None and self.decimals is None:
            return self
        sliders = self.fitted(**choices) if self.fitted else self.sliders
        if [s.name for s in sliders] != [s.name for s in self.sliders]:
            raise ValueError(f"lesson {self.id}: other sliders than {[s.name for s in self.sliders]}")
        words = {**self.words, **self.worded(**choices)} if self.worded else self.words
        loss, table = self.decimals(**choices) if self.decimals else (self.loss_decimals, self.table_decimals)
        return replace(self, sliders=sliders, words=words, loss_decimals=loss, table_decimals=table)

    def start_values(self) -> tuple[float, ...]:
        """The sliders' values that Reset returns to."""
        return tuple(slider.start for slider in self.sliders)

    def clamp(self, values: Sequence[float]) -> tuple[float, ...]:
        """The nearest values on the sliders."""
        return tuple(s.clamp(v) for s, v in zip(self.sliders, values, strict=True))

    def measure_at(self, values: Sequence[float], choices: Mapping[str, str]) -> Any:
        """`measure`, with the sliders' values given in the sliders' order."""
        return self.measure(**dict(zip((s.name for s in self.sliders), values, strict=True)), **choices)

    def slider(self, name: str) -> Slider:
        """The slider of that name. Raises `KeyError` with the names there are."""
        for slider in self.sliders:
            if slider.name == name:
                return slider
        raise KeyError(f"lesson {self.id} has no slider {name!r}, only {[s.name for s in self.sliders]}")

    def challenge(self, id_: str) -> Challenge:
        """The challenge of that id. Raises `KeyError` with the challenges there are."""
        for challenge in self.challenges:
            if challenge.id == id_:
                return challenge
        raise KeyError(f"lesson {self.id} has no challenge {id_!r}, only {[c.id for c in self.challenges]}")
