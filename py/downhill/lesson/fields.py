"""The fields of a lesson: its words, its sliders, what it measures, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from typing import Any

from downhill.lesson.challenge import Challenge
from downhill.lesson.controls import Choice, Entry, Plot, Rates, Slider
from downhill.lesson.film import PLAIN, Film
from downhill.lesson.look import Draw
from downhill.lesson.parameters import Call
from downhill.lesson.variant import Matrix, Note, Variant

# A table's cell: a number, a text that needs no translation, or the key of a word and the numbers to fill in.
Cell = float | str | tuple[str, Mapping[str, float]]


@dataclass(frozen=True, eq=False, kw_only=True)
class LessonFields:
    """What a lesson consists of: data and pure functions.

    A function takes what its parameters name: sliders, choices, entries (texts that the reader writes), the
    lesson's `functions`, and the data of the variant; `**` takes all sliders that aren't named.

    - `measure` takes every slider and returns a named tuple with a field `loss` and everything that picture,
      table, and sentence need.
    - `functions`, a function of choices and entries, returns by name the Python that a reader is shown:
      prediction, loss, gradient. The word `python.<name>` says what each one is. Others call them by taking
      them as parameters, so that what is shown is what runs.
    - `draw(figure, look)` draws what never moves and returns `show(scene)`, which updates only what moves
      (artists made with `animated=True`) and returns True if the background has changed, as after another
      choice.
    - `describe(measured)` returns the key of the sentence that is true now: `now.<key>` in `words`.
    - `goal` is the loss at which the lesson is solved; `rates` are the learning rates.
    - `variant`, a function of choices and entries, returns a `Variant`: whatever differs with the choices.
      A lesson without `sliders`, `goal` or `rates` of its own uses its variants'.
    - `gradient` returns the loss's slope for every slider, in the sliders' order; if it is None, central
      differences are used.
    - `scaling` is the square matrix from the sliders' values to the units of descent.
    - `table(measured)` returns rows of cells for the columns `column.1`, `column.2`, … of `words`.
    - `entries` are texts that the reader writes; they are passed around together with the choices.
    - `notes` are sentences that always hold, each the key of a word and its numbers, under the picture.
    - `challenges` are tasks for the reader, with words of their own (`downhill.lesson.challenge`).
    - `defined(measured)` tells whether there is a loss; if it is None, there always is. Without a loss,
      `loss` is a finite stand-in, worse than any that is seen: the page shows a dash for it, and no step of
      descent lands there.
    - `concealed` hides whether the goal is reached, and whether there is lower ground elsewhere.
    - `loss_ends` are the ends of the axis of losses while all losses are between them; None fits it to them.
    - `actions` are the lesson's own buttons: each returns the choices and entries that it changes, none if
      there is nothing for it to do.
    - `outcome(measured)` names the sentences that tell what the actions have led to.
    - `axes` names the sliders that are the axes of the lesson's own picture, across and then up: a click
      on it puts them there. Empty if the axes are something else.
    - `plot` describes points in the lesson's own picture that the reader can move and paste.
    - `step(values, gradient, rate, last, taken)` returns where a step leads, given the step before and the
      number of steps in this run; None is plain gradient descent. `ways` are functions that replace those of
      momentum and Adam (`downhill.maths.optimisers`), by name.
    - `beat_choices` are choices that a beat of the lesson's story begins with, by the beat's name.
    - `writes(measured)` are the words that its model writes, each the key of a word and whether it is right;
      the word `writes.1` is the sentence around the first one, with a gap `{word}`.
    - `film` is what the filled button does in the beats of its story; `PLAIN` if it has none of its own.
    - `home` names the module for the lesson's take-home file: its `home(state)` returns a
      `downhill.source.home.Home`, `WORDS` are sentences for it. It is imported when first needed.
    - `experiments` names the module with the experiments in the lesson's Python: `EXPERIMENTS`
      (`downhill.lesson.experiment`) and `WORDS`. It is imported when first needed.
    - a word can have a form for one variant: `loss.squared` replaces `loss` while `squared` is chosen.
      Labels of sliders and choices are added to the words under their keys.

    `describe`, `table`, `outcome` and `defined` take what is measured first, and then what they name.
    """

    id: str
    words: dict[str, str]
    measure: Callable[..., Any]
    draw: Draw
    describe: Callable[..., str]
    sliders: tuple[Slider, ...] = ()
    goal: float | None = None
    rates: Rates | None = None
    functions: Callable[..., Mapping[str, Callable[..., Any]]] | None = None
    variant: Callable[..., Variant] | None = None
    choices: tuple[Choice, ...] = ()
    entries: tuple[Entry, ...] = ()
    gradient: Callable[..., Sequence[float]] | None = None
    scaling: Matrix | None = None
    table: Callable[..., Sequence[Sequence[Cell]]] | None = None
    loss_decimals: int = 2
    table_decimals: int = 4
    notes: Sequence[Note] = ()
    axes: tuple[str, ...] = ()
    actions: Mapping[str, Callable[..., Mapping[str, str]]] = field(default_factory=dict)
    outcome: Callable[..., Sequence[Note]] | None = None
    plot: Plot | None = None
    challenges: tuple[Challenge, ...] = ()
    defined: Callable[..., bool] | None = None
    concealed: bool = False
    loss_ends: tuple[float, float] | None = None
    step: Callable[..., Any] | None = None
    ways: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    beat_choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    writes: Callable[..., Sequence[tuple[str, bool]]] | None = None
    film: Film = PLAIN
    home: str = ""
    experiments: str = ""
    calls: Mapping[str, Call] = field(init=False, repr=False, default_factory=dict)
    data_names: tuple[str, ...] = field(init=False, repr=False, default=())

    def is_defined(self, measured: Any) -> bool:
        """Return whether the loss exists in what was measured."""
        return self.defined is None or self.defined(measured)

    def word(self, key: str, choices: Mapping[str, str]) -> str:
        """Return the word with that key in the chosen variant; '' if the lesson has none."""
        for option in choices.values():
            if f"{key}.{option}" in self.words:
                return self.words[f"{key}.{option}"]
        return self.words.get(key, "")

    def first_choices(self) -> dict[str, str]:
        """Return the choices the lesson opens with: every choice's first option, every entry's start."""
        first = {choice.name: choice.options[0] for choice in self.choices}
        return first | {entry.name: entry.start for entry in self.entries}

    def only_shows(self, names: Iterable[str]) -> bool:
        """Return whether no loss depends on the choices and entries of these names."""
        parts: tuple[Choice | Entry, ...] = (*self.choices, *self.entries)
        touched = [part.only_shows for part in parts if part.name in names]
        return bool(touched) and all(touched)

    def start_values(self) -> tuple[float, ...]:
        """The slider values that Reset goes back to."""
        return tuple(slider.start for slider in self.sliders)

    def clamp(self, values: Sequence[float]) -> tuple[float, ...]:
        """Return the nearest values on the sliders."""
        return tuple(starmap(Slider.clamp, zip(self.sliders, values, strict=True)))

    def slider(self, name: str) -> Slider:
        """Return the slider with that name. Raises `KeyError`, listing the names, if there is none."""
        for slider in self.sliders:
            if slider.name == name:
                return slider
        raise KeyError(f"lesson {self.id} has no slider {name!r}, only {[s.name for s in self.sliders]}")

    def challenge(self, id_: str) -> Challenge:
        """Return the challenge with that id. Raises `KeyError`, listing the ids, if there is none."""
        for challenge in self.challenges:
            if challenge.id == id_:
                return challenge
        raise KeyError(f"lesson {self.id} has no challenge {id_!r}, only {[c.id for c in self.challenges]}")
