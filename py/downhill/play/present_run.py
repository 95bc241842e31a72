"""The machine's run since the hand last moved: keeps it, or goes back to its start."""

from __future__ import annotations

from downhill.lesson import HAND, Kept
from downhill.lesson.trail import Trail
from downhill.play.lesson_state import LessonState


def again(state: LessonState) -> None:
    """Go back to exactly where the current run began, with the hand's moves before it, if there is a run."""
    if not state.trail.has_run:
        return
    start = state.trail.run_start(len(state.trail))
    if start < 0:  # the trail no longer has it
        (values, loss, standing), began = state.trail.place(start), state.trail.hand_start()
        state.trail = Trail(values, loss, HAND)
        state.trail.began = began
        state.trail.standing = standing
    state.rewind(max(start, 0))


def from_start(state: LessonState) -> None:
    """Put the sliders where the hand's first move began; the trail keeps its places and goes on from there.

    This doesn't count as a move. Nothing happens without a move of the hand, or if they are already there.
    """
    start = state.trail.hand_start()
    if start is not None and state.trail.can_return:
        state.return_to(start.values)


def present_run(state: LessonState, number: int) -> Kept:
    """Return the machine's steps since the hand last moved, as a run to keep."""
    trail = state.trail
    start = trail.run_start(len(trail))
    steps = state.machine_steps - trail.place(start).standing.machine_steps
    places = slice(max(start, 0), len(trail))
    values, losses = trail.values[places].copy(), trail.losses[places].copy()
    return Kept(number, steps + 1 - len(losses), values, losses, steps, trail.legs(start), state.verdict())


def keep(state: LessonState) -> None:
    """Keep the current run under the lowest free number, if there is one."""
    number = state.shelf.free
    if state.trail.has_run and number is not None:
        state.shelf.keep(present_run(state, number))
    else:
        state.shelf.refuse(state.trail.has_run)
