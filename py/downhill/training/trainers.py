"""What the page may ask of models: verbs that move one, and return its view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from downhill.play.attempts import Attempts
from downhill.text.mistake import Mistake
from downhill.training import trainer_link
from downhill.training.model_lesson import ModelLesson
from downhill.training.time_slices import Slices
from downhill.training.trainer import Trainer
from downhill.training.trainer_attempt import TrainerAttempt
from downhill.training.trainer_view import ModelView, mistaken, rates, view


class Trainers:
    """All models at work. Every verb returns the view of the one that it touched.

    `attempts` are the session's: the challenges that are on.
    """

    def __init__(self, lessons: Iterable[ModelLesson], attempts: Attempts | None = None) -> None:
        self.trainers = {lesson.id: Trainer(lesson) for lesson in lessons}
        self.attempts = attempts or Attempts()

    def __contains__(self, lesson: object) -> bool:
        return lesson in self.trainers

    def __getitem__(self, lesson: str) -> Trainer:
        return self.trainers[lesson]

    def all(self) -> list[Trainer]:
        """Every model."""
        return [*self.trainers.values()]

    def obey(self, lesson: str, verb: str, *arguments: Any) -> ModelView:
        """Do what the page asks. Raises `AttributeError` for what is no verb."""
        done: ModelView = getattr(self, verb)(lesson, *arguments)
        return done

    def look(self, lesson: str) -> ModelView:
        """The model as it stands; the machine is not at work."""
        self.trainers[lesson].at_work = False
        return self._seen(lesson)

    def _seen(self, lesson: str) -> ModelView:
        challenge = self.attempts.shown(lesson)
        return view(self.trainers[lesson])._replace(challenge=challenge)

    def settle(self, lesson: str) -> ModelView:
        """The hand has let go, or the machine rests."""
        self.trainers[lesson].settle()
        return self.look(lesson)

    def step(self, lesson: str, count: int = 1) -> ModelView:
        """So many steps of descent; fewer when there is a reason to stop."""
        trainer, decided = self.trainers[lesson], self.attempts.decision(lesson)
        for _ in range(count):
            if not trainer.step() or decided():
                break
        return self.look(lesson)

    slices = Slices  # made by whoever has a clock

    def work(self, lesson: str, slices: Slices, done: Callable[[], None], turn: float) -> None:
        """Train for a turn, in slices, or until there is a reason to stop; `train` then shows it."""
        trainer = self.trainers[lesson]
        before = self._aims(lesson)

        def over() -> None:
            trainer.at_work, trainer.turns = True, trainer.turns + 1
            done()

        aiming = any(before)  # to ask after every step takes time

        def step() -> bool:
            return trainer.step() and (not aiming or self._aims(lesson) == before)

        slices.work(step, over, turn)

    def _aims(self, lesson: str) -> tuple[bool, bool]:
        """What may end with any step: those that a link tells of, and a challenge."""
        return self.trainers[lesson].behind, self.attempts.is_open(lesson)

    def train(self, lesson: str) -> ModelView:
        """The model while the machine is at work on it; the worker takes the steps, a slice at a time."""
        self.trainers[lesson].at_work = True
        return self._seen(lesson)

    def shows_soon(self, lesson: str, verb: str) -> bool:
        """Whether what a verb changes is to be seen after this turn of the machine anyway, or nowhere."""
        if verb == "spell":
            return True
        return lesson in self.trainers and self.trainers[lesson].at_work and verb in ("set_rate", "move")

    def reset(self, lesson: str) -> ModelView:
        """Back to the first weights; while a challenge is on, to where it began."""
        if not self.attempts.begin(lesson):
            self.trainers[lesson].restart()
        return self.look(lesson)

    def reseed(self, lesson: str) -> ModelView:
        """Other first weights."""
        self.trainers[lesson].reseed()
        return self.look(lesson)

    def set_rate(self, lesson: str, rate: float) -> ModelView:
        """Another learning rate."""
        self.trainers[lesson].set_rate(rate)
        return self._seen(lesson)

    def preset(self, lesson: str, name: str) -> ModelView:
        """One of the three learning rates to try. Raises `AttributeError` for a name that is none of them."""
        return self.set_rate(lesson, getattr(rates(self.trainers[lesson]), name))

    def move(self, lesson: str, name: str, value: float) -> ModelView:
        """A hand sets the weight that is chosen. `name` is that of its slider."""
        self.trainers[lesson].move(value)
        return self._seen(lesson)

    def choose_weight(self, lesson: str, index: int) -> ModelView:
        """A hand takes the weight of that number."""
        self.trainers[lesson].take(int(index))
        return self._seen(lesson)

    def enter(self, lesson: str, name: str, text: str) -> ModelView:
        """Take a prompt; of one that the model can't go on from only the mistake is told."""
        trainer = self.trainers[lesson]
        try:
            trainer.enter(text)
        except Mistake as mistake:
            return self._seen(lesson)._replace(mistake=mistaken(trainer, mistake))
        return self._seen(lesson)

    def spell(self, lesson: str, name: str, text: str) -> ModelView:
        """What is wrong with a prompt that is still being written; nothing is taken."""
        trainer = self.trainers[lesson]
        try:
            trainer.spell(text, writing=True)
        except Mistake as mistake:
            return self._seen(lesson)._replace(mistake=mistaken(trainer, mistake))
        return self._seen(lesson)

    def challenge(self, lesson: str, name: str) -> ModelView:
        """Begin a challenge, or begin it again. Raises `KeyError` for one that the lesson does not have."""
        trainer = self.trainers[lesson]
        self.attempts.put(lesson, TrainerAttempt(trainer, trainer.lesson.challenge(name)))
        return self.look(lesson)

    def guess(self, lesson: str, value: float) -> ModelView:
        """The reader says which number a challenge asks for."""
        self.attempts.guess(lesson, value)
        return self._seen(lesson)

    def leave(self, lesson: str) -> ModelView:
        """Leave the challenge that is on; everything stays where it stands."""
        self.attempts.leave(lesson)
        return self.look(lesson)

    def settings(self) -> dict[str, str | float]:
        """What a link holds of all models, by lesson and name."""
        return {
            f"{id_}.{name}": value
            for id_, trainer in self.trainers.items()
            for name, value in trainer_link.settings_of(trainer).items()
        }

    def part(self, settings: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """What a link says of models, and what it says of other lessons."""
        ours = {name: text for name, text in settings.items() if name.partition(".")[0] in self.trainers}
        return ours, {name: text for name, text in settings.items() if name not in ours}

    def restore(self, settings: Mapping[str, str]) -> list[str]:
        """Put all models where a link says; returns what made no sense."""
        ignored = []
        for id_, trainer in self.trainers.items():
            mine = {
                name.removeprefix(f"{id_}."): text
                for name, text in settings.items()
                if name.startswith(f"{id_}.")
            }
            ignored += [f"{id_}.{name}" for name in trainer_link.restore(trainer, mine)]
        return ignored

    def speak(self) -> None:
        """Another language has another text to learn from: all begins anew with it."""
        for trainer in self.trainers.values():
            trainer.chosen = 0
            trainer.restart()
