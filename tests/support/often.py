"""How thorough a run is: properties are tried a tenth as often, and fewer pairs of values, unless it is asked for.

`python3 -m tests thorough` does.
"""

import os

import pytest
from hypothesis import settings

from tests import THOROUGH

LEAST = 20
FULLY = bool(os.environ.get(THOROUGH))
"""Whether this run is thorough."""


def often(many: int) -> settings:
    """Return that many examples for thorough tests, else a tenth of them; slow ones are no failure."""
    return settings(max_examples=many if FULLY else max(many // 10, LEAST), deadline=None)


thorough = pytest.mark.thorough
"""Marks what only thorough runs try: further values of a parameter, each of which is tried with other ones anyway, and what
plays whole visits of the build again, minutes each."""


SLOW = 0.1
"""Seconds of a processor: what takes longer, each time, no short run tries."""

slow = pytest.mark.slow
"""Marks what takes longer than `SLOW`."""


def a_few(many: int) -> pytest.MarkDecorator:
    """Mark a test of which a usual run tries only some of its parameters' values, spread evenly over all."""
    return pytest.mark.a_few(many)
