"""The address where the site will be published, if it is set."""

import os
from collections.abc import Mapping

from tools.common.console import Problem

ADDRESS = "DOWNHILL_ADDRESS"


def published_at(environment: Mapping[str, str] = os.environ) -> str:
    """Return the address of the site's folder, with a slash at its end; '' if it isn't set.

    Raises `Problem` if it isn't a valid address.
    """
    told = environment.get(ADDRESS, "").strip()
    if told and not told.startswith(("https://", "http://")):
        raise Problem(f"{ADDRESS} must be the page's address, https://…, not {told}")
    return told and told.rstrip("/") + "/"
