"""The reader against gradient descent: how far the machine gets from where the reader's moves began."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from downhill.play.lesson_state import LessonState
from downhill.play.next_step import next_step
from downhill.text.format import PAGE, fill, loss_with_unit

FARTHEST = 500  # steps that the machine may take to get as low as the reader


class Race(NamedTuple):
    """Both from one start: the reader's moves and loss, the machine's loss after as many steps (fewer where
    it finds nowhere to go), and the steps that it needs to get as low, with its loss then; None if it
    never gets there.
    """

    moves: int
    began: float
    loss: float
    same: float
    needed: int | None
    low: float


def race(state: LessonState) -> Race | None:
    """Race the reader's last stretch of moves against the machine, in its current way at its good rate.

    Return None without any move. The stretch is the last one on the trail that no step of the machine
    interrupts. Undone moves aren't part of it.
    """
    start, end = _stretch(state.trail.by_machine)
    standings = state.trail.standings
    moves = standings[end].hand_moves - standings[start].hand_moves
    if not moves:
        return None
    began, loss = (float(state.trail.losses[place]) for place in (start, end))
    losses = [began, *_descend(state, state.trail.values[start].tolist(), max(FARTHEST, moves))]
    needed = next((step for step, low in enumerate(losses) if low <= loss), None)
    low = losses[needed if needed is not None else -1]
    return Race(moves, began, loss, losses[min(moves, len(losses) - 1)], needed, low)


def _stretch(by_machine: np.ndarray) -> tuple[int, int]:
    """Return the first and last place of the hand's last stretch: where it took over, and where it let go."""
    end = int(np.flatnonzero([True, *~by_machine[1:]])[-1])  # the first place counts as the hand's
    steps = np.flatnonzero(by_machine[:end])
    return int(steps[-1]) if len(steps) else 0, end


def _descend(state: LessonState, values: Sequence[float], steps: int) -> Iterator[float]:
    """Yield the loss after each step of the machine; stop if no step can be taken, or none gets anywhere."""
    rate, way = state.rates.good, state.way.settings
    for _ in range(steps):
        ahead = next_step(state.lesson, values, rate, way=way)
        if ahead is None or ahead.values == tuple(values) or not state.lesson.is_defined(ahead.measured):
            return
        values, way = ahead.values, way._replace(memory=ahead.memory)
        yield float(ahead.measured.loss)


def race_texts(state: LessonState) -> dict[str, Any]:
    """Return the race for the page: a `sentence`, and `rows` of texts: who, moves or steps, the loss then."""
    ran = race(state)
    if ran is None:
        return {"sentence": PAGE["race.none"], "rows": []}
    rows = [("you", ran.moves, ran.loss), ("same", ran.moves, ran.same)]
    if ran.needed:
        rows.append(("needed", ran.needed, ran.low))
    unit = state.lesson.word("loss.unit", state.choices)
    shown = [
        [PAGE[f"race.{who}"], str(count), loss_with_unit(loss, state.lesson.loss_decimals, unit)]
        for who, count, loss in rows
    ]
    return {"sentence": _sentence(ran), "rows": shown, "loss": state.lesson.word("loss", state.choices)}


def _sentence(ran: Race) -> str:
    steps = FARTHEST if ran.needed is None else ran.needed
    if ran.loss >= ran.began:
        key = "higher"
    elif ran.needed is None:
        key = "never"
    elif steps == ran.moves:
        key = "level"
    else:
        key = "sooner" if steps < ran.moves else "later"
    return fill(PAGE[f"race.{key}"], {"steps": steps, "moves": ran.moves})
