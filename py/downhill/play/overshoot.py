"""Shows why a run diverges: its last leaps along one line through the valley, and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from downhill.lesson import Scene
from downhill.lesson.trail import Trail
from downhill.lesson.way import PLAIN
from downhill.text.format import PAGE, enumerated, figures, fill

if TYPE_CHECKING:
    from downhill.play.lesson_state import LessonState

MOST = 4  # places that are shown
FINENESS = 121  # places on the line at which the loss is measured
BEYOND = 0.25  # of the leaps' length: how far the line goes on at both sides, unless the sliders end
SHOWN = ("diverging", "held", "overflow")  # verdicts that call for it


class Leaps(NamedTuple):
    """The last places of a run: step numbers (k,), sliders' values (k, n), losses (k,)."""

    steps: tuple[int, ...]
    values: np.ndarray
    losses: np.ndarray

    @property
    def rise(self) -> bool:
        """Whether every leap ends higher than it began."""
        return bool((np.diff(self.losses) > 0).all())


class Cut(NamedTuple):
    """The loss along the line of the last leap, which goes from -1 to 0.

    `line` of shape (m, 2) holds places on it and the loss there, `places` of shape (k,) where leaps ended.
    """

    line: np.ndarray
    places: np.ndarray


def last_leaps(trail: Trail) -> Leaps | None:
    """Return the current run's last places: from where it rises, if there are three; None without a leap."""
    count = len(trail)
    start = max(trail.run_start(count), 0) if trail.by_machine[-1] else count - 1
    first = max(start, count - MOST)
    if count - first < 2 or (trail.values[-1] == trail.values[-2]).all():
        return None
    losses = trail.losses[first:].copy()
    falls = np.flatnonzero(np.diff(losses) <= 0) + 1
    begin = int(falls[-1]) if len(falls) and falls[-1] <= len(losses) - 3 else 0
    steps = trail.standing.machine_steps - np.arange(count - first)[::-1]
    return Leaps(tuple(steps[begin:].tolist()), trail.values[first + begin :].copy(), losses[begin:])


def cut(scene: Scene, leaps: Leaps) -> Cut:
    """Measure the loss along the line of the last leap, as far as the leaps went and a little further."""
    spans = np.array([slider.span for slider in scene.lesson.sliders])
    end, way = leaps.values[-1], leaps.values[-1] - leaps.values[-2]
    unit = way / spans
    places = (leaps.values - end) / spans @ unit / (unit @ unit)
    beyond = BEYOND * (places.max() - places.min())
    low, high = (
        np.array([getattr(slider, side) for slider in scene.lesson.sliders]) for side in ("low", "high")
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        ends = np.sort(np.stack([(low - end) / way, (high - end) / way]), axis=0)[:, way != 0]
    first, last = max(places.min() - beyond, ends[0].max()), min(places.max() + beyond, ends[1].min())
    ts = np.linspace(min(first, -1.0), max(last, 0.0), FINENESS)
    measured = [scene.lesson.measure_at(end + t * way) for t in ts]
    losses = [there.loss if scene.lesson.is_defined(there) else np.nan for there in measured]
    line = np.stack([ts, np.array(losses, dtype=float)], 1)
    return Cut(line[np.isfinite(line[:, 1])], places)


def overshoot(state: LessonState, verdict: str) -> str:
    """What the picture of the overshoot shows, in words; '' where there is none to see.

    There is none if the variant is `concealed`: it shows the ground between the leaps; and none where
    earlier steps carry the machine on, since it tells what the slope alone does.
    """
    shown = verdict in SHOWN and not state.lesson.concealed and state.ways.name == PLAIN
    leaps = last_leaps(state.trail) if shown else None
    if leaps is None:
        return ""
    loss, heights = state.lesson.word("loss", state.choices), [figures(h) for h in leaps.losses.tolist()]
    ways = [
        fill(PAGE["overshoot.place" if step else "overshoot.start"], {"step": str(step), "loss": number})
        for step, number in zip(leaps.steps, heights, strict=True)
    ]
    key = "overflow" if verdict == "overflow" else "rise" if leaps.rise else "held"
    return fill(PAGE[f"overshoot.{key}"], {"places": enumerated(ways), "loss": loss})
