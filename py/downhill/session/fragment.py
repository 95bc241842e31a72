"""The state of the page as the fragment of its address, and back. Never raises: damaged parts are skipped and
reported.

A fragment reads `line` (a place only) or `line&v=2&valley.x=1.25&line.error=squared`: the lesson to show, the
version, and what differs from the start. Values keep all their digits, so opening a link restores them
exactly. A text is packed if that makes it shorter: `line.points~=p12.0.…` (`downhill.session.compact`).

Version 1 knew no packed texts; its links open as they are.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote

from downhill.session.compact import pack, unpack

VERSION = 2
LONGEST = 16_000  # characters that are read, enough for 200 points; the rest is left out
NAMED = 40  # characters of a skipped part that the report quotes
PACKED = "~"  # after the name of a packed text


class Address(NamedTuple):
    """Where to look, what was set there (`lesson.name` to text), and which parts couldn't be read.

    `newer` means that the link was written by a page that may know more than this one.
    """

    place: str = ""
    settings: Mapping[str, str] = {}
    ignored: tuple[str, ...] = ()
    newer: bool = False


def encode(place: str, settings: Mapping[str, str | float]) -> str:
    """Return the fragment, without its `#`. Numbers are written with all the digits that matter."""
    if not settings:
        return place
    return "&".join([place, f"v={VERSION}", *(_part(name, value) for name, value in settings.items())])


def _part(name: str, value: str | float) -> str:
    """Write one setting, as short as possible."""
    if not isinstance(value, str):
        return f"{name}={repr(float(value)).removesuffix('.0')}"
    packed = f"{name}{PACKED}={pack(value)}"
    try:
        return min(f"{name}={quote(value, safe='')}", packed, key=len)
    except UnicodeEncodeError:  # half a surrogate pair can't be written as UTF-8
        return packed


def decode(fragment: str) -> Address:
    """Read a fragment. Never raises: parts that aren't `lesson.name=text` end up in `ignored`."""
    place, *parts = fragment[:LONGEST].removeprefix("#").split("&")
    settings: dict[str, str] = {}
    ignored = [parts.pop()[:NAMED]] if parts and len(fragment) > LONGEST else []  # may be cut in the middle
    newer = False
    for part in parts:
        name, equals, value = part.partition("=")
        if name == "v" and value.isdecimal() and int(value[:4]):
            newer = newer or int(value[:4]) > VERSION
        elif equals and _is_name(name) and (text := _text(name, value)) is not None:
            if settings.setdefault(name.removesuffix(PACKED), text) != text:  # set before to something else
                ignored.append(part[:NAMED])
        elif part:
            ignored.append(part[:NAMED])
    return Address(place if place.replace("-", "").isalnum() else "", settings, tuple(ignored), newer)


def _is_name(name: str) -> bool:
    return "." in name and name.removesuffix(PACKED).translate(_BARE).isalnum()


_BARE = str.maketrans("", "", ".-_")


def _text(name: str, value: str) -> str | None:
    """Return the text of a setting, or None if it is packed and can't be unpacked."""
    if not name.endswith(PACKED):
        return unquote(value, errors="replace")
    try:
        return unpack(value)
    except ValueError:
        return None


def finite(text: str) -> float | None:
    """Return the finite number that a text spells, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
