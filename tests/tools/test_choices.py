"""What the boot decides before a start: which way Python comes, and when a device fetches what it keeps."""

import json

from tests.support.node import ask
from tools.common import paths

BOOT = paths.ROOT / "web" / "boot"
FAST, SLOW = 5e6, 1e6  # bytes a second
WAYS: list[tuple[dict[str, object], str]] = [
    ({"speed": FAST}, "snapshot"),
    ({"speed": SLOW}, "packed"),
    ({"speed": 0}, "packed"),
    ({"speed": FAST, "saving": True}, "packed"),
    ({"speed": FAST, "forced": "packed"}, "packed"),
    ({"speed": SLOW, "forced": "snapshot", "saving": True}, "snapshot"),
    ({"speed": SLOW, "forced": "nonsense"}, "packed"),
    ({"speed": FAST, "built": False, "forced": "snapshot"}, "packed"),
]
FETCHED = [
    {"name": "a.js", "duration": 9000},
    {"name": "m.wasm", "duration": 300},
    {"name": "n.wasm", "duration": 100},
]


def test_bytes_decide_on_a_slow_line_and_what_was_not_built_is_not_asked_for() -> None:
    known = json.dumps([known for known, _ in WAYS])
    found = ask(BOOT / "worker" / "choose.js", "choose", f"said({known}.map(choose).join());")
    assert found.split(",") == [way for _, way in WAYS]


def test_a_device_waits_for_a_share_of_the_time_that_its_line_asks_for() -> None:
    cases = [([], 0.9), (FETCHED, 0), (FETCHED, 0.5), (FETCHED, 1), (FETCHED[:1], 1)]
    program = f"""
        const waited = [];
        globalThis.setTimeout = (then, time) => {{ waited.push(time); then(); }};
        for (const [entries, lot] of {json.dumps(cases)}) await ownTime(entries, lot);
        said(JSON.stringify(waited));
    """
    assert json.loads(ask(BOOT / "page" / "own-time.js", "ownTime", program)) == [0, 0, 750, 1500, 0]
