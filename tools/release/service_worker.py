"""Writes the service worker: which files of the site a reader needs without a network, and their hashes."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from downhill.text.format import PAGE
from tools.common import paths
from tools.languages.language import FIRST, all_languages
from tools.pages.template import MARK

ORDER = ("core", "routing", "strategies", "precaching")  # each of Workbox's scripts needs those before it
UNASKED = {  # files of the site that no visit requests, by the reason
    "for those who host the page": (".nojekyll", "README.txt", "downhill.json"),
    "terms and notes, for people to read": ("LICENSES.txt", "*/LICENSE*", "*/README.md"),
    "the browser itself keeps them with the worker": ("sw.js", "workbox-*"),
    "what a start that has failed asks the host for": ("app-*/start.json",),
    "the page as one file, for readers to keep": ("single-*",),
    "copies of what is kept, compressed for the line": ("*.gz",),
    "downloads for schools": ("*.csv", "*.imscc"),
    "typefaces of pictures, which snapshot and pack hold": ("*.ttf",),
    "editors, terminals and games of PyScript, which no lesson has": (
        "pyscript-*/codemirror-*",  # with search and folding; of its parts our editor is made
        "pyscript-*/donkey-*",
        "pyscript-*/py-*",
        "pyscript-*/xterm*",
    ),
    "further parts of PyScript: for old names, other settings, other pages": (
        "pyscript-*/*.css",
        "pyscript-*/deprecations-manager-*",
        "pyscript-*/mpy-*",
        "pyscript-*/pyodide_graph-*",
        "pyscript-*/service-worker.js",
        "pyscript-*/storage.js",
        "pyscript-*/toml-*",
        "pyscript-*/zip-*",
    ),
}
LATER = ("library.bin", "packages.bin")  # what no lesson imports: 6 MB that few readers ever need
SPARE = ("heap.bin",)  # left out for a reader who saves data
DARK, LIGHT = "-dark", "-light"  # the theme in the names of first pictures
ESSAY = "essay"  # the kind of pages with the essay


class Kept(NamedTuple):
    """A file to keep: address from the page, size in bytes, sha256 in base64, and a revision or null.

    `readers` are the codes of the languages that need it; none if all do. The translations of a page share a
    `kind`; other files have none. In a light theme, `dark` files aren't kept, since the light ones replace
    them.
    """

    url: str
    bytes: int
    sha256: str
    revision: str
    kind: str
    readers: list[str]
    dark: bool


def write_worker(out: Path) -> None:
    """Write `sw.js` into the finished site `out`; it lists all other files that a visit can request."""
    (workbox,) = out.glob("workbox-*")
    pages = sorted(page.stem for page in out.glob("*.html"))
    codes = [
        FIRST.code,
        *(stem for stem in pages if any(out.glob(f"app-*/{stem}/"))),
    ]  # other pages are papers
    files = needed(out)
    spare = [path for path in files if path.name in SPARE]
    values: dict[str, Any] = {
        "scripts": ", ".join(f'"./{workbox.name}/workbox-{part}.prod.js"' for part in ORDER),
        "files": [_kept(out, path, codes) for path in files],
        "spare": json.dumps([f"./{path}" for path in spare]),
        "dark": DARK,
        "light": LIGHT,
        "mark": MARK,
        "essay": ESSAY,
        "first": FIRST.code,
        "damaged": json.dumps(_damaged(codes), ensure_ascii=False),
    }
    templates = Environment(
        loader=FileSystemLoader(paths.ROOT / "web"), undefined=StrictUndefined, trim_blocks=True
    )
    (out / "sw.js").write_text(templates.get_template("sw.js.jinja").render(**values), encoding="utf-8")


def needed(out: Path) -> list[PurePosixPath]:
    """Return every file that a visit can request, in a fixed order: the first page, other pages, the rest.

    That is everything in the build except what is never requested (`UNASKED`) and what is fetched only when
    needed (`LATER`). If pages arrive changed, the first file shows it, and nothing else is fetched.
    """
    first = PurePosixPath("index.html")
    files = [PurePosixPath(file.relative_to(out).as_posix()) for file in out.rglob("*") if file.is_file()]
    found = [file for file in files if not _is_unasked(file)]
    return sorted(found, key=lambda file: (len(file.parts) > 1, file != first, file))


def _damaged(codes: Sequence[str]) -> dict[str, str]:
    """Return, by language code, what a reader is told if the page itself is damaged."""
    said = {one.code: {**PAGE, **one.catalogue.get("page", {})} for one in all_languages()}
    return {code: said[code]["page.damaged"] for code in codes}


def _is_unasked(file: PurePosixPath) -> bool:
    declared = chain.from_iterable(UNASKED.values())
    return file.name in LATER or any(fnmatchcase(str(file), pattern) for pattern in declared)


def _kind(path: PurePosixPath, codes: Sequence[str]) -> str:
    """Return the name that the translations of a page share: `guide` for `guide-de.html`."""
    if len(path.parts) > 1:
        return ""
    if path.stem in ("index", *codes):
        return ESSAY
    return next((path.stem.removesuffix(f"-{c}") for c in codes if path.stem.endswith(f"-{c}")), path.stem)


def _readers(path: PurePosixPath, codes: Sequence[str]) -> list[str]:
    """Return the codes of the languages that need a file; none if all do.

    All need the English page, which has the plain address, and is complete on every device.
    """
    if len(path.parts) == 1:
        return [code for code in codes if path.stem == code or path.stem.endswith(f"-{code}")]
    return [path.parts[1]] if path.parts[1] in codes else []


def _kept(out: Path, path: PurePosixPath, codes: Sequence[str]) -> Kept:
    data = (out / path).read_bytes()
    total = hashlib.sha256(data)
    url, revision = f"./{path}", "null"
    if len(path.parts) == 1:  # its address doesn't name its content
        url, revision = url.removesuffix("index.html"), json.dumps(total.hexdigest()[:16])
    sha256 = base64.b64encode(total.digest()).decode()
    dark = path.suffix == ".svg" and DARK in path.stem
    return Kept(url, len(data), sha256, revision, _kind(path, codes), _readers(path, codes), dark)
