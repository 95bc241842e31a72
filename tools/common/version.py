"""The oldest supported Python. Written so that an older one can still read it and say so."""

import sys

OLDEST = (3, 11)


def refusal(version: "tuple[int, ...]") -> "str | None":
    """Say in one sentence why `version`, a tuple like (3, 9), isn't supported; None if it is."""
    if tuple(version[:2]) >= OLDEST:
        return None
    return f"Downhill needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is {version[0]}.{version[1]}."


def check() -> None:
    """Exit with one sentence if this Python is too old."""
    sentence = refusal(tuple(sys.version_info[:2]))
    if sentence:
        sys.exit(sentence)
