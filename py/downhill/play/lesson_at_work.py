"""What the states of all lessons share, whether they have sliders or a whole model."""

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
        """Its words in the current language, by key."""

    @property
    def film(self) -> Film:
        """What the filled button does in the beats of its story."""

    @property
    def home(self) -> str:
        """The module with what its take-home file needs."""

    @property
    def experiments(self) -> str:
        """The module with the experiments that a reader can try in its Python."""

    @property
    def challenges(self) -> tuple[Challenge, ...]:
        """Its challenges, in order."""

    def challenge(self, id_: str, /) -> Challenge:
        """Return the challenge with that id. Raises `KeyError`, listing the challenges, if there is none."""


class LessonAtWork(Protocol):
    """The state of one lesson, which the hand and the machine change. Mutable.

    `LessonState` is one, with sliders; `downhill.training.trainer.Trainer` is another, with a model.
    """

    @property
    def plain(self) -> AnyLesson:
        """The lesson as it opens, not in any particular variant."""

    @property
    def lesson(self) -> AnyLesson:
        """The lesson in its current variant."""

    @property
    def rate(self) -> float:
        """The current learning rate."""

    @property
    def presets(self) -> Presets:
        """The three learning rates to try."""

    @property
    def latest_loss(self) -> float:
        """The current loss, NaN if there is none."""

    @property
    def hand_moves(self) -> int:
        """How often a hand has moved something."""

    @property
    def machine_steps(self) -> int:
        """How many steps of descent were taken."""

    @property
    def finished(self) -> bool:
        """Whether more steps of the current run lead nowhere."""

    @property
    def is_training(self) -> bool:
        """Whether the machine is training, turn after turn; each turn updates the pictures."""

    @property
    def behind(self) -> bool:
        """Whether steps from a link are still being retaken."""

    def move(self, name: str, value: float) -> None:
        """Move the slider with that name, as the hand does."""

    def enter(self, name: str, text: str) -> None:
        """Take a text for the entry with that name. Raises `Mistake` if the lesson can't use it."""

    def choose(self, name: str, option: str) -> None:
        """Choose another option of a choice. Raises `KeyError` for an unknown one."""

    def rewind(self, place: int) -> None:
        """Go to one of the places on the trail, counted from 0."""

    def settle(self) -> None:
        """Let go of the slider: the next move counts as a new one."""

    def pause(self) -> None:
        """Stop training."""

    @property
    def ways(self) -> Ways:
        """The ways downhill, one of them chosen."""

    def set_way(self, name: str) -> None:
        """Choose another way. Raises `KeyError` for an unknown one."""

    def set_beta(self, name: str, beta: float) -> None:
        """Set how much of its memory the chosen way keeps. Raises `KeyError` for an unknown name."""

    def set_rate(self, rate: float) -> None:
        """Set the learning rate, clamped to the ends of its slider."""

    @property
    def page_functions(self) -> Mapping[str, Callable[..., Any]]:
        """The lesson's own functions that a reader can replace, by name, in the order they are shown."""

    @property
    def count(self) -> int:
        """How many numbers descent moves."""

    @property
    def covers(self) -> bool:
        """Whether the next step is hidden from the reader."""

    @property
    def own_functions(self) -> Mapping[str, Callable[..., Any]] | None:
        """The reader's functions that run there, None if the lesson's own do."""

    def put_functions(
        self, functions: Mapping[str, Callable[..., Any]] | None, look_on: LookOn = unseen
    ) -> None:
        """Replace the lesson's own functions with a reader's; None brings the lesson's back.

        `look_on` watches while they run on the current state. If they raise an exception, it propagates and
        nothing changes.
        """

    def try_functions(self) -> None:
        """Run all functions of the lesson on its current state."""

    def step(self) -> bool:
        """Take one step of descent. Return False if none can be taken, or if the run stops there."""

    parts: frozenset[str] | None
    reel: str | None

    def show_reel(self, name: str, share: float) -> None:
        """Show that share of a reel of the lesson's film."""

    def restart(self) -> None:
        """Go back to where the lesson begins."""

    def scene(self) -> Any:
        """Return everything that the lesson's pictures can show."""

    def set_language(self) -> None:
        """Update everything after the words of the lesson have changed."""
