"""Which way to start: the boot's own function, asked in Node."""

import json

import pytest

from tests.support.node import ask
from tools.common import paths

CHOOSE = paths.ROOT / "web" / "boot" / "worker" / "choose.js"
FAST, SLOW = 5e6, 1e6  # bytes a second


def choose(**known: object) -> str:
    """The way that the boot takes, knowing this."""
    return ask(CHOOSE, "choose", f"said(choose({json.dumps(known)}));")


@pytest.mark.parametrize(
    ("known", "way"),
    [
        ({"speed": FAST}, "snapshot"),
        ({"speed": SLOW}, "packed"),
        ({"speed": 0}, "packed"),
        ({"speed": FAST, "saving": True}, "packed"),
        ({"speed": FAST, "forced": "packed"}, "packed"),
        ({"speed": SLOW, "forced": "snapshot", "saving": True}, "snapshot"),
        ({"speed": SLOW, "forced": "nonsense"}, "packed"),
        ({"speed": FAST, "built": False}, "packed"),
        ({"speed": FAST, "built": False, "forced": "snapshot"}, "packed"),
    ],
)
def test_bytes_decide_on_a_slow_line_and_what_was_not_built_is_not_asked_for(
    known: dict[str, object], way: str
) -> None:
    assert choose(**known) == way
