"""Parts of a lesson that whoever sets up a page may lock or hide, and what each part asks of the session."""

from __future__ import annotations

from collections.abc import Iterable

PARTS: dict[str, frozenset[str]] = {
    name: frozenset(verbs.split())
    for name, verbs in {
        "sliders": "move point",
        "boxes": "",
        "machine": "step play reset reseed train",
        "rate": "set_rate preset",
        "rewind": "rewind back",
        "runs": "keep again forget_run",
        "switches": "choose act",
        "own": "enter drag nudge drop add remove paste undo",
        "maths": "watch",
        "views": "set_log aim",
        "table": "",
        "challenges": "challenge leave",
    }.items()
}


def forbidden(parts: Iterable[str]) -> frozenset[str]:
    """The verbs that nobody may ask for where these parts are locked; an unknown part is none."""
    return frozenset[str]().union(*(PARTS.get(part, frozenset()) for part in parts))
