"""The scripts inside pages, and the hashes by which a policy allows only these."""

import base64
import hashlib

from tools.common import comments, paths

INLINE = paths.ROOT / "web" / "boot" / "inline"
SCRIPTS = {  # what a template calls them
    name: comments.script_without((INLINE / f"{file}.js").read_text(encoding="utf-8")).lstrip("\n")
    for name, file in {
        "lead": "language",
        "prestart_worker": "prestart-worker",
        "dress": "theme",
        "embed_mode": "embed-mode",
        "beats_mode": "beats-mode",
        "limits": "limits",
        "teacher": "teacher",
        "guard": "guard",
        "stage": "stage",
        "beat_keys": "beat-keys",
        "unfold": "unfold",
        "place": "place",
        "far_pictures": "far-pictures",
        "scroll_signs": "scroll-signs",
        "walk": "first-screen",
        "stops": "tab-stops",
        "python_panel": "python",
    }.items()
}


def sums(*names: str) -> str:
    """Return the hashes of these scripts as a policy writes them; a script begins after its tag's line."""
    found = (integrity(f"\n{SCRIPTS[name]}".encode()) for name in names)
    return " ".join(f"'{total}'" for total in found)


def integrity(data: bytes) -> str:
    """Return the sha256 of some bytes, as pages and policies write it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}"
