"""QR codes on paper: made where the address is known under which the site will be published."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from downhill.studio.qr_code import Code, code
from tools.common.console import Problem

ADDRESS = "DOWNHILL_ADDRESS"


def published_at(environment: Mapping[str, str] = os.environ) -> str:
    """The address of the site's folder, with a slash at its end; '' where nobody has told it.

    Raises `Problem` for one that is none.
    """
    told = environment.get(ADDRESS, "").strip()
    if told and not told.startswith(("https://", "http://")):
        raise Problem(f"{ADDRESS} is to be the address of the page, https://…, not {told}")
    return told and told.rstrip("/") + "/"


def code_of(link: str, home: str, segno: Path | None) -> Code | None:
    """The code of a link that begins with `./`; None where the site's address is not known."""
    if not home or segno is None:
        return None
    with _importable(segno):
        return code(home + link.removeprefix("./"))


@contextmanager
def _importable(folder: Path) -> Iterator[None]:
    """For a while, modules in a folder can be imported."""
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
