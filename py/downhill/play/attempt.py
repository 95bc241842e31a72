"""An attempt at a challenge on a desk: it is put where the challenge begins, and what is done is counted."""

from __future__ import annotations

from typing import Any

from downhill.lesson.challenge import OPEN, Challenge, Facts
from downhill.play.attempt_base import Counting, check_numbers
from downhill.play.lesson_state import Desk
from downhill.play.rates import stable_limit


def begin(desk: Desk, challenge: Challenge) -> None:
    """Put a desk where a challenge begins: variant, sliders and rate, with nothing counted yet."""
    written = {entry.name for entry in desk.lesson.entries}
    for name, option in {**desk.lesson.first_choices(), **challenge.choices}.items():
        (desk.enter if name in written else desk.choose)(name, option)
    desk.restart()
    starts = ((s.name, s.start) for s in desk.lesson.sliders)
    desk.place([challenge.start.get(name, start) for name, start in starts])
    desk.set_rate(challenge.rate or desk.variant.rates.good)


def numbers(desk: Desk, challenge: Challenge) -> dict[str, Any]:
    """What the words of a challenge may tell, from a desk that stands at its beginning.

    For a slider x: `x`, where it begins, `x_slope`, the loss's slope there, and `x_landing`, where the next
    step leads, all in its own unit. Then `rate`, the stable `limit` and the `curvature` that sets it, the
    check's own numbers, and those that the challenge brings.
    """
    stable = limit(desk)
    told: dict[str, float] = {"rate": desk.rate, "limit": stable, "curvature": 2 / stable}
    landing, slopes = landings(desk), desk.gradient()
    for slider, value, slope in zip(desk.lesson.sliders, desk.values, slopes, strict=True):
        told |= {slider.name: value, f"{slider.name}_slope": float(slope)}
        told[f"{slider.name}_landing"] = landing.get(slider.name, value)
    return {**told, **check_numbers(challenge), **challenge.numbers}


def limit(desk: Desk) -> float:
    """The largest learning rate that is stable where a desk stands; infinite on ground that is not curved."""
    return stable_limit(desk.lesson, desk.values, desk.choices)


def landings(desk: Desk) -> dict[str, float]:
    """Where the next step leads, slider by slider; nothing where no step can be taken."""
    names = (slider.name for slider in desk.lesson.sliders)
    return dict(zip(names, desk.ahead.values, strict=True)) if desk.ahead else {}


class Attempt(Counting):
    """A challenge at work on a desk."""

    def __init__(self, desk: Desk, challenge: Challenge) -> None:
        self.desk = desk
        super().__init__(desk, desk.plain.words, challenge)

    def put(self) -> None:
        """Put the desk where the challenge begins."""
        begin(self.desk, self.challenge)
        self.limit = limit(self.desk)
        self.words = self.desk.lesson.words

    def told(self) -> dict[str, Any]:
        """Its `numbers`."""
        return numbers(self.desk, self.challenge)

    def ground(self) -> object:
        """The variant."""
        return dict(self.desk.choices)

    def cover(self, covered: bool) -> None:
        """Keep the next step from the reader, or show it again."""
        self.desk.covered = covered

    def observe(self) -> str:
        """Count, and say what the attempt amounts to; runs are pressed on while it is open."""
        outcome = super().observe()
        self.desk.pressing = self.challenge.press_on and outcome == OPEN
        return outcome

    def leave(self) -> None:
        """The desk is the reader's own again, as it is."""
        super().leave()
        self.desk.pressing = False

    def facts(self) -> Facts:
        """What a check may know of the attempt."""
        desk = self.desk
        return Facts(
            loss=float(desk.now.loss),
            hand_moves=self.hand_moves,
            machine_steps=self.machine_steps,
            resting=not (desk.holding or self.wound),
            slowest=self.slowest,
            limit=self.limit,
            verdict=desk.verdict(),
            rate_kept=desk.rate == self.rate,
            landing=landings(desk),
            guesses=self.guesses,
        )
