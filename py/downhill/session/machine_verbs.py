"""The verbs of the machine: take steps of descent, set their rate, go back over them.

Functions raise `KeyError`, with the unknown name, for a lesson or rate that doesn't exist.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from downhill.play.rates import Presets
from downhill.session.session import Session
from downhill.training.time_slices import Slices


def set_way(session: Session, lesson: str, name: str) -> None:
    """Choose another way downhill. Raises `KeyError` for an unknown one.

    Challenges are about plain descent, so this leaves a challenge in progress.
    """
    at_work = session.at_work(lesson)
    if name != at_work.ways.name:
        at_work.set_way(name)
        session.attempts.leave(lesson)


def preset(session: Session, lesson: str, name: str) -> None:
    """Set one of the three learning rates to try. Raises `KeyError` for any other name."""
    state = session.at_work(lesson)
    if name not in Presets._fields:
        raise KeyError(f"no learning rate {name!r}, only {list(Presets._fields)}")
    state.set_rate(state.presets[Presets._fields.index(name)])


def step(session: Session, lesson: str, count: int = 1) -> None:
    """Take `count` steps of gradient descent; fewer if the run ends sooner, or a challenge is decided."""
    state, decided = session.at_work(lesson), session.attempts.decision(lesson)
    for _ in range(count):
        if not state.step() or state.finished or decided():
            break
    state.pause()


def train(
    session: Session,
    lesson: str,
    slices: Slices,
    done: Callable[[], None],
    turn: float,
    most: int = 0,
    pausing: bool = False,
) -> None:
    """Train a model for a turn, in ms, slice by slice, or until there is a reason to stop; then call `done`.

    Reasons are: a link's steps are all taken, a challenge is done or lost, `most` steps were taken, or, if
    `pausing`, the model pauses there (`pauses_at`). With `most`, losses are measured at the end.
    """
    trainer, attempts = session.trainer(lesson), session.attempts
    end = trainer.steps + most if most else math.inf
    before = trainer.behind, attempts.is_open(lesson)
    watched = any(before)

    def step() -> bool:
        going = trainer.step() and trainer.steps < end and not (pausing and trainer.pauses_at)
        return going and (not watched or (trainer.behind, attempts.is_open(lesson)) == before)

    def here() -> bool:
        return session.trainers[lesson] is trainer  # else it was put aside, or it was a copy that is gone

    def over() -> None:
        if here():
            trainer.is_training, trainer.turns = True, trainer.turns + 1
            if most:
                trainer.note_losses()
        attempts.observe(lesson)
        done()

    # Asking after every step takes time, so ask only if there is something to ask.
    take = step if watched or most or pausing else trainer.step
    slices.work(lambda: here() and take(), over, turn)


def rewind(session: Session, lesson: str, place: int) -> None:
    """Go to a place of the current trail, counted from 0, with everything as it was there."""
    state = session.at_work(lesson)
    state.rewind(place)
    session.attempts.note_rewind(lesson)
    session.tally.note_rewind(lesson, (state.hand_moves, state.machine_steps))


def back(session: Session, lesson: str) -> None:
    """Undo the machine's last step, or the hand's last move."""
    rewind(session, lesson, session.state(lesson).trail.before())


def from_start(session: Session, lesson: str) -> None:
    """Put the sliders where the hand's first move began, so that the machine can start there too."""
    session.state(lesson).from_start()
    session.attempts.note_rewind(lesson)


def forget_run(session: Session, lesson: str, number: int) -> None:
    """Forget a kept run. Raises `KeyError` if no run has that number."""
    session.state(lesson).shelf.drop(number)


def reset(session: Session, lesson: str) -> None:
    """Go back to the lesson's start, or to that of the challenge in progress.

    Locked sliders go back to where they were when they were locked.
    """
    state = session.at_work(lesson)
    if session.attempts.begin(lesson):
        return
    state.restart()
    if session.locks.parts and lesson in session.states:
        sliders = session.states[lesson]
        names = [slider.name for slider in sliders.lesson.sliders]
        sliders.place(session.locks.reset(lesson, names, sliders.values))
