"""The run that the machine has made since a hand last moved: kept, and begun again."""

from __future__ import annotations

from downhill.lesson import HAND, Kept
from downhill.lesson.trail import Trail
from downhill.play.lesson_state import LessonState


def has_run(state: LessonState) -> bool:
    """Whether the machine has led the sliders to where they stand."""
    trail = state.trail
    return len(trail) > 1 and bool(trail.by_machine[-1])


def again(state: LessonState) -> None:
    """Back to exactly where the present run began, with the hand moves before it; without a run, nothing."""
    if not has_run(state):
        return
    start = state.trail.run_start(len(state.trail))
    if start < 0:  # the trail holds it no more
        (values, loss, standing), began = state.trail.place(start), state.trail.hand_start()
        state.trail = Trail(values, loss, HAND)
        state.trail.began = began
        state.trail.standing = standing
    state.rewind(max(start, 0))


def can_return(state: LessonState) -> bool:
    """Whether the hand's moves have a start, and the sliders stand elsewhere, or descent put them there."""
    start = state.trail.hand_start()
    return start is not None and (start.values != state.values or bool(state.trail.by_machine[-1]))


def from_start(state: LessonState) -> None:
    """Put the sliders where the hand's first move began; the trail goes on from there, and keeps its places.

    That is no move. Without a move of the hand, or where they stand there already, nothing happens.
    """
    start = state.trail.hand_start()
    if start is not None and can_return(state):
        state.return_to(start.values)


def present_run(state: LessonState, number: int) -> Kept:
    """The machine's steps since a hand last moved, as they stand now."""
    trail = state.trail
    start = trail.run_start(len(trail))
    steps = state.machine_steps - trail.place(start).standing.machine_steps
    places = slice(max(start, 0), len(trail))
    values, losses = trail.values[places].copy(), trail.losses[places].copy()
    return Kept(number, steps + 1 - len(losses), values, losses, steps, trail.legs(start), state.verdict())


def keep(state: LessonState) -> None:
    """Keep the present run of a lesson state under the lowest number that is free, if there is one."""
    number = state.shelf.free
    if has_run(state) and number is not None:
        state.shelf.keep(present_run(state, number))
    else:
        state.shelf.refuse(has_run(state))
