"""A table of numbers out of few bytes: the build writes long lists of decimals so. Runs in Pyodide."""

import numpy as np


def table(data, digits, rows):
    """A list of numbers, or if `rows` of lists of three of them; each is a whole number over 10 ** digits.

    `data` are 32-bit integers, the lowest bytes of all first: the differences of differences from one row to
    the next, of all numbers that come first in their rows, then of the second ones, then of the third.
    """
    steps = np.frombuffer(data, np.uint8).reshape(4, -1).T.copy().view("<i4")
    numbers = steps.reshape(3, -1).astype(np.int64).cumsum(1).cumsum(1).T / 10**digits
    return (numbers if rows else numbers.ravel()).tolist()
