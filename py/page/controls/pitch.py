"""How high the tone of a loss is."""

import math

START = 440.0  # Hz: where a lesson was when it was first heard of
LOWEST, HIGHEST = 82.0, 1760.0  # Hz
FINE = 1000.0  # losses below this part of the first one all sound alike
OCTAVES = 2.0  # from the first loss down to nothing


def pitch(loss, first):
    """The frequency in Hz for a loss: the smaller, the lower, by the logarithm of the loss.

    `first` is the loss that sounds at 440 Hz; nothing at all sounds two octaves below. Around zero, and
    below it, the scale is that of the area hyperbolic sine, which goes on where a logarithm ends.
    """
    unit = max(abs(first), 1e-9) / FINE
    down = (area(loss / unit) - area(first / unit)) / area(FINE)
    return min(max(START * 2.0 ** (OCTAVES * down), LOWEST), HIGHEST)


def area(x):
    """The inverse of the hyperbolic sine; MicroPython has none."""
    size = abs(x)
    value = math.log(size + math.sqrt(size * size + 1.0)) if size < 1e100 else math.log(size) + math.log(2.0)
    return value if x >= 0 else -value
