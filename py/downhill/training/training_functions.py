"""The functions that a training is made of: the page's own, or a reader's in their places."""

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
    """A training whose functions can be exchanged, tried, and run once to be looked at."""

    functions: Functions = FUNCTIONS  # of which a training is made
    given: Mapping[str, object] = MappingProxyType(
        {name: getattr(network, name) for name in ("multiply", "gather", "INPUTS")}
    )
    """The names that the page's functions find beside them, and a reader's code does, too."""
    result_shapes: Mapping[str, Callable[..., tuple[Any, ...]]] = MappingProxyType(
        {
            "forward": lambda net, before: (None, None, (len(before), len(net.bias))),
            "softmax": lambda scores: (scores.shape,),
            "backward": lambda net, before, after, slopes: ((len(before), len(net.bias)),),
        }
    )
    """The shapes of what functions give back, from what they are handed; None for any."""
    result_kinds: Mapping[str, type] = MappingProxyType({})
    """The kinds of tuples that some of them give back."""

    @property
    def page_functions(self) -> Functions:
        """The functions of a training, in the order of reading, with the step of the way that is chosen."""
        layers = {name: each for name, each in self.functions.items() if each is not descent.step}
        return {**layers, **step_of(self.ways.name)}

    @property
    def count(self) -> int:
        """How many weights there are."""
        return len(self.training.weights)

    def put_functions(self, functions: Functions | None, look_on: LookOn = unseen) -> None:
        """Functions of a reader's stand for those of the training; None brings these back. Weights stay."""
        self.own_functions, self.look_on = functions, look_on
        self.training.put_functions(functions or {})
        self._note_own()
        self.stopped, self._measured, self._limit = "", None, None
        self._written = (None, 0, Written((), ()))

    def _note_own(self) -> None:
        """Keep after how many steps a reader's functions came to work first."""
        if self.own_functions is not None:
            self.own_since = self.steps if self.own_since is None else self.own_since
        elif self.own_since is not None and self.own_since == self.steps:
            self.own_since = None  # they have taken no step

    def try_functions(self) -> None:
        """Let all functions work on what the last step has read, and write a sentence."""
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
        """Let the page's own functions work once on what the last step has read; the model stays as it is."""
        training = self.training
        read = training.read if training.steps else np.arange(BATCH)
        before, after = (part[read] for part in training.text.learned)
        net, slopes = training.net, np.zeros_like(training.weights)
        network.loss(net, *training.text.sample)
        network.backward(net, before, after, network.layers(slopes, training.size))
        self.rehearse_step(slopes)

    def rehearse_step(self, slopes: np.ndarray) -> None:
        """Let the page's own step work once on slopes, in the way that is chosen; nothing moves."""
        way = self.ways.way(self.training.memory)
        if way.name == PLAIN:
            descent.step(self.training.weights, slopes, self.rate)
        else:
            advance(way, self.training.weights, slopes, self.rate)
