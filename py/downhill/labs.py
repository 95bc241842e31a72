"""What the page may ask of models: verbs that move one, and return its view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from downhill import lab_link
from downhill.lab import Lab
from downhill.lab_view import ModelView, mistaken, rates, view
from downhill.lesson import Mistake
from downhill.model import ModelLesson
from downhill.slices import Slices


class Labs:
    """All models at work. Every verb returns the view of the one that it touched."""

    def __init__(self, lessons: Iterable[ModelLesson]) -> None:
        self.labs = {lesson.id: Lab(lesson) for lesson in lessons}

    def __contains__(self, lesson: object) -> bool:
        return lesson in self.labs

    def __getitem__(self, lesson: str) -> Lab:
        return self.labs[lesson]

    def all(self) -> list[Lab]:
        """Every model."""
        return [*self.labs.values()]

    def obey(self, lesson: str, verb: str, *arguments: Any) -> ModelView:
        """Do what the page asks. Raises `AttributeError` for what is no verb."""
        done: ModelView = getattr(self, verb)(lesson, *arguments)
        return done

    def look(self, lesson: str) -> ModelView:
        """The model as it stands; the machine is not at work."""
        self.labs[lesson].at_work = False
        return view(self.labs[lesson])

    settle = look

    def step(self, lesson: str, count: int = 1) -> ModelView:
        """So many steps of descent; fewer when there is a reason to stop."""
        lab = self.labs[lesson]
        for _ in range(count):
            if not lab.step():
                break
        return self.look(lesson)

    slices = Slices  # made by whoever has a clock

    def work(self, lesson: str, slices: Slices, done: Callable[[], None], turn: float) -> None:
        """Train for a turn, in slices, or until there is a reason to stop; `train` then shows it."""
        lab = self.labs[lesson]
        behind = lab.behind
        # The steps of a link come to an end.
        slices.work(lambda: lab.step() and lab.behind == behind, done, turn)

    def train(self, lesson: str) -> ModelView:
        """The model while the machine is at work on it; the worker takes the steps, a slice at a time."""
        self.labs[lesson].at_work = True
        return view(self.labs[lesson])

    def reset(self, lesson: str) -> ModelView:
        """Back to the first weights."""
        self.labs[lesson].restart()
        return self.look(lesson)

    def reseed(self, lesson: str) -> ModelView:
        """Other first weights."""
        self.labs[lesson].reseed()
        return self.look(lesson)

    def set_rate(self, lesson: str, rate: float) -> ModelView:
        """Another learning rate."""
        self.labs[lesson].set_rate(rate)
        return self._as_before(lesson)

    def preset(self, lesson: str, name: str) -> ModelView:
        """One of the three learning rates to try. Raises `AttributeError` for a name that is none of them."""
        return self.set_rate(lesson, getattr(rates(self.labs[lesson]), name))

    def _as_before(self, lesson: str) -> ModelView:
        return view(self.labs[lesson])

    def move(self, lesson: str, name: str, value: float) -> ModelView:
        """A hand sets the weight that is chosen. `name` is that of its slider."""
        self.labs[lesson].put(self.labs[lesson].chosen, value)
        return self._as_before(lesson)

    def choose_weight(self, lesson: str, index: int) -> ModelView:
        """A hand takes the weight of that number."""
        lab = self.labs[lesson]
        lab.chosen = min(max(int(index), 0), len(lab.training.weights) - 1)
        return self._as_before(lesson)

    def enter(self, lesson: str, name: str, text: str) -> ModelView:
        """Take a prompt; of one that the model can't go on from only the mistake is told."""
        lab = self.labs[lesson]
        try:
            lab.enter(text)
        except Mistake as mistake:
            return self._as_before(lesson)._replace(mistake=mistaken(lab, mistake))
        return self._as_before(lesson)

    def settings(self) -> dict[str, str | float]:
        """What a link holds of all models, by lesson and name."""
        return {
            f"{id_}.{name}": value
            for id_, lab in self.labs.items()
            for name, value in lab_link.settings_of(lab).items()
        }

    def part(self, settings: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """What a link says of models, and what it says of other lessons."""
        ours = {name: text for name, text in settings.items() if name.partition(".")[0] in self.labs}
        return ours, {name: text for name, text in settings.items() if name not in ours}

    def restore(self, settings: Mapping[str, str]) -> list[str]:
        """Put all models where a link says; returns what made no sense."""
        ignored = []
        for id_, lab in self.labs.items():
            mine = {
                name.removeprefix(f"{id_}."): text
                for name, text in settings.items()
                if name.startswith(f"{id_}.")
            }
            ignored += [f"{id_}.{name}" for name in lab_link.restore(lab, mine)]
        return ignored

    def speak(self) -> None:
        """Another language has another text to learn from: all begins anew with it."""
        for lab in self.labs.values():
            lab.chosen = 0
            lab.restart()
