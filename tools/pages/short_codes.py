"""QR codes on paper, made if the site's address is known."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from downhill.studio.qr_code import Code, code


def code_of(link: str, home: str, segno: Path | None) -> Code | None:
    """Return the code of a link that begins with `./`; None if the site's address isn't known."""
    if not home or segno is None:
        return None
    with _importable(segno):
        return code(home + link.removeprefix("./"))


@contextmanager
def _importable(folder: Path) -> Iterator[None]:
    """Make modules in a folder importable while the body runs."""
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
