"""A lesson with a whole model in it, instead of a handful of sliders: data and pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from downhill.lesson import ChosenLesson, Draw, Film, Lesson, Look, Rates
from downhill.lesson.challenge import Challenge
from downhill.lesson.film import PLAIN
from downhill.training.landmarks import Landmark
from downhill.training.tokens import read

if TYPE_CHECKING:
    from typing_extensions import TypeIs


class Standing(NamedTuple):
    """The state of a training; losses are in nats.

    `first` is the loss before any training, `ground` the lowest one since a hand last moved a weight, or
    `first` if that is higher; `loss` and `held` are the current ones on training text and on held-out text,
    `recent` the recent means of both; `best` is the step with the `least` held-out loss, when the loss was
    `then`. `moves` is how many weights a hand has moved since the last step, `change` what its last move did
    to the loss, `hours` how long a hand needs for all `weights` at one a second, `tokens` is the size of the
    vocabulary, `even` the loss if all of them were equally likely.
    """

    steps: int
    first: float
    ground: float
    loss: float
    held: float
    recent: tuple[float, float]
    best: int
    least: float
    then: float
    moves: int
    change: float
    hours: float
    weights: int
    tokens: int
    even: float


class WordsScene(NamedTuple):
    """The words of a model on their map, the most frequent first.

    `places` are where they are, shape (n, 2); `asked` are the indices of those in the prompt, `written` of
    those that the model continues with.
    """

    names: tuple[str, ...]
    places: np.ndarray
    asked: tuple[int, ...]
    written: tuple[int, ...]


class ModelScene(NamedTuple):
    """Everything that the pictures of a model can show.

    `weights` are all weights, shape (n,), `chosen` is the index of the one that the reader has selected,
    `tokens` the size of the vocabulary. `course` holds steps, losses on training text and on held-out text,
    shape (k, 3), and the model is at row `at` of it. `words()` returns the map of words; `landmarks` are
    those found so far. `trainer` is the model's state, for the lesson's film: its reel, and what the story
    said.
    """

    weights: np.ndarray
    chosen: int
    tokens: int
    course: np.ndarray
    mover: str
    words: Callable[[], WordsScene]
    landmarks: tuple[Landmark, ...] = ()
    at: int = -1
    trainer: Any = None


class Frame(NamedTuple):
    """The size of a picture: CSS pixels across and down, and device pixels per CSS pixel."""

    wide: float
    high: float
    ratio: float = 1.0


class Finder(Protocol):
    """Finds things in a picture of a model: they are numbered, and each has a sentence."""

    def at(self, trainer: Any, look: Look, frame: Frame, x: float, y: float) -> int | None:
        """Return the number of what is there, in CSS pixels from the top left of a picture; or None."""

    def beside(self, trainer: Any, last: int | None, across: int, down: int) -> int:
        """Return the number of what is `across` and `down` from the last one, or from the default one."""

    def told(self, trainer: Any, index: int) -> str:
        """Return a sentence that says what it is."""


@dataclass(frozen=True)
class ModelLesson:
    """A lesson in which a language model is trained.

    - `corpus` names the words that hold the text to learn from, one sentence a line; `prompt` is also one of
      the words, so that every language has its own. `reads` returns other things to learn from.
    - `at_work` creates the lesson's state, a `Trainer` by default. `telling` holds what only its view shows
      (`downhill.training.trainer_view.Telling`), `attempts` creates its attempts at challenges, `finders`
      find things in its pictures, by their names (`Finder`), `link_names` are names of further settings in a
      link. `beat_choices` are the choices that its beats begin with, `section` is the page's template for it.
    - `draw` draws the weights, `draw_course` the losses, `draw_words` the map of words, as a lesson's `draw`
      does; they are shown a `ModelScene`.
    - `describe(standing)` returns the key of the sentence that is true now: `now.<key>` in `words`.
    - `goal(standing)` tells whether the model has learned enough.
    - `overfits(standing)` tells whether it gets worse on held-out text while it learns its own; this and what
      it writes are landmarks (`downhill.training.landmarks`), with words under `landmark.…` and `pin.…`.
    - `challenges_of(text)` are challenges for a model of that text. The words for them are the lesson's own,
      which can also override the page's words for all challenges, under the same keys.
    - `beat_numbers(text)` are the numbers in the gaps of the words `beat.…`, for a model of that text.
    - `stops` are steps after which a training pauses by itself, `passes` landmarks at which it doesn't.
    - `facts` names a module that is loaded when needed: `TRIALS` in it begin trials on a copy of a model,
      `FACTS` compute what the story says about one (`downhill.session.copy_verbs`), by name.
    - `film_draws` draw the pictures of the film's stage, by their names, besides the other three.
    - `home` and `experiments` name modules that are loaded when needed, as in a `Lesson`.

    Raises `ValueError` if words are missing for a part of the corpus or for a challenge.
    """

    id: str
    words: dict[str, str]
    rates: Rates
    draw: Draw
    draw_course: Draw
    draw_words: Draw
    describe: Callable[[Any], str]
    goal: Callable[[Any], bool]
    overfits: Callable[[Any], bool] = lambda standing: False
    corpus: tuple[str, ...] = ()
    reads: Callable[[Mapping[str, str]], Any] | None = None
    challenges_of: Callable[[Any], tuple[Challenge, ...]] | None = None
    beat_numbers: Callable[[Any], Mapping[str, float]] = lambda text: {}
    beat_choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    at_work: Callable[[Any], Any] | None = None
    telling: Any = None
    attempts: Callable[[Any, Challenge], Any] | None = None
    finders: Mapping[str, Finder] = field(default_factory=dict)
    link_names: tuple[str, ...] = ()
    stops: tuple[int, ...] = ()
    passes: tuple[str, ...] = ()
    facts: str = ""
    section: str = "model.html.jinja"
    loss_decimals: int = 3
    film: Film = PLAIN
    film_draws: Mapping[str, Draw] = field(default_factory=dict)
    home: str = ""
    experiments: str = ""
    is_model: bool = True

    def __post_init__(self) -> None:
        self._check((*self.corpus, *["prompt"] * bool(self.corpus), "title", "task", "learned"))
        self._check(key for challenge in self.challenges for key in challenge.needed_words())

    def _check(self, keys: Iterable[str]) -> None:
        missing = [key for key in keys if key not in self.words]
        if missing:
            raise ValueError(f"lesson {self.id}: no words for {', '.join(missing)}")

    @property
    def challenges(self) -> tuple[Challenge, ...]:
        """The challenges in the current language."""
        return self.challenges_of(self.text()) if self.challenges_of else ()

    def challenge(self, id_: str) -> Challenge:
        """Return the challenge with that id. Raises `KeyError`, listing the challenges, if there is none."""
        found = {challenge.id: challenge for challenge in self.challenges}
        if id_ not in found:
            raise KeyError(f"lesson {self.id} has no challenge {id_!r}, only {[*found]}")
        return found[id_]

    def text(self) -> Any:
        """The text to learn from, in the current language: a `Text`, or what the lesson `reads`."""
        if self.reads:
            return self.reads(self.words)
        return read(line for key in self.corpus for line in self.words[key].splitlines())


AnyLesson = Lesson | ChosenLesson | ModelLesson
"""A lesson with sliders, as it opens or with its choices chosen, or one with a model: data."""


def is_model(lesson: object) -> TypeIs[ModelLesson]:
    """Return whether a lesson has a model instead of sliders. Only this function asks for the class."""
    return isinstance(lesson, ModelLesson)
