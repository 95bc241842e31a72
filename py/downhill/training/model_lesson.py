"""A lesson with a whole model in it, instead of a handful of sliders: data and pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from downhill.lesson import Draw, Film, Look, Rates
from downhill.lesson.challenge import Challenge
from downhill.lesson.film import PLAIN
from downhill.training.landmarks import Landmark
from downhill.training.tokens import read

if TYPE_CHECKING:
    from typing_extensions import TypeIs


class Standing(NamedTuple):
    """Where a training stands; losses are in nats.

    `first` is the loss before all training, `ground` the lowest one that the steps have reached since a hand
    last moved a weight, or `first` where that is higher; `loss` and `held` are those of now on training text
    and on held-out text, `recent` the means of both of late; `best` is the step with the `least` held-out
    loss, at which the loss was `then`. `moves` is how many weights a hand has moved since the last step,
    `change` what its last move did to the loss, `hours` how long it needs for all `weights` at one a second,
    `tokens` is the size of the vocabulary, `even` the loss where each of them is as likely as any other.
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

    `places` are where they lie, shape (n, 2); `asked` are the places in this row of those in the prompt,
    `written` of those that the model goes on with.
    """

    names: tuple[str, ...]
    places: np.ndarray
    asked: tuple[int, ...]
    written: tuple[int, ...]


class ModelScene(NamedTuple):
    """All that the pictures of a model may show.

    `weights` lie in a row, shape (n,), `chosen` is the number of the one that the reader has taken, `tokens`
    the size of the vocabulary. `course` holds steps, losses on training text and on held-out text, shape (k,
    3), and the model stands at row `at` of it. `words()` is the map of words; `landmarks` were found on the
    way. `trainer` is the model at work, for the lesson's film: its reel, and what the story said of it.
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
    """How large a picture is: CSS pixels across and down, and device pixels to one of them."""

    wide: float
    high: float
    ratio: float = 1.0


class Finder(Protocol):
    """What lies where in a picture of a model: things are numbered, and each is told in a sentence."""

    def at(self, trainer: Any, look: Look, frame: Frame, x: float, y: float) -> int | None:
        """The number of what lies there, in CSS pixels from the top left of a picture; or None."""

    def beside(self, trainer: Any, last: int | None, across: int, down: int) -> int:
        """The number of what is so many strides from the last one, or from where things stand."""

    def told(self, trainer: Any, index: int) -> str:
        """What it is, in a sentence."""


@dataclass(frozen=True)
class ModelLesson:
    """A lesson in which a language model is trained.

    - `corpus` names the words that hold the text to learn from, a sentence a line; `prompt` is among the
      words, too: so every language has its own. What else there may be to learn from, it `reads`.
    - `at_work` makes of the lesson what trains it, or a `Trainer` is made. `telling` is what its view tells
      of its own (`downhill.training.trainer_view.Telling`), `attempts` makes its attempts at challenges,
      `finders` say what lies where in its pictures, by their names (`Finder`), `link_names` are the names of
      more that a link says. `beat_choices` are the choices that its beats begin with, `section` is the page's
      template for it.
    - `draw` draws the weights, `draw_course` the losses, `draw_words` the map of words, as a lesson's `draw`
      does; they are shown a `ModelScene`.
    - `describe(standing)` returns the key of the sentence that is true now: `now.<key>` in `words`.
    - `goal(standing)` tells whether the model has learned enough.
    - `overfits(standing)` tells whether it gets worse at held-out text while it learns its own; this and what
      it writes make landmarks (`downhill.training.landmarks`), with words under `landmark.…` and `pin.…`.
    - `challenges_of(text)` are what a reader may try to reach with a model of that text. The words for them
      are the lesson's own; so may be any that the page has for all challenges, under the same key.
    - `beat_numbers(text)` are the numbers in the gaps of the words `beat.…`, for a model of that text.
    - `stops` are steps after which a training pauses by itself, `passes` landmarks at which it does not.
    - `facts` names a module that comes late: `TRIALS` begin what is tried on a copy of a model, `FACTS` tell
      what the story says of one (`downhill.session.copy_verbs`), by name.
    - `film_draws` draw the pictures of the film's stage, by their names, besides the other three.
    - `home` and `experiments` name modules that come late, as in a `Lesson`.

    Raises `ValueError` when there is no word for a part of the corpus, or of a challenge.
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
        """The challenges in the language that is spoken."""
        return self.challenges_of(self.text()) if self.challenges_of else ()

    def challenge(self, id_: str) -> Challenge:
        """The challenge of that id. Raises `KeyError` with the challenges there are."""
        found = {challenge.id: challenge for challenge in self.challenges}
        if id_ not in found:
            raise KeyError(f"lesson {self.id} has no challenge {id_!r}, only {[*found]}")
        return found[id_]

    def text(self) -> Any:
        """The text to learn from, in the language that is spoken: a `Text`, or what the lesson `reads`."""
        if self.reads:
            return self.reads(self.words)
        return read(line for key in self.corpus for line in self.words[key].splitlines())


def is_model(lesson: object) -> TypeIs[ModelLesson]:
    """Whether a lesson is one with a model, not one with sliders. The only place that asks for the class."""
    return isinstance(lesson, ModelLesson)
