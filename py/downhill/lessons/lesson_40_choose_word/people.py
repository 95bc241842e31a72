"""What a hundred people wrote, and the temperature at which the model surprises them least."""

from __future__ import annotations

import numpy as np

from downhill.lesson import Slider
from downhill.lessons.lesson_40_choose_word import surprise
from downhill.lessons.lesson_40_choose_word.ngrams import following

# What a hundred people wrote after "I pet the…", made up for this page.
PEOPLE = {"cat": 46, "dog": 38, "hamster": 9, "horse": 5, "cloud": 1, "plane": 1}
SHARES = np.array([*PEOPLE.values()]) / sum(PEOPLE.values())
SCORES = np.array([following(())[word] for word in PEOPLE])
SLIDER = Slider("temperature", low=0.05, high=3.0, start=1.5, step=0.01, label="temperature T")


def least() -> float:
    """The temperature of the lowest surprise: the only slope of 0 on the slider, by bisection."""
    low, high = SLIDER.low, SLIDER.high
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if surprise.slope(SHARES, SCORES, middle) < 0 else (low, middle)
    return low


BEST = least()
GOAL = surprise.loss(SHARES, SCORES, BEST) + 0.01  # nats
