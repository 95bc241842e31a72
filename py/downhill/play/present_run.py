"""The machine's run since the hand last moved: keeps it, or goes back to its start."""

from __future__ import annotations

from downhill.lesson import HAND, Kept
from downhill.lesson.trail import Trail
from downhill.play.lesson_state import LessonState


def has_run(state: LessonState) -> bool:
    """Return whether the machine has put the sliders where they are."""
    trail = state.trail
    return len(trail) > 1 and bool(trail.by_machine[-1])


def again(state: LessonState) -> None:
    """Go back to exactly where the current run began, with the hand's moves before it, if there is a run."""
    if not has_run(state):
        return
    start = state.trail.run_start(len(state.trail))
    if start < 0:  # the trail no longer has it
        (values, loss, standing), began = state.trail.place(start), state.trail.hand_start()
        state.trail = Trail(values, loss, HAND)
        state.trail.began = began
        state.trail.standing = standing
    state.rewind(max(start, 0))


def can_return(state: LessonState) -> bool:
    """Return whether the hand's moves have a start to go back to: it isn't here, or descent led here."""
    start = state.trail.hand_start()
    return start is not None and (start.values != state.values or bool(state.trail.by_machine[-1]))


def from_start(state: LessonState) -> None:
    """Put the sliders where the hand's first move began; the trail keeps its places and goes on from there.

    This doesn't count as a move. Nothing happens without a move of the hand, or if they are already there.
    """
    start = state.trail.hand_start()
    if start is not None and can_return(state):
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
    if has_run(state) and number is not None:
        state.shelf.keep(present_run(state, number))
    else:
        state.shelf.refuse(has_run(state))
