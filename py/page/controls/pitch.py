"""The pitch of a loss."""

import math

START = 440.0  # Hz, of the first loss
LOWEST, HIGHEST = 82.0, 1760.0  # Hz
FINE = 1000.0  # losses below 1/1000 of the first one sound nearly alike
OCTAVES = 2.0  # from the first loss down to a loss of 0


def pitch(loss, first):
    """The frequency in Hz for a loss, on a logarithmic scale: the smaller, the lower.

    `first` is the loss that sounds at 440 Hz; a loss of 0 is two octaves below. The scale is that of the
    inverse hyperbolic sine, which is defined for 0 and negative losses, too.
    """
    unit = max(abs(first), 1e-9) / FINE
    down = (area(loss / unit) - area(first / unit)) / area(FINE)
    return min(max(START * 2.0 ** (OCTAVES * down), LOWEST), HIGHEST)


def area(x):
    """The inverse hyperbolic sine, which MicroPython's `math` lacks; without overflow for large `x`."""
    size = abs(x)
    value = math.log(size + math.sqrt(size * size + 1.0)) if size < 1e100 else math.log(size) + math.log(2.0)
    return value if x >= 0 else -value
