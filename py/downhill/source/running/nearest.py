"""The name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The one of the known names that is most like `name`, or None if none is.

    Short names are like each other by chance: one of a single letter has no nearest name but its other case.
    """
    names = {each for each in known if each != name}
    for each in sorted(names):
        if each.casefold() == name.casefold():
            return each
    if len(name) < 2 or len(name) > 40:
        return None
    close = get_close_matches(name, sorted(each for each in names if len(each) > 1), 1, 0.65)
    return close[0] if close else None
