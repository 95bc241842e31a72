"""Which way downhill a lesson uses, and the settings of all of them."""

from __future__ import annotations

from collections.abc import Callable

from downhill.lesson.way import BETAS, GOOD, PLAIN, PLAINLY, WAYS, Memory, Way, clamped


class Ways:
    """The chosen way, by `name`, and the settings of each. Mutable.

    `betas` are how much the ways keep of their memories, by name; `rates` the learning rates that other ways
    last had, by their names.
    """

    def __init__(self) -> None:
        self.name = PLAIN
        self.betas = dict(GOOD)
        self.rates: dict[str, float] = {}

    def choose(self, name: str, rate: float, good: Callable[[], float]) -> float:
        """Choose another way; return the learning rate that it last had, else its `good` one.

        `rate` is the current way's, to be remembered. Raises `KeyError` for an unknown way.
        """
        if name not in WAYS:
            raise KeyError(f"no way downhill {name!r}, only {[*WAYS]}")
        self.rates[self.name] = rate
        self.name = name
        return self.rates[name] if name in self.rates else good()

    def set_beta(self, name: str, beta: float) -> None:
        """Set a beta, clamped. Raises `KeyError` for a name that the chosen way doesn't have."""
        if name not in BETAS[self.name]:
            raise KeyError(f"{self.name} has no {name!r}, only {[*BETAS[self.name]]}")
        self.betas[name] = clamped(name, beta)

    def way(self, memory: Memory | None = None) -> Way:
        """Return the chosen way, with a memory."""
        if self.name == PLAIN and memory is None:
            return PLAINLY  # training asks at every step
        return Way(self.name, tuple(self.betas[name] for name in BETAS[self.name]), memory)
