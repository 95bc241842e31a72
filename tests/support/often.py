"""How often tests by chance are tried: a tenth as often, unless `DOWNHILL_THOROUGH` is set."""

import os

from hypothesis import settings

VARIABLE = "DOWNHILL_THOROUGH"
LEAST = 20


def often(many: int) -> settings:
    """So many examples where tests shall be thorough, else a tenth of them; slow ones are no failure."""
    return settings(max_examples=many if os.environ.get(VARIABLE) else max(many // 10, LEAST), deadline=None)
