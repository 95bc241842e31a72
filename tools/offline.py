"""The service worker: which files of the site a reader needs without a network, and what each must be."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tools import places
from tools.spoken import FIRST

ORDER = ("core", "routing", "strategies", "precaching")  # each of Workbox's scripts needs those before it
UNASKED = (
    "",
    ".gz",
    ".lean",
    ".md",
    ".txt",
    ".ttf",
)  # papers, copies, fonts that a pack has, too
SPARE = ("heap.bin",)  # a reader who saves data does without
LATER = ("library.bin", "packages.bin")  # what no lesson imports: 6 MB that few readers will ever ask for


class Kept(NamedTuple):
    """A file to keep: address from the page, size in bytes, sha256 in base64, and a revision or null.

    `readers` are the languages of those who need it, by their codes; none where everybody does.
    """

    url: str
    bytes: int
    sha256: str
    revision: str
    readers: list[str]


def write_worker(out: Path) -> None:
    """Write `sw.js` into the finished site `out`; it knows all other files that a visit may ask for."""
    (workbox,) = out.glob("workbox-*")
    pages = sorted(page.stem for page in out.glob("*.html"))
    codes = [
        FIRST.code,
        *(stem for stem in pages if any(out.glob(f"app-*/{stem}/"))),
    ]  # other pages are papers
    values: dict[str, Any] = {
        "scripts": ", ".join(f'"./{workbox.name}/workbox-{part}.prod.js"' for part in ORDER),
        "files": [_kept(out, path, codes) for path in needed(out)],
        "spare": json.dumps([f"./{path}" for path in needed(out) if path.name in SPARE]),
    }
    templates = Environment(
        loader=FileSystemLoader(places.ROOT / "web"), undefined=StrictUndefined, trim_blocks=True
    )
    (out / "sw.js").write_text(templates.get_template("sw.js.jinja").render(**values), encoding="utf-8")


def needed(out: Path) -> list[PurePosixPath]:
    """Every file that a visit may ask for, in a lasting order."""
    files = [PurePosixPath(f.relative_to(out).as_posix()) for f in sorted(out.rglob("*")) if f.is_file()]
    return [file for file in files if _is_needed(file)]


def _is_needed(file: PurePosixPath) -> bool:
    if len(file.parts) == 1:
        return file.suffix == ".html"
    folder = file.parts[0].rpartition("-")[0]
    if folder == "pyscript":
        return file.name.startswith("core") and file.suffix == ".js"  # the rest are plugins, all off
    return folder != "workbox" and file.suffix not in UNASKED and file.name not in LATER


def _readers(out: Path, path: PurePosixPath, codes: Sequence[str]) -> list[str]:
    """The codes of the languages that a file is needed for; none where everybody needs it.

    A figure is there for all languages that have none of that name of their own.
    """
    if len(path.parts) == 1:
        return [code for code in codes if path.stem == code or path.stem.endswith(f"-{code}")]
    if path.parts[1] in codes:
        return [path.parts[1]]
    if path.parts[1] != "figures" or len(codes) == 1:
        return []
    own = {code for code in codes if (out / path.parts[0] / code / "figures" / path.name).exists()}
    return [code for code in codes if code not in own]


def _kept(out: Path, path: PurePosixPath, codes: Sequence[str]) -> Kept:
    data = (out / path).read_bytes()
    total = hashlib.sha256(data)
    url, revision = f"./{path}", "null"
    if len(path.parts) == 1:  # its address does not name its content
        url, revision = url.removesuffix("index.html"), json.dumps(total.hexdigest()[:16])
    return Kept(
        url, len(data), base64.b64encode(total.digest()).decode(), revision, _readers(out, path, codes)
    )
