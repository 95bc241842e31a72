"""What sentences about a run claim, restated: each phrase with a check of its own.

A `Moment` is where a lesson state stands. Checks look at heights, places and the ground around, measured anew; they
know nothing of how a sentence was chosen.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from downhill.play.lesson_state import LessonState
from downhill.play.telling import said, sentence

Check = Callable[["Moment"], bool]
ROUND = 1e-9  # of the scale


class Moment:
    """A lesson state as it stands, and what the page says there."""

    def __init__(self, state: LessonState) -> None:
        self.state, self.verdict = state, state.verdict()
        self.said, self.sentence = said(state, self.verdict), sentence(state)
        self.losses, self.places = state.trail.losses, state.trail.values
        self.spans = np.array([slider.span for slider in state.lesson.sliders])
        self.scale = max(abs(self.height(state.lesson.start_values()) - state.variant.goal), 1e-12)

    def height(self, values: Sequence[float] | np.ndarray) -> float:
        return float(self.state.lesson.measure_at(tuple(values)).loss)

    @property
    def loss(self) -> float:
        return float(self.state.now.loss)

    @property
    def strides(self) -> np.ndarray:
        """The last two steps, in shares of the sliders."""
        strides: np.ndarray = np.diff(self.places[-3:], axis=0) / self.spans
        return strides

    @property
    def lengths(self) -> tuple[float, float]:
        first, second = (float(np.sqrt((stride**2).sum())) for stride in self.strides)
        return first, second

    @property
    def ups(self) -> list[bool]:
        """Whether each of the last two steps led higher."""
        return [bool(after > before) for before, after in pairwise(self.losses[-3:])]

    def slopes(self) -> np.ndarray:
        """What crossing each slider at the slope here would change, measured by moving a little."""
        found = []
        for index, span in enumerate(self.spans):
            near = [np.array(self.state.values), np.array(self.state.values)]
            near[0][index] -= 1e-4 * span
            near[1][index] += 1e-4 * span
            found.append((self.height(near[1]) - self.height(near[0])) / 2e-4)
        return np.array(found)

    def at_an_end(self, place: int) -> bool:
        ends = [(slider.low, slider.high) for slider in self.state.lesson.sliders]
        return any(value in end for value, end in zip(self.places[place], ends, strict=True))


def falls(now: Moment) -> bool:
    return bool(now.losses[-3] > now.losses[-2] > now.losses[-1])


def reverses(now: Moment) -> bool:
    first, second = now.strides
    return bool(first @ second < 0)


def leapt_over_lower_ground(now: Moment) -> bool:
    """Between the ends of the last step that led up, or no lower, it is lower than where that step began."""
    return leaps_over_lower_ground(now, -1 if now.losses[-1] >= now.losses[-2] - ROUND * now.scale else -2)


def leaps_over_lower_ground(now: Moment, step: int) -> bool:
    """Between the ends of that step it is lower than where it began."""
    start, end = now.places[step - 1], now.places[step]
    shares = [np.linspace(0, 1, count + 1)[1:-1] for count in (8, 64, 4096)]
    close = np.geomspace(1e-4, 1e-8, 40)  # narrow ground may be low close to the start alone
    return any(
        now.height(start + t * (end - start)) < now.losses[step - 1]
        for some in (*shares, close)
        for t in some
    )


def is_thrown_between_ends(now: Moment) -> bool:
    """The last two steps went to and fro, and both led a slider to its end."""
    first, second = now.strides
    back = bool(first @ second < -0.85 * now.lengths[0] * now.lengths[1])
    ends = np.array([(slider.low, slider.high) for slider in now.state.lesson.sliders])
    led = [
        (place[:, None] == ends).any(axis=1) & (now.strides[i] != 0)
        for i, place in enumerate(now.places[-2:])
    ]
    return back and now.lengths[1] > 0.92 * now.lengths[0] and all(each.any() for each in led)


def hardly_gets_on(now: Moment) -> bool:
    """The last step led hardly lower, or none of the last ones did."""
    return bool(now.losses[-2] - now.losses[-1] < 0.01 * now.scale) or gets_no_lower(now)


def gets_no_lower(now: Moment) -> bool:
    last = now.losses[-24:]
    return len(now.losses) > 24 and bool(last.min() > now.losses[-97:-24].min() - 2e-3 * now.scale)


def is_level(now: Moment) -> bool:
    """Level to the eye: slopes that round to 0.00, or that would change next to nothing."""
    return bool((np.abs(now.slopes()) <= np.maximum(0.006 * now.spans, 2e-4 * now.scale)).all())


def goes_as_far_as_the_rate(now: Moment) -> bool:
    """The last step went, in the units of descent, as far as the rate along every slider that is not level."""
    lesson, move = now.state.lesson, now.places[-1] - now.places[-2]
    units = np.eye(len(move)) if lesson.scaling is None else np.array(lesson.scaling, dtype=float)
    moved = np.abs(units @ move) / now.state.rate
    return bool(((moved < 1 + 1e-6) & ((moved > 0.99) | (moved < 1e-2))).all())


def climbs_against_the_slope(now: Moment) -> bool:
    """The loss has grown, and a little of the last step grew it already where that began."""
    before, after = now.places[-2], now.places[-1]
    return now.ups[-1] and now.height(before + 1e-5 * (after - before)) > now.height(before)


RUN: dict[str, Check] = {
    "land higher and higher now": lambda now: now.ups == [True, True],
    "land lower and lower now": falls,
    "every step": lambda now: "not every step" in now.said,
    "jump over the valley": lambda now: all(leaps_over_lower_ground(now, step) for step in (-2, -1)),
    "and shrink as": lambda now: now.lengths[1] < now.lengths[0],
    "they are tiny": lambda now: bool((np.abs(now.strides[-1]) < 1e-3).all()),
    "nearly as far back": lambda now: reverses(now) and 0.85 < now.lengths[1] / now.lengths[0] < 1.2,
    "from side to side": reverses,
    "the sliders’ ends cut": lambda now: now.at_an_end(-1) or now.at_an_end(-2),
    "not every step lands lower": lambda now: not falls(now),
    "leap over low ground": leapt_over_lower_ground,
    "gets no lower": gets_no_lower,
    "Hovering": lambda now: not is_thrown_between_ends(now),
    "jumping over the bottom": lambda now: bool((np.diff(now.losses[-49:]) > -ROUND * now.scale).any()),
    "Hardly any progress": hardly_gets_on,
    "no learning rate arrives soon": lambda now: now.state.choices.get("raw") == "on",
    "the ground is level here": is_level,
    "Converged:": lambda now: now.loss <= now.state.variant.goal,
    "Stopped where it is level": is_level,
    "no number about lower ground elsewhere": lambda now: now.loss > now.state.variant.goal,
    "can’t show whether there is lower ground elsewhere": lambda now: now.state.choices.get("fog") == "fog",
    "stops at their end": lambda now: now.at_an_end(-1) and not now.state.step(),
    "as long as the learning rate": goes_as_far_as_the_rate,
    "however steep": lambda now: now.state.ways.name == "adam",
    "carries it on against the slope": climbs_against_the_slope,
    "Uphill": lambda now: now.state.ways.name != "plain" and now.ups[-1],
    "this step landed lower": lambda now: not now.ups[-1],
    "was longer than": lambda now: now.lengths[1] > now.lengths[0],
    "was shorter than": lambda now: now.lengths[1] < now.lengths[0],
    "about as long as the one before": lambda now: 0.85 < now.lengths[1] / now.lengths[0] < 1.2,
    "As sure as these sliders go": lambda now: bool((np.abs(now.places[-1]) == 2.0).all()),
    "Paused:": lambda now: now.state.finished,
    "Try a larger": lambda now: now.state.rate < now.state.rates.high,
    "a smaller learning": lambda now: now.state.rate > now.state.rates.low,
}
"""Phrases of verdicts."""
