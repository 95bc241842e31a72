"""Long work in slices: how long each is, and who comes between."""

from collections.abc import Callable

from downhill.training.time_slices import SLICE, Slices


class Clock:
    """Time that passes with each step of the work."""

    def __init__(self) -> None:
        self.now, self.waiting = 0.0, list[Callable[[], None]]()
        self.steps, self.yields = 0, list[float]()

    def step(self) -> bool:
        self.now += 1.0
        self.steps += 1
        return self.steps < 1000

    def yield_to(self, work: Callable[[], None]) -> None:
        self.yields.append(self.now)
        self.waiting.append(work)

    def run(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def test_no_slice_is_longer_than_it_may_be_and_all_end_with_the_turn() -> None:
    clock, done = Clock(), list[float]()
    Slices(lambda: clock.now, clock.yield_to).work(clock.step, lambda: done.append(clock.now), turn=30.0)
    clock.run()
    assert clock.yields == [SLICE * n for n in range(1, 4)]
    assert done == [30.0]


def test_work_that_ends_ends_its_turn() -> None:
    clock, done = Clock(), list[float]()
    clock.steps = 997
    Slices(lambda: clock.now, clock.yield_to).work(clock.step, lambda: done.append(clock.now), turn=30.0)
    assert (clock.waiting, done) == ([], [3.0])


def test_a_clock_that_stands_still_ends_a_turn_with_the_work() -> None:
    clock, done = Clock(), list[int]()
    Slices(lambda: 0.0, clock.yield_to).work(clock.step, lambda: done.append(clock.steps), turn=30.0)
    assert done == [1000]
