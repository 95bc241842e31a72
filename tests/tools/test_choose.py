"""Which way to start: the boot's own function, asked in Node."""

import json
import subprocess

import pytest

from tools import npm, places

CHOOSE = places.ROOT / "web" / "boot" / "choose.mjs"
FAST, SLOW = 5e6, 1e6  # bytes a second


def choose(**known: object) -> str:
    """The way that the boot takes, knowing this."""
    node = npm.node() or (npm.client(print) and npm.node())
    assert node
    program = (
        f"import {{ choose }} from {json.dumps(CHOOSE.as_uri())}; console.log(choose({json.dumps(known)}));"
    )
    done = subprocess.run(
        [node, "--input-type=module", "-e", program], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("known", "way"),
    [
        ({"speed": FAST}, "snapshot"),
        ({"speed": SLOW}, "packed"),
        ({"speed": 0}, "packed"),
        ({"speed": FAST, "saving": True}, "packed"),
        ({"speed": 0, "kept": True}, "snapshot"),
        ({"speed": 0, "kept": True, "saving": True}, "snapshot"),
        ({"speed": FAST, "forced": "packed", "kept": True}, "packed"),
        ({"speed": SLOW, "forced": "snapshot", "saving": True}, "snapshot"),
        ({"speed": SLOW, "forced": "nonsense"}, "packed"),
    ],
)
def test_bytes_decide_on_a_slow_line_and_what_is_kept_costs_none(known: dict[str, object], way: str) -> None:
    assert choose(**known) == way
