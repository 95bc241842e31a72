"""When a device fetches what it keeps: the boot's own function, asked in Node."""

import json

import pytest

from tests.support.node import ask
from tools.common import paths

OWN_TIME = paths.ROOT / "web" / "boot" / "page" / "own-time.js"
SLOW = [
    {"name": "a.js", "duration": 9000},
    {"name": "m.wasm", "duration": 300},
    {"name": "n.wasm", "duration": 100},
]


def waited(entries: list[dict[str, object]], lot: float) -> float:
    """How long a device waits that has fetched these files and has drawn this lot, in ms."""
    return float(
        ask(
            OWN_TIME,
            "ownTime",
            f"""
            let waited;
            globalThis.setTimeout = (then, time) => {{ waited = time; then(); }};
            ownTime({json.dumps(entries)}, {lot}).then(() => said(waited));
            """,
        )
    )


@pytest.mark.parametrize(
    ("entries", "lot", "time"),
    [([], 0.9, 0), (SLOW, 0, 0), (SLOW, 0.5, 750), (SLOW, 1, 1500), (SLOW[:1], 1, 0)],
)
def test_a_device_waits_for_a_share_of_the_time_that_its_line_asks_for(
    entries: list[dict[str, object]], lot: float, time: float
) -> None:
    assert waited(entries, lot) == time
