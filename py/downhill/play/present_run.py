"""The run that the machine has made since a hand last moved: kept, and begun again."""

from __future__ import annotations

from downhill.lesson import HAND, Kept
from downhill.lesson.trail import Trail
from downhill.play.lesson_state import Desk


def has_run(desk: Desk) -> bool:
    """Whether the machine has led the sliders to where they stand."""
    trail = desk.trail
    return len(trail) > 1 and bool(trail.by_machine[-1])


def again(desk: Desk) -> None:
    """Back to exactly where the present run began, with the hand moves before it; without a run, nothing."""
    if not has_run(desk):
        return
    start = desk.trail.run_start(len(desk.trail))
    if start < 0:  # the trail holds it no more
        values, loss, standing = desk.trail.place(start)
        desk.trail = Trail(values, loss, HAND)
        desk.trail.standing = standing
    desk.rewind(max(start, 0))


def present_run(desk: Desk, number: int) -> Kept:
    """The machine's steps since a hand last moved, as they stand now."""
    trail = desk.trail
    start = trail.run_start(len(trail))
    steps = desk.machine_steps - trail.place(start).standing.machine_steps
    places = slice(max(start, 0), len(trail))
    values, losses = trail.values[places].copy(), trail.losses[places].copy()
    return Kept(number, steps + 1 - len(losses), values, losses, steps, trail.legs(start), desk.verdict())


def keep(desk: Desk) -> None:
    """Keep the present run of a desk under the lowest number that is free, if there is one."""
    number = desk.shelf.free
    if has_run(desk) and number is not None:
        desk.shelf.keep(present_run(desk, number))
    else:
        desk.shelf.refuse(has_run(desk))
