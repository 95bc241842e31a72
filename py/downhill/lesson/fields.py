"""The fields of a lesson: its words, its sliders, what it measures, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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

    A function is handed what it names as parameters, of the sliders, the choices, the entries (texts that the
    reader writes), the lesson's `functions` and the data of the variant; `**` stands for all sliders that are
    not named.

    - `measure` takes every slider and returns a named tuple with a field `loss` and all that picture, table
      and sentence need.
    - `functions`, a function of choices and entries, returns by name what a reader is shown of the lesson's
      Python: what is predicted, the loss, its gradient. The word `python.<name>` says what each one is.
      Others call them by taking them as parameters, so that what is shown is what runs.
    - `draw(figure, look)` draws what never moves and returns `show(scene)`, which sets only what moves
      (artists made with `animated=True`) and returns True when the ground itself has changed, as after
      another choice.
    - `describe(measured)` returns the key of the sentence that is true now: `now.<key>` in `words`.
    - `goal` is the loss at which the lesson is solved; `rates` are the learning rates.
    - `variant`, a function of choices and entries, returns a `Variant`: what is another with other choices.
      A lesson without `sliders`, `goal` or `rates` of its own has those of its variants.
    - `gradient` returns the loss's slope for every slider, in the sliders' order; central differences serve
      where it is None.
    - `scaling` is the square matrix from the sliders' values to the units in which descent walks.
    - `table(measured)` gives rows of cells under the columns `column.1`, `column.2`, … of `words`.
    - `entries` are texts that the reader writes; they come along with the choices, wherever these go.
    - `notes` are sentences that always hold, each the key of a word and its numbers, under the picture.
    - `challenges` are what a reader may try to reach, with words of their own (`downhill.lesson.challenge`).
    - `defined(measured)` tells whether there is a loss; where this is None, there always is. Where there is
      none, `loss` is a finite stand-in, worse than all that is seen: the page shows a dash for it, and no
      step of descent lands there.
    - `concealed` keeps to itself whether the goal is reached, and whether there is lower ground elsewhere.
    - `loss_ends` are the ends of an axis of losses, while these lie between; it fits them where this is None.
    - `actions` are buttons of the lesson's own: each returns the choices and entries that it changes, none
      where there is nothing for it to do.
    - `outcome(measured)` names the sentences that tell what the actions have led to.
    - `axes` names the sliders that are the axes of the lesson's own picture, across and then up: a click
      on it puts them there. Empty where the axes are something else.
    - `plot` tells of points in the lesson's own picture that the reader may move and paste.
    - `step(values, gradient, rate, last, taken)` is where a step leads, with the step before and how many
      there were in this run; plain gradient descent where it is None. `ways` are functions that stand for
      those of momentum and Adam (`downhill.maths.optimisers`), by their names.
    - `beat_choices` are choices that a beat of the lesson's story begins with, by the beat's name.
    - `writes(measured)` are the words that its model writes, each the key of a word and whether it is right;
      the word `writes.1` is the sentence around the first one, with a gap `{word}`.
    - `film` is what the filled button does in the beats of its story; `PLAIN` where it has none of its own.
    - `home` names the module that says what the lesson's file to take home needs: `home(state)` in it returns
      a `downhill.source.home.Home`, `WORDS` are sentences for it. It is imported when somebody asks for it.
    - `experiments` names the module with what a reader may try in the lesson's Python: `EXPERIMENTS`
      (`downhill.lesson.experiment`) and `WORDS`. It is imported when somebody asks for it.
    - a word may have a form for one variant: `loss.squared` stands for `loss` while `squared` is chosen.
      Labels of sliders and choices join the words under their keys.

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
        """Whether the loss exists where that was measured."""
        return self.defined is None or self.defined(measured)

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

    def start_values(self) -> tuple[float, ...]:
        """The sliders' values that Reset returns to."""
        return tuple(slider.start for slider in self.sliders)

    def clamp(self, values: Sequence[float]) -> tuple[float, ...]:
        """The nearest values on the sliders."""
        return tuple(s.clamp(v) for s, v in zip(self.sliders, values, strict=True))

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
