"""An attempt at a challenge: sets the lesson up where the challenge begins, and counts what is done."""

from __future__ import annotations

from typing import Any

from downhill.lesson.challenge import OPEN, Challenge, Facts
from downhill.lesson.way import PLAIN
from downhill.play.attempt_base import AttemptBase, check_numbers
from downhill.play.lesson_state import LessonState
from downhill.play.rates import stable_limit


def begin(state: LessonState, challenge: Challenge) -> None:
    """Set a lesson up as a challenge begins: variant, sliders, and rate, with nothing counted yet.

    Challenges are about plain descent.
    """
    written = {entry.name for entry in state.lesson.entries}
    for name, option in {**state.lesson.first_choices(), **challenge.choices}.items():
        (state.enter if name in written else state.choose)(name, option)
    state.restart()
    starts = ((s.name, s.start) for s in state.lesson.sliders)
    state.place([challenge.start.get(name, start) for name, start in starts])
    state.set_way(PLAIN)
    state.set_rate(challenge.rate or state.rates.good)


def numbers(state: LessonState, challenge: Challenge) -> dict[str, Any]:
    """Return the numbers that a challenge's words can use, from a lesson set up at its beginning.

    For a slider x: `x`, where it begins, `x_slope`, the loss's slope there, and `x_landing`, where the next
    step leads, all in its own unit. Also `rate`, the stable `limit` and the `curvature` that determines it,
    the check's own numbers, and the challenge's `numbers`.
    """
    stable = limit(state)
    told: dict[str, float] = {"rate": state.rate, "limit": stable, "curvature": 2 / stable}
    landing, slopes = landings(state), state.gradient()
    for slider, value, slope in zip(state.lesson.sliders, state.values, slopes, strict=True):
        told |= {slider.name: value, f"{slider.name}_slope": float(slope)}
        told[f"{slider.name}_landing"] = landing.get(slider.name, value)
    return {**told, **check_numbers(challenge), **challenge.numbers}


def limit(state: LessonState) -> float:
    """Return the largest stable learning rate at the current values; infinite without any curvature."""
    return stable_limit(state.lesson, state.values)


def landings(state: LessonState) -> dict[str, float]:
    """Where the next step leads, slider by slider; nothing if no step can be taken."""
    names = (slider.name for slider in state.lesson.sliders)
    return dict(zip(names, state.ahead.values, strict=True)) if state.ahead else {}


class Attempt(AttemptBase):
    """An attempt at a challenge, in a lesson with sliders."""

    def __init__(self, state: LessonState, challenge: Challenge) -> None:
        self.state = state
        super().__init__(state, state.plain.words, challenge)

    def put(self) -> None:
        """Set the lesson up as the challenge begins."""
        begin(self.state, self.challenge)
        self.limit = limit(self.state)
        self.words = self.state.lesson.words

    def word_numbers(self) -> dict[str, Any]:
        """Return its `numbers`."""
        return numbers(self.state, self.challenge)

    def ground(self) -> object:
        """Return the variant."""
        return dict(self.state.choices)

    def hide_next_step(self, hidden: bool) -> None:
        """Hide the next step from the reader, or show it again."""
        self.state.covers = hidden

    def observe(self) -> str:
        """Count, and return the attempt's state; `press_on` holds for runs while it is open."""
        outcome = super().observe()
        self.state.pressing = self.challenge.press_on and outcome == OPEN
        return outcome

    def leave(self) -> None:
        """Return the lesson to the reader, as it is now."""
        super().leave()
        self.state.pressing = False

    def facts(self) -> Facts:
        """Return what a check needs to know about the attempt."""
        state = self.state
        return Facts(
            loss=float(state.now.loss),
            hand_moves=self.hand_moves,
            machine_steps=self.machine_steps,
            resting=not (state.holding or self.rewound),
            slowest=self.slowest,
            limit=self.limit,
            verdict=state.verdict(),
            rate_kept=state.rate == self.rate,
            landing=landings(state),
            guesses=self.guesses,
        )
