"""The settings of a training: its learning rate and its way downhill, and how they have changed."""

from __future__ import annotations

from downhill.lesson import Rates
from downhill.lesson.way import BETAS, GOOD, PLAIN, WAYS, Way
from downhill.play.rates import Presets
from downhill.play.ways import Ways
from downhill.training.measured_training import MeasuredTraining
from downhill.training.model_rates import rates_for
from downhill.training.run_log import WAY, Change, remember


class TrainingSettings(MeasuredTraining):
    """A training whose rate and way can be chosen; `changes` records after which step each was."""

    ways: Ways
    changes: list[Change]

    @property
    def presets(self) -> Presets:
        """The three learning rates to try."""
        rates = self.rates
        return Presets(rates.low, rates.good, rates.big)

    @property
    def rates(self) -> Rates:
        """The learning rates of the chosen way downhill."""
        return rates_for(self.lesson.rates, self.ways.name)

    @property
    def way(self) -> Way:
        """That way, with what it remembers."""
        return self.ways.way(self.training.memory)

    def set_rate(self, rate: float) -> None:
        """Set the learning rate, clamped to the ends of its slider."""
        ends = self.rates
        self.rate = min(max(ends.low, rate), ends.high)
        self.stopped, self._limit = "", None
        remember(self.changes, Change(self.steps, self.rate))

    def set_way(self, name: str) -> None:
        """Choose a way downhill, with an empty memory, and the learning rate that it last had.

        Raises `KeyError` for an unknown way.
        """
        if name == self.ways.name:
            return
        rates = self.lesson.rates
        self.rate = self.ways.choose(name, self.rate, lambda: rates_for(rates, name).good)
        self.training.memory, self.stopped, self._limit = None, "", None
        self._note_settings(self.steps)

    def set_beta(self, name: str, beta: float) -> None:
        """Set how much of its memory the chosen way keeps. Raises `KeyError` for an unknown name."""
        self.ways.set_beta(name, beta)
        self.stopped, self._limit = "", None
        remember(self.changes, Change(self.steps, self.ways.betas[name], setting=name))

    def _note_settings(self, steps: int) -> None:
        """Store the chosen way, and its settings, as changes after `steps` steps.

        Before the first step, only what differs from how a training begins.
        """
        name, betas, _ = self.ways.way()
        changes = [c for c in self.changes if c.weight is not None or c.steps != steps]
        if steps or name != PLAIN:
            changes.append(Change(steps, float(WAYS.index(name)), setting=WAY))
        for setting, beta in zip(BETAS[name], betas, strict=True):
            if steps or beta != GOOD[setting]:
                changes.append(Change(steps, beta, setting=setting))
        if steps or self.rate != self.rates.good:
            changes.append(Change(steps, self.rate))
        self.changes = changes

    def set_as_after(self, steps: int) -> None:
        """Set way and learning rate as they were after `steps` steps."""
        self.ways, rate = Ways(), 0.0
        for change in self.changes:
            if change.steps > steps or change.weight is not None:
                continue
            if change.setting == WAY:
                self.ways.name = WAYS[int(change.value)]
            elif change.setting:
                self.ways.betas[change.setting] = change.value
            else:
                rate = change.value
        self.rate = rate or self.rates.good
