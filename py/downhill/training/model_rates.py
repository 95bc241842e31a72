"""Learning rates of a model for every way downhill."""

from __future__ import annotations

from downhill.lesson import Rates
from downhill.lesson.way import ADAM, MOMENTUM

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
