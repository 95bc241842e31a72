"""All lessons together: the state of each, what is locked, and the address of it all.

`downhill.verbs` lists what changes a session.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from downhill.lesson import Lesson
from downhill.lesson.looking_on import LookOn, unseen
from downhill.play.attempt_base import Attempts
from downhill.play.lesson_state import LessonState
from downhill.session import fragment as address
from downhill.session.kinds import MODEL, SLIDERS
from downhill.session.locks import Locks
from downhill.session.step_in_numbers import maths
from downhill.session.tally import Tally
from downhill.text.mistake import Mistake
from downhill.training.model_lesson import ModelLesson
from downhill.training.trainer import LessonAtWork, Trainer, trainer_of

CODE = "code"  # the name of a reader's code in a link
At = TypeVar("At", bound=LessonAtWork)


class Known(dict[str, At]):
    """The states of lessons, by name. Raises `KeyError`, listing the names, for an unknown one."""

    def __missing__(self, lesson: str) -> At:
        raise KeyError(f"no lesson {lesson!r}, only {list(self)}")


class Session:
    """The state of all lessons, those with sliders (`states`) and those with a model (`trainers`).

    `attempts` are the challenges in progress, `watched` the lessons whose next step is shown in numbers,
    `read` those whose Python is open, `tally` what was done since the page was opened. By lesson, `codes` are
    readers' own codes (`own_code.OwnCode`), `brought` those from a link that don't run yet, `ongoing` the
    experiments in progress (`experiments.Ongoing`), `kept` the reader's models, with their codes, that are
    put aside while a copy is used. `code_words` explain mistakes in codes. `maker` runs the lesson that a
    reader writes (`downhill.studio.making`), if there is one.
    Methods raise `KeyError`, listing the lessons, for an unknown lesson.
    """

    def __init__(self, lessons: Iterable[Lesson], models: Iterable[ModelLesson] = ()) -> None:
        self.states = Known({lesson.id: LessonState(lesson) for lesson in lessons})
        self.trainers = Known({model.id: trainer_of(model) for model in models})
        self.all: Known[LessonAtWork] = Known({**self.states, **self.trainers})
        self.kinds = dict.fromkeys(self.states, SLIDERS) | dict.fromkeys(self.trainers, MODEL)
        self.attempts = Attempts()
        self.watched: set[str] = set()
        self.read: set[str] = set()
        self.codes: dict[str, Any] = {}
        self.code_words: dict[str, str] = {}
        self.brought: dict[str, str] = {}
        self.ongoing: dict[str, Any] = {}
        self.kept: dict[str, tuple[Trainer, Any]] = {}
        self.maker: Any = None
        self.locks = Locks()
        self.tally = Tally()

    @property
    def lessons(self) -> list[Lesson | ModelLesson]:
        """Return all lessons, as they open."""
        return [
            *(state.plain for state in self.states.values()),
            *(trainer.plain for trainer in self.trainers.values()),
        ]

    def put_lesson(self, lesson: Lesson, look_on: LookOn = unseen) -> LessonState:
        """Add a lesson with sliders, as it opens, or replace the one with the same id.

        `look_on` watches while its functions run.
        """
        state = LessonState(lesson, look_on)
        self.states[lesson.id] = self.all[lesson.id] = state
        self.kinds[lesson.id] = SLIDERS
        self._give()
        return state

    def makes(self, lesson: str) -> bool:
        """Return whether that is the lesson the reader is writing."""
        return self.maker is not None and self.maker.id == lesson

    def at_work(self, lesson: str) -> LessonAtWork:
        """Return the state of a lesson of any kind."""
        return self.all[lesson]

    def state(self, lesson: str) -> LessonState:
        """Return the state of a lesson with sliders."""
        return self.states[lesson]

    def trainer(self, lesson: str) -> Trainer:
        """Return the state of a lesson with a model."""
        return self.trainers[lesson]

    def own(self, lesson: str) -> LessonAtWork:
        """Return the reader's own state of a lesson: the model put aside, if there is one."""
        return self.kept[lesson][0] if lesson in self.kept else self.at_work(lesson)

    def put_copy(self, lesson: str) -> None:
        """Put the reader's model aside and use a copy of it, which replaces any earlier copy."""
        self.bring_back(lesson)
        own = self.trainer(lesson)
        own.pause()
        self.kept[lesson] = own, self.codes.get(lesson)
        self._put_at_work(lesson, own.copied())

    def bring_back(self, lesson: str) -> None:
        """Bring back the reader's model exactly as it was put aside; do nothing if none was."""
        if lesson in self.kept:
            self.attempts.leave(lesson)
            own, code = self.kept.pop(lesson)
            self.codes.pop(lesson, None)
            self.codes |= {lesson: code} if code else {}
            self._put_at_work(lesson, own)

    def _put_at_work(self, lesson: str, state: Any) -> None:
        self.all[lesson] = (self.states if lesson in self.states else self.trainers)[lesson] = state
        self.tally.note_rewind(lesson, (state.hand_moves, state.machine_steps))

    def is_training(self, lesson: str) -> bool:
        """Return whether the machine is training in a lesson, turn after turn."""
        return self.at_work(lesson).is_training

    def view(self, lesson: str, mistake: Mistake | None = None) -> Any:
        """Return the view of a lesson, a `View` or `ModelView`; `mistake` is one in a reader's text."""
        shown: dict[str, Any] = {"mistake": mistake}
        state, attempt = self.all[lesson], self.attempts.get(lesson)
        if attempt:
            shown["challenge"] = attempt.shown()
        if lesson in self.watched:
            shown["maths"] = maths(self.state(lesson))
        if lesson in self.codes:
            shown["code"] = self.codes[lesson].shown(state.latest_loss, self.code_words)
        if lesson in self.read:
            shown["python"] = self._python(lesson)
        if lesson in self.kept and lesson in self.trainers:
            shown["kept"] = self.kept[lesson][0]
        found = self.kinds[lesson].view(state, **shown)
        self.tally.note(lesson, (state.hand_moves, state.machine_steps), found.solved, state.behind)
        if attempt:
            self.tally.note_challenge(lesson, shown["challenge"]["id"], shown["challenge"]["state"])
        return found

    def _python(self, lesson: str) -> dict[str, str]:
        """Return the values beside a lesson's Python: the reader's code if it runs there, else its own."""
        state = self.at_work(lesson)
        if lesson in self.codes and (state.own_functions is not None or self.makes(lesson)):
            return dict(self.codes[lesson].values(state.covers))
        return self.kinds[lesson].python_values(state)

    def run_rows(self, lesson: str) -> Iterator[tuple[str, ...]]:
        """Return the run of a lesson as a table, column names first."""
        state = self.at_work(lesson)
        return self.kinds[lesson].run_rows(state)

    def lock(self, parts: Iterable[str]) -> None:
        """Replace the locked parts (`downhill.session.locks`): requests that use one change nothing.

        Descent still moves locked sliders; Reset brings them back to where they are now.
        """
        self.locks = Locks(parts)
        self._give()

    def _give(self) -> None:
        self.locks.give({id_: state.values for id_, state in self.states.items()})

    def fragment(self, place: str) -> str:
        """Return the address of the page's current state: only what differs from the start."""
        return address.encode(place, self.settings())

    def settings(self) -> dict[str, str | float]:
        """Return what differs from the start, by lesson and name; for a model put aside, not for its copy."""
        found = {
            f"{id_}.{name}": value
            for id_ in self.all
            for name, value in self.kinds[id_].settings_of(self.own(id_)).items()
        }
        own = self.codes | {id_: code for id_, (_, code) in self.kept.items()}
        codes = {f"{id_}.{CODE}": code.text for id_, code in own.items() if code and code.text and code.fits}
        return found | codes

    def differs(self, lesson: str) -> bool:
        """Return whether anything in a lesson differs from its start, so that a link would store it."""
        return lesson in self.codes or bool(self.kinds[lesson].settings_of(self.at_work(lesson)))

    def restore(self, fragment: str) -> tuple[str, ...]:
        """Apply a link; return the parts that couldn't be used, which change nothing."""
        self.attempts.leave_all()
        for id_ in [*self.kept]:
            self.bring_back(id_)
        link = address.decode(fragment)
        said: dict[str, dict[str, str]] = {id_: {} for id_ in self.all}
        ignored = [*link.ignored]
        for name, text in link.settings.items():
            lesson, _, what = name.partition(".")
            if lesson in self.all and (what == CODE or self._takes(lesson, what)):
                said[lesson][what] = text
            else:
                ignored.append(name[:40])
        for id_ in [*self.all]:
            ignored += (f"{id_}.{what}" for what in self._restore(id_, said[id_].pop(CODE, ""), said[id_]))
        self._give()
        return tuple(ignored)

    def _takes(self, lesson: str, what: str) -> bool:
        """Return whether a link can set that in a lesson; in one that a reader writes, its code decides."""
        return self.makes(lesson) or what in self.kinds[lesson].settable(self.all[lesson])

    def _restore(self, lesson: str, code: str, said: dict[str, str]) -> Iterable[str]:
        """Apply a link's settings to a lesson; return those that couldn't be used."""
        if self.makes(lesson):
            return list(self.maker.restore(code, said))
        self._bring_code(lesson, code)
        if lesson in self.trainers and self._stands(lesson, said):
            self.trainers[lesson].pause()
            return []
        return self.kinds[lesson].restore(self.all[lesson], said)

    def _stands(self, lesson: str, said: dict[str, str]) -> bool:
        """Return whether a model is already trained exactly as a link says, so no step must be retaken."""
        trainer = self.trainers[lesson]
        if not trainer.steps or trainer.behind or trainer.own_since is not None:
            return False
        told = {f"{lesson}.{name}": value for name, value in self.kinds[lesson].settings_of(trainer).items()}
        found = address.decode(address.encode(lesson, told)).settings
        return found == {f"{lesson}.{name}": text for name, text in said.items()}

    def _bring_code(self, lesson: str, text: str) -> None:
        """Store the code from a link; it doesn't run unless it is already running.

        If it is different code, the lesson's own functions run. In a model they always do, because the steps
        before the code first ran are taken again.
        """
        self.brought.pop(lesson, None)
        code = self.codes.get(lesson)
        if code and (code.text != text or lesson in self.trainers):
            self.all[lesson].put_functions(None)
            del self.codes[lesson]
        if text and lesson not in self.codes:
            self.brought[lesson] = text

    def set_language(self) -> None:
        """Update everything after the words of the lessons have changed."""
        for id_ in [*self.kept]:
            self.bring_back(id_)
        for state in self.all.values():
            state.set_language()
