"""The address under which the site will be published, where somebody has told it."""

import os
from collections.abc import Mapping

from tools.common.console import Problem

ADDRESS = "DOWNHILL_ADDRESS"


def published_at(environment: Mapping[str, str] = os.environ) -> str:
    """The address of the site's folder, with a slash at its end; '' where nobody has told it.

    Raises `Problem` for one that is none.
    """
    told = environment.get(ADDRESS, "").strip()
    if told and not told.startswith(("https://", "http://")):
        raise Problem(f"{ADDRESS} must be the page's address, https://…, not {told}")
    return told and told.rstrip("/") + "/"
