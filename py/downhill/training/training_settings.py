"""The settings of a training: its learning rate, its way downhill, and the functions that it consists of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from downhill.lesson import Rates
from downhill.lesson.looking_on import SLOPE, LookOn, unseen
from downhill.lesson.way import ADAM, BETAS, GOOD, MOMENTUM, PLAIN, WAYS, Way
from downhill.maths import descent
from downhill.play.advancing import advance, step_of
from downhill.play.rates import Presets
from downhill.play.ways import Ways
from downhill.training import network
from downhill.training.guess import Written
from downhill.training.measured_training import MeasuredTraining
from downhill.training.run_log import WAY, Change, remember
from downhill.training.sgd import BATCH, FUNCTIONS, Functions

LEAST, WILDEST, HIGHEST = 0.01, 30.0, 100.0  # times Adam's good rate: crawls, never learns, slider's end


def rates_for(rates: Rates, way: str) -> Rates:
    """Return the learning rates for a way: the slider's ends, the model's good one, and one too big.

    Momentum's are those of plain descent, scaled by the ratio of the good rates. Adam's steps don't depend on
    how steep the loss is, so its rates are multiples of its good one.
    """
    if way == MOMENTUM:
        share = rates.momentum / rates.good
        return rates._replace(
            low=rates.low * share, good=rates.momentum, high=rates.high * share, big=rates.big * share
        )
    if way == ADAM:
        good = rates.adam
        return rates._replace(low=LEAST * good, good=good, high=HIGHEST * good, big=WILDEST * good)
    return rates


class TrainingSettings(MeasuredTraining):
    """A training whose rate and way can be chosen; `changes` records after which step each was.

    Its functions can be replaced, tried, and run once for display.
    """

    ways: Ways
    changes: list[Change]
    functions: Functions = FUNCTIONS  # those the training consists of
    given: Mapping[str, object] = MappingProxyType(
        {name: getattr(network, name) for name in ("multiply", "gather", "INPUTS")}
    )
    """The names that are available to the page's functions, and to a reader's code."""
    result_shapes: Mapping[str, Callable[..., tuple[Any, ...]]] = MappingProxyType(
        {
            "forward": lambda net, before: (None, None, (len(before), len(net.bias))),
            "softmax": lambda scores: (scores.shape,),
            "backward": lambda net, before, after, slopes: ((len(before), len(net.bias)),),
        }
    )
    """The shapes of what functions return, given their arguments; None for any."""
    result_kinds: Mapping[str, type] = MappingProxyType({})
    """The kinds of tuples that some of them return."""

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

    @property
    def page_functions(self) -> Functions:
        """The functions of a training, in reading order, with the step of the chosen way."""
        layers = {name: each for name, each in self.functions.items() if each is not descent.step}
        return {**layers, **step_of(self.ways.name)}

    @property
    def count(self) -> int:
        """How many weights there are."""
        return len(self.training.weights)

    def put_functions(self, functions: Functions | None, look_on: LookOn = unseen) -> None:
        """Replace the training's functions with a reader's; None brings the training's back. Weights stay."""
        self.own_functions, self.look_on = functions, look_on
        self.training.put_functions(functions or {})
        self._note_own()
        self.stopped, self._measured, self._limit = "", None, None
        self._written = (None, 0, Written((), ()))

    def _note_own(self) -> None:
        """Remember the step at which a reader's functions first ran."""
        if self.own_functions is not None:
            self.own_since = self.steps if self.own_since is None else self.own_since
        elif self.own_since is not None and self.own_since == self.steps:
            self.own_since = None  # they haven't taken a step

    def try_functions(self) -> None:
        """Run all functions on what the last step has read, and write a sentence."""
        training = self.training
        training.losses()
        self.look_on(SLOPE, lambda: training.slope(self.chosen))
        training.chances([])
        nowhere = np.zeros_like(training.weights)
        if self.ways.name != PLAIN:
            advance(self.ways.way(), training.weights, nowhere, self.rate, training.functions)
            return
        more = (nowhere, self.steps) if getattr(training.functions["step"], "goes_by_last", False) else ()
        training.functions["step"](training.weights, nowhere, self.rate, *more)

    def rehearse(self) -> None:
        """Run the page's own functions once on what the last step has read; the model doesn't change."""
        training = self.training
        read = training.read if training.steps else np.arange(BATCH)
        before, after = (part[read] for part in training.text.learned)
        net, slopes = training.net, np.zeros_like(training.weights)
        network.loss(net, *training.text.sample)
        network.backward(net, before, after, network.layers(slopes, training.size))
        self.rehearse_step(slopes)

    def rehearse_step(self, slopes: np.ndarray) -> None:
        """Run the page's own step once on slopes, in the chosen way; nothing moves."""
        way = self.ways.way(self.training.memory)
        if way.name == PLAIN:
            descent.step(self.training.weights, slopes, self.rate)
        else:
            advance(way, self.training.weights, slopes, self.rate)
