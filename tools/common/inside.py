"""The scripts inside pages, without their comments, and the hashes by which a policy allows only these."""

import base64
import hashlib
import re

from tools.common import paths

IN_SCRIPTS = re.compile(r"^[ \t]*//.*$", re.MULTILINE)  # only those on a line of their own
INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)
IN_STYLES = re.compile(r"/\*.*?\*/", re.DOTALL)


def script_without(text: str) -> str:
    """Return a script without its comments; lines keep their numbers, which errors mention."""
    return IN_SCRIPTS.sub("", text)


def style_without(text: str) -> str:
    """Return a style sheet without its comments, empty lines, and indentation."""
    return re.sub(r"\s*\n\s*", "\n", IN_STYLES.sub("", text))


INLINE = paths.ROOT / "web" / "boot" / "inline"


def _script(files: str) -> str:
    """Return inline files as one script without indentation: no text in them has several lines."""
    texts = ((INLINE / f"{file}.js").read_text(encoding="utf-8") for file in files.split())
    return "".join(INDENTED.sub("", script_without(text).lstrip("\n")) for text in texts)


SCRIPTS = {  # what a template calls them
    name: _script(files)
    for name, files in {
        "lead": "language",
        "prestart_worker": "prestart-worker",
        "dress": "theme",
        "modes": "embed-mode beats-mode",
        "limits": "limits",
        "teacher": "teacher",
        "guard": "guard",
        "stage": "stage beat-keys unfold place far-pictures scroll-signs first-screen tab-stops python",
    }.items()
}


def sums(*names: str) -> str:
    """Return the hashes of these scripts as a policy writes them; a script begins after its tag's line."""
    found = (integrity(f"\n{SCRIPTS[name]}".encode()) for name in names)
    return " ".join(f"'{total}'" for total in found)


def integrity(data: bytes) -> str:
    """Return the sha256 of some bytes, as pages and policies write it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}"
