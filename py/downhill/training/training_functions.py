"""The functions that a training consists of: the page's own, or a reader's replacements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from downhill.lesson.looking_on import SLOPE, LookOn, unseen
from downhill.lesson.way import PLAIN
from downhill.maths import descent
from downhill.play.advancing import advance, step_of
from downhill.training import network
from downhill.training.guess import Written
from downhill.training.sgd import BATCH, FUNCTIONS, Functions
from downhill.training.training_settings import TrainingSettings


class TrainingFunctions(TrainingSettings):
    """A training whose functions can be replaced, tried, and run once for display."""

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
