"""Does long work in slices of a few milliseconds, so that requests in between are answered right away."""

from __future__ import annotations

from collections.abc import Callable

SLICE = 8.0  # ms of work before others have their turn: half a frame
TURN = 160.0  # ms until progress is shown: showing it takes processor time too


class Slices:
    """Trains a model for a turn, slice by slice.

    `clock` returns the time in ms, `yield_to` calls a function as soon as all waiting requests are answered.
    """

    def __init__(self, clock: Callable[[], float], yield_to: Callable[[Callable[[], None]], None]) -> None:
        self.clock, self.yield_to = clock, yield_to

    def work(self, step: Callable[[], bool], done: Callable[[], None], turn: float = TURN) -> None:
        """Call `step` over and over for a turn, or until it returns False; then call `done`."""
        end = self.clock() + turn

        def slice_() -> None:
            pause = min(self.clock() + SLICE, end)
            going = step()
            while going and self.clock() < pause:
                going = step()
            if going and self.clock() < end:
                self.yield_to(slice_)
            else:
                done()

        slice_()
