"""What lessons at work have in common, whether they have sliders or a whole model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from downhill.lesson.challenge import Challenge
from downhill.lesson.film import Film
from downhill.lesson.looking_on import LookOn, unseen
from downhill.play.rates import Presets
from downhill.play.ways import Ways


class AnyLesson(Protocol):
    """A lesson as data: its id, its words, its film, its challenges."""

    @property
    def id(self) -> str:
        """Its name in addresses and requests."""

    @property
    def words(self) -> dict[str, str]:
        """Its words in the language that is spoken, by key."""

    @property
    def film(self) -> Film:
        """What the filled button does in the beats of its story."""

    @property
    def home(self) -> str:
        """The module that says what its file to take home needs."""

    @property
    def experiments(self) -> str:
        """The module with what a reader may try in its Python."""

    @property
    def challenges(self) -> tuple[Challenge, ...]:
        """Its challenges, in their order."""

    def challenge(self, id_: str, /) -> Challenge:
        """The challenge of that id. Raises `KeyError` with the challenges there are."""


class LessonAtWork(Protocol):
    """The state of one lesson: what a hand and the machine change in it. Mutable.

    `LessonState` is one, with sliders; `downhill.training.trainer.Trainer` is another, with a model.
    """

    @property
    def plain(self) -> AnyLesson:
        """The lesson as it opens, in no particular variant."""

    @property
    def lesson(self) -> AnyLesson:
        """The lesson in its present variant."""

    @property
    def rate(self) -> float:
        """The learning rate of now."""

    @property
    def presets(self) -> Presets:
        """The three learning rates to try."""

    @property
    def latest_loss(self) -> float:
        """The loss where it stands, NaN where there is none."""

    @property
    def hand_moves(self) -> int:
        """How often a hand has moved something."""

    @property
    def machine_steps(self) -> int:
        """How many steps of descent were taken."""

    @property
    def finished(self) -> bool:
        """Whether more steps of the present run lead nowhere."""

    @property
    def is_training(self) -> bool:
        """Whether the machine trains, turn after turn, in which pictures follow by themselves."""

    def move(self, name: str, value: float) -> None:
        """A hand moves the slider of that name."""

    def enter(self, name: str, text: str) -> None:
        """Take a text for the entry of that name. Raises `Mistake` for one that makes no sense."""

    def choose(self, name: str, option: str) -> None:
        """Another option of a choice. Raises `KeyError` for what there is not."""

    def rewind(self, place: int) -> None:
        """Go back or forth to a place of those that are kept, counted from 0."""

    def settle(self) -> None:
        """The hand lets go: its next move counts as another one."""

    def pause(self) -> None:
        """The machine trains no more."""

    @property
    def ways(self) -> Ways:
        """The ways downhill, of which one is chosen."""

    def set_way(self, name: str) -> None:
        """Choose another way. Raises `KeyError` for one that there is not."""

    def set_beta(self, name: str, beta: float) -> None:
        """Set the share that the chosen way keeps of its memory. Raises `KeyError` for another name."""

    def set_rate(self, rate: float) -> None:
        """Set the learning rate, clamped to the ends of its slider."""

    @property
    def page_functions(self) -> Mapping[str, Callable[..., Any]]:
        """The lesson's own functions that a reader's may stand for, by name, in the order of reading."""

    @property
    def count(self) -> int:
        """How many numbers descent moves."""

    @property
    def covers(self) -> bool:
        """Whether the next step is kept from the reader."""

    @property
    def own_functions(self) -> Mapping[str, Callable[..., Any]] | None:
        """The functions of a reader's that run there, None where the lesson's own do."""

    def put_functions(
        self, functions: Mapping[str, Callable[..., Any]] | None, look_on: LookOn = unseen
    ) -> None:
        """Functions of a reader's stand for the lesson's own; None brings those back.

        `look_on` looks on while they work where the lesson stands. What they raise goes on, and nothing has
        changed then.
        """

    def try_functions(self) -> None:
        """Let all functions of the lesson work where it stands."""

    def step(self) -> bool:
        """Take one step of descent. False where none can be taken, or the run has stopped with it."""

    parts: frozenset[str] | None

    def show_reel(self, name: str, share: float) -> None:
        """Show that much of a reel of the lesson's film."""

    def restart(self) -> None:
        """Back to where the lesson begins."""

    def scene(self) -> Any:
        """All that the pictures of the lesson may show."""

    def set_language(self) -> None:
        """Follow the words of the lesson, which have changed."""
