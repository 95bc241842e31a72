"""An attempt at a challenge: the desk put where it begins, what is done counted, and the outcome told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from downhill.challenge import DONE, OPEN, PARTS, Challenge, Facts
from downhill.desk import Desk
from downhill.lesson import Lesson
from downhill.presets import stable_limit
from downhill.words import PAGE, fill


def begin(desk: Desk, challenge: Challenge) -> None:
    """Put a desk where a challenge begins: variant, sliders and rate, with nothing counted yet."""
    written = {entry.name for entry in desk.lesson.entries}
    for name, option in {**desk.lesson.first_choices(), **challenge.choices}.items():
        (desk.enter if name in written else desk.choose)(name, option)
    desk.restart()
    starts = ((s.name, s.start) for s in desk.lesson.sliders)
    desk.place([challenge.start.get(name, start) for name, start in starts])
    desk.set_rate(challenge.rate or desk.variant.rates.good)


def numbers(desk: Desk, challenge: Challenge) -> dict[str, float]:
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
    check = {name: value for name, value in vars(challenge.check).items() if isinstance(value, (int, float))}
    return {**told, **check, **challenge.numbers}


def limit(desk: Desk) -> float:
    """The largest learning rate that is stable where a desk stands; infinite on ground that is not curved."""
    return stable_limit(desk.lesson, desk.values, desk.choices)


def landings(desk: Desk) -> dict[str, float]:
    """Where the next step leads, slider by slider; nothing where no step can be taken."""
    names = (slider.name for slider in desk.lesson.sliders)
    return dict(zip(names, desk.ahead.values, strict=True)) if desk.ahead else {}


def texts(lesson: Lesson, challenge: Challenge, told: Mapping[str, float]) -> dict[str, str]:
    """The words of a challenge (title, task, hint1, hint2, answer, done) with their numbers filled in."""
    return {part: fill(lesson.words[f"challenge.{challenge.id}.{part}"], told) for part in PARTS}


def texts_of(lesson: Lesson, challenge: Challenge) -> dict[str, str]:
    """The words of a challenge as a fresh desk fills them in: for a list, or a sheet with its answers."""
    desk = Desk(lesson)
    begin(desk, challenge)
    return texts(desk.lesson, challenge, numbers(desk, challenge))


class Attempt:
    """A challenge at work on a desk. Once it is done or lost, it stays so until it begins again."""

    def __init__(self, desk: Desk, challenge: Challenge) -> None:
        self.desk = desk
        self.challenge = challenge
        self.begin()

    def begin(self) -> None:
        """From the beginning: the desk is put there, and nothing counts."""
        begin(self.desk, self.challenge)
        self.choices, self.rate = dict(self.desk.choices), self.desk.rate
        self.limit = limit(self.desk)
        self.texts = texts(self.desk.lesson, self.challenge, numbers(self.desk, self.challenge))
        self.seen = self.hand_moves, self.machine_steps = 0, 0
        self.slowest = float("inf")
        self.guesses: tuple[float, ...] = ()
        self.wound = False
        self.outcome = OPEN
        self.desk.covered = self.challenge.check.covers

    def leave(self) -> None:
        """The desk is the reader's own again, as it stands."""
        self.desk.covered = False

    def guess(self, value: float) -> None:
        """The reader says where the next step leads."""
        self.guesses = (*self.guesses, value)

    def rewound(self) -> None:
        """The desk was wound back or forth, which counts as nothing and brings nothing."""
        self.seen = self.desk.hand_moves, self.desk.machine_steps
        self.wound = True

    def observe(self) -> str:
        """Count what has been done since the last time, and say what the attempt amounts to."""
        desk = self.desk
        now = desk.hand_moves, desk.machine_steps
        if self.outcome != OPEN:
            return self.outcome
        if dict(desk.choices) != self.choices:
            self.outcome = "variant"
        else:
            self._count(max(now[0] - self.seen[0], 0), max(now[1] - self.seen[1], 0))
            self.outcome = self.challenge.check(self.facts())
        self.seen = now
        desk.covered = self.challenge.check.covers and self.outcome == OPEN
        return self.outcome

    def _count(self, moves: int, steps: int) -> None:
        self.hand_moves += moves
        self.machine_steps += steps
        if steps:
            self.slowest = min(self.slowest, self.desk.rate)
        if moves or steps:
            self.wound = False

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

    def shown(self) -> dict[str, Any]:
        """What the page shows of the attempt, as plain texts and lists.

        `state` is open, done or lost; `counts` what was used of what there is, and `rule` what counts; `said`
        what the attempt amounts to; `asks` the label of the slider whose landing is to be said, or ''.
        """
        check, texts = self.challenge.check, self.texts
        state = self.outcome if self.outcome in (OPEN, DONE) else "lost"
        used = {"moves": self.hand_moves, "steps": self.machine_steps, "guesses": len(self.guesses)}
        return {
            "id": self.challenge.id,
            "state": state,
            "title": texts["title"],
            "task": texts["task"],
            "hints": [texts["hint1"], texts["hint2"], texts["answer"]],
            "counts": fill(
                PAGE[f"challenge.{check.counts}"], {"used": used[check.counts], "most": check.most}
            ),
            "rule": PAGE[f"challenge.{check.counts}.rule"] if state == OPEN else "",
            "said": self._said(state),
            "asks": self._asks(state),
        }

    def _said(self, state: str) -> str:
        if state == "lost":
            return PAGE[f"challenge.lost.{self.outcome}"]
        if state == DONE:
            return self.texts["done"]
        return PAGE["challenge.wrong"] if self.guesses else ""

    def _asks(self, state: str) -> str:
        name = getattr(self.challenge.check, "slider", "")
        return self.desk.lesson.words[f"slider.{name}"] if name and state == OPEN else ""
