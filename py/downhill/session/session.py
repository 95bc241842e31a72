"""The one mutable thing: where every lesson stands. Whoever moves a value comes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from downhill.lesson import Lesson
from downhill.play import actions
from downhill.play.attempt import Attempt
from downhill.play.attempts import Attempts
from downhill.play.lesson_state import LessonState
from downhill.play.present_run import again, keep
from downhill.play.race import told as race_told
from downhill.play.rates import Presets
from downhill.play.view_axes import aimed
from downhill.session import fragment as address
from downhill.session import link_settings
from downhill.session.locks import Locks
from downhill.session.step_in_numbers import maths
from downhill.session.view import View, told, view
from downhill.text.mistake import Mistake
from downhill.training.model_lesson import ModelLesson
from downhill.training.trainer import Trainer
from downhill.training.trainers import Trainers


class Session:
    """All lessons at work. Every verb returns the `View` of the lesson that it touched.

    `trainers` are those in which a model is trained; they have verbs of their own. `paint` is called with a
    lesson whenever something has been done in it, before the words about it are found (after those about a
    model): pixels come first.

    Verbs raise `KeyError`, naming what is unknown, for a lesson, a slider or a choice that is not there.
    """

    def __init__(self, lessons: Iterable[Lesson], models: Iterable[ModelLesson] = ()) -> None:
        self.states = {lesson.id: LessonState(lesson) for lesson in lessons}
        self.attempts = Attempts()
        self.trainers = Trainers(models, self.attempts)
        self.watched: set[str] = set()
        self.paint: Callable[[str], None] = lambda lesson: None
        self.locks = Locks()

    def lock(self, parts: Iterable[str]) -> None:
        """From now on `obey` changes nothing by these parts of a lesson (`downhill.session.locks`).

        Descent still moves locked sliders; Reset brings them back to where they stand now.
        """
        self.locks = Locks(parts)
        self._give()

    def _give(self) -> None:
        self.locks.give({id_: state.values for id_, state in self.states.items()})

    def obey(self, who: Any, lesson: str, verb: str, *arguments: Any) -> Any:
        """Let `who`, the session or one who works with it, do what the page asks, unless that is locked.

        Returns the view of the lesson, or of the model.
        """
        once_more = verb == "challenge" and self.attempts.has(lesson, *arguments)
        refused = self.locks.refuse(lesson, verb, *arguments) and not once_more
        if lesson not in self.trainers:
            return self.look(lesson) if refused else getattr(who, verb)(lesson, *arguments)
        seen = self.trainers.look(lesson) if refused else self.trainers.obey(lesson, verb, *arguments)
        if not self.trainers.shows_soon(lesson, verb):
            self.paint(lesson)
        return seen

    @property
    def lessons(self) -> list[Lesson | ModelLesson]:
        """All lessons, as they open."""
        return [
            *(state.plain for state in self.states.values()),
            *(trainer.lesson for trainer in self.trainers.all()),
        ]

    def stand(self, lesson: str) -> LessonState | Trainer:
        """Where that lesson stands, or that model. Raises `KeyError` with the lessons there are."""
        return self.trainers[lesson] if lesson in self.trainers else self.state(lesson)

    def state(self, lesson: str) -> LessonState:
        """Where that lesson stands. Raises `KeyError` with the lessons there are."""
        if lesson not in self.states:
            raise KeyError(f"no lesson {lesson!r}, only {list(self.states)}")
        return self.states[lesson]

    def look(self, lesson: str) -> View:
        """The lesson as it stands, nothing moved."""
        state, challenge = self.state(lesson), self.attempts.shown(lesson)
        self.paint(lesson)
        seen = view(state)._replace(challenge=challenge)
        return seen._replace(maths=maths(state)) if lesson in self.watched else seen

    def watch(self, lesson: str, watching: bool) -> View:
        """Somebody begins, or ceases, to look at the lesson's next step in numbers."""
        self.state(lesson)
        (self.watched.add if watching else self.watched.discard)(lesson)
        return self.look(lesson)

    def move(self, lesson: str, name: str, value: float) -> View:
        """A hand moves a slider: clamp and snap, keep, measure."""
        self.state(lesson).move(name, value)
        return self.look(lesson)

    def point(self, lesson: str, values: Mapping[str, float]) -> View:
        """A hand puts several sliders somewhere in one move; those that are locked stay."""
        self.state(lesson).point(self.locks.free(lesson, values))
        return self.look(lesson)

    def settle(self, lesson: str) -> View:
        """The hand has let go of the slider."""
        self.state(lesson).settle()
        return self.look(lesson)

    def choose(self, lesson: str, name: str, option: str) -> View:
        """Switch one of the lesson's choices."""
        self.state(lesson).choose(name, option)
        return self.look(lesson)

    def enter(self, lesson: str, name: str, text: str) -> View:
        """Take a text that the reader wrote; of one that makes no sense only the mistake is told."""
        try:
            self.state(lesson).enter(name, text)
        except Mistake as mistake:
            return self.look(lesson)._replace(mistake=told(self.state(lesson), name, mistake))
        return self.look(lesson)

    def act(self, lesson: str, name: str) -> View:
        """Press one of the lesson's own buttons. Raises `KeyError` for one that it does not have."""
        actions.act(self.state(lesson), name)
        return self.look(lesson)

    def set_rate(self, lesson: str, rate: float) -> View:
        """Another learning rate."""
        self.state(lesson).set_rate(rate)
        return self.look(lesson)

    def preset(self, lesson: str, name: str) -> View:
        """One of the three learning rates to try. Raises `KeyError` for a name that is none of them."""
        state = self.state(lesson)
        if name not in Presets._fields:
            raise KeyError(f"no learning rate {name!r}, only {list(Presets._fields)}")
        state.set_rate(getattr(state.variant.presets, name))
        return self.look(lesson)

    def set_log(self, lesson: str, log: bool) -> View:
        """Losses on a logarithmic scale, or on a plain one."""
        self.state(lesson).log = log
        return self.look(lesson)

    def step(self, lesson: str, count: int = 1) -> View:
        """So many steps of gradient descent; fewer when that ends the run, or decides a challenge.

        A run that has just decided a challenge counts as finished.
        """
        state, decided = self.state(lesson), self.attempts.decision(lesson)
        for _ in range(count):
            if not state.step() or state.finished or decided():
                break
        seen = self.look(lesson)
        return seen._replace(finished=seen.finished or decided())

    def play(self, lesson: str, count: int = 1) -> View:
        """The next steps of a run that plays."""
        return self.step(lesson, count)

    def rewind(self, lesson: str, place: int) -> View:
        """Back or forth to a place of the present trail, counted from 0, with everything as it was there."""
        self.state(lesson).rewind(place)
        self.attempts.rewound(lesson)
        return self.look(lesson)

    def back(self, lesson: str) -> View:
        """Take back the last step of the machine, or the hand's last move."""
        return self.rewind(lesson, self.state(lesson).trail.before())

    def again(self, lesson: str) -> View:
        """Back to exactly where the machine's present run began."""
        again(self.state(lesson))
        return self.look(lesson)

    def keep(self, lesson: str) -> View:
        """Keep the present run, to be seen beside later ones."""
        state = self.state(lesson)
        keep(state)
        return self.look(lesson)

    def forget_run(self, lesson: str, number: int) -> View:
        """Forget a kept run. Raises `KeyError` where there is none of that number."""
        self.state(lesson).shelf.drop(number)
        return self.look(lesson)

    def aim(self, lesson: str, picture: str, names: Sequence[str]) -> View:
        """Other sliders as the axes of a view of the loss. Raises `KeyError` for what can't be its axes."""
        state = self.state(lesson)
        state.aims = aimed(state.lesson, state.aims, picture, names)
        return self.look(lesson)

    def reset(self, lesson: str) -> View:
        """Back to the lesson's start values; while a challenge is on, to where it began."""
        if not self.attempts.begin(lesson):
            state = self.state(lesson)
            state.restart()
            if self.locks.parts:
                names = [slider.name for slider in state.lesson.sliders]
                state.place(self.locks.reset(lesson, names, state.values))
        return self.look(lesson)

    def challenge(self, lesson: str, name: str) -> View:
        """Begin a challenge of the lesson, or begin it again. Raises `KeyError` for one it does not have."""
        state = self.state(lesson)
        self.attempts.put(lesson, Attempt(state, state.lesson.challenge(name)))
        return self.look(lesson)

    def guess(self, lesson: str, value: float) -> View:
        """The reader says where the next step leads; without a challenge nobody listens."""
        self.attempts.guess(lesson, value)
        return self.look(lesson)

    def leave(self, lesson: str) -> View:
        """Leave the challenge that is on; everything stays where it stands."""
        self.attempts.leave(lesson)
        return self.look(lesson)

    def race(self, lesson: str) -> dict[str, Any]:
        """What gradient descent makes of the start that the hand's last moves had: texts for the page."""
        return race_told(self.state(lesson))

    def fragment(self, place: str) -> str:
        """The address of the page as it stands: only what differs from the start."""
        return address.encode(place, self.settings())

    def settings(self) -> dict[str, str | float]:
        """What differs from the start, by lesson and name."""
        of_states: dict[str, str | float] = {
            f"{id_}.{name}": value
            for id_, state in self.states.items()
            for name, value in link_settings.settings_of(state).items()
        }
        return of_states | self.trainers.settings()

    def restore(self, fragment: str) -> tuple[str, ...]:
        """Put everything where a link says; the parts that made no sense are returned and change nothing."""
        self.attempts.leave_all()
        link = address.decode(fragment)
        of_labs, others = self.trainers.part(link.settings)
        ignored = link_settings.restore(self.states, link._replace(settings=others))
        self._give()
        return (*ignored, *self.trainers.restore(of_labs))
