"""The state of the page as the fragment of its address, and back. Total: whatever is mangled is left out and
named.

A fragment reads `line` (a place only) or `line&v=1&valley.x=1.25&line.error=squared`: the lesson to show, the
version, and what differs from the start. Values keep all their digits, so opening a link restores them
exactly.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote

VERSION = "1"
LONGEST = 16_000  # characters that are looked at, enough for 200 points; what goes beyond is left out


class Address(NamedTuple):
    """Where to look, what was set there (`lesson.name` to text), and which parts made no sense."""

    place: str = ""
    settings: Mapping[str, str] = {}
    ignored: tuple[str, ...] = ()


def encode(place: str, settings: Mapping[str, str | float]) -> str:
    """The fragment, without its `#`. Numbers are written with all the digits that matter."""
    if not settings:
        return place
    parts = [f"{name}={quote(_text(value), safe='')}" for name, value in settings.items()]
    return "&".join([place, f"v={VERSION}", *parts])


def _text(value: str | float) -> str:
    return value if isinstance(value, str) else repr(float(value)).removesuffix(".0")


def decode(fragment: str) -> Address:
    """What a fragment says. Never raises: parts that are not `lesson.name=text` end up in `ignored`."""
    place, *parts = fragment[:LONGEST].removeprefix("#").split("&")
    settings: dict[str, str] = {}
    ignored = [parts.pop()[:40]] if parts and len(fragment) > LONGEST else []  # it may be half of something
    for part in parts:
        name, equals, value = part.partition("=")
        if name == "v":
            continue
        if equals and "." in name and name.replace(".", "").replace("-", "").replace("_", "").isalnum():
            settings[name] = unquote(value, errors="replace")
        elif part:
            ignored.append(part[:40])
    return Address(place if place.replace("-", "").isalnum() else "", settings, tuple(ignored))


def finite(text: str) -> float | None:
    """The finite number that a text spells, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
