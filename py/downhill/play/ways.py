"""Which way downhill a lesson goes, and the settings of all of them."""

from __future__ import annotations

from collections.abc import Callable

from downhill.lesson.way import BETAS, GOOD, PLAIN, PLAINLY, WAYS, Memory, Way, clamped


class Ways:
    """The way that is chosen, by `name`, and what each one was set to. Mutable.

    `betas` are the shares that ways keep of their memories, by name; `rates` the learning rates of ways that
    were left, by their names.
    """

    def __init__(self) -> None:
        self.name = PLAIN
        self.betas = dict(GOOD)
        self.rates: dict[str, float] = {}

    def choose(self, name: str, rate: float, good: Callable[[], float]) -> float:
        """Another way; returns its learning rate: that of when it was left, else its `good` one.

        `rate` is that of the way until now. Raises `KeyError` for a way that there is not.
        """
        if name not in WAYS:
            raise KeyError(f"no way downhill {name!r}, only {[*WAYS]}")
        self.rates[self.name] = rate
        self.name = name
        return self.rates[name] if name in self.rates else good()

    def set_beta(self, name: str, beta: float) -> None:
        """Another share that is kept, clamped. Raises `KeyError` for a name that the chosen way has not."""
        if name not in BETAS[self.name]:
            raise KeyError(f"{self.name} has no {name!r}, only {[*BETAS[self.name]]}")
        self.betas[name] = clamped(name, beta)

    def way(self, memory: Memory | None = None) -> Way:
        """The way that is chosen, with a memory."""
        if self.name == PLAIN and memory is None:
            return PLAINLY  # training asks at every step
        return Way(self.name, tuple(self.betas[name] for name in BETAS[self.name]), memory)
