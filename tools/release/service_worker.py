"""The service worker: which files of the site a reader needs without a network, and what each must be."""

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
UNASKED = {  # why no visit asks for what the build lays out, and where that lies
    "for those who host the page": (".nojekyll", "README.txt", "downhill.json"),
    "terms and notes, for people to read": ("LICENSES.txt", "*/LICENSE*", "*/README.md"),
    "the browser itself keeps them with the worker": ("sw.js", "workbox-*"),
    "what a start that has failed asks the host for": ("app-*/start.json",),
    "the page as one file, for readers to keep": ("single-*",),
    "copies of what is kept, compressed for the line": ("*.gz",),
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
LATER = ("library.bin", "packages.bin")  # what no lesson imports: 6 MB that few readers will ever ask for
SPARE = ("heap.bin",)  # a reader who saves data does without
DARK, LIGHT = "-dark", "-light"  # what the names of first pictures say of their theme
ESSAY = "essay"  # the kind of those pages that are played


class Kept(NamedTuple):
    """A file to keep: address from the page, size in bytes, sha256 in base64, and a revision or null.

    `readers` are the languages of those who need it, by their codes; none where everybody does. Pages that
    say the same in several languages are of one `kind`; what is no page has none. Who reads in a light theme
    does without what is `dark`, for which the same in light stands in.
    """

    url: str
    bytes: int
    sha256: str
    revision: str
    kind: str
    readers: list[str]
    dark: bool


def write_worker(out: Path) -> None:
    """Write `sw.js` into the finished site `out`; it knows all other files that a visit may ask for."""
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
    """Every file that a visit may ask for, in a lasting order: the first page, other pages, all else.

    That is whatever the build lays out, but for what is declared never to be asked for (`UNASKED`), and for
    what comes only when it is asked for (`LATER`). Where pages don't arrive as they were built, it shows with
    the first file, and nothing else is fetched.
    """
    first = PurePosixPath("index.html")
    files = [PurePosixPath(file.relative_to(out).as_posix()) for file in out.rglob("*") if file.is_file()]
    found = [file for file in files if not _is_unasked(file)]
    return sorted(found, key=lambda file: (len(file.parts) > 1, file != first, file))


def _damaged(codes: Sequence[str]) -> dict[str, str]:
    """By the codes of languages: what a reader is told where the page itself is damaged."""
    said = {one.code: {**PAGE, **one.catalogue.get("page", {})} for one in all_languages()}
    return {code: said[code]["page.damaged"] for code in codes}


def _is_unasked(file: PurePosixPath) -> bool:
    declared = chain.from_iterable(UNASKED.values())
    return file.name in LATER or any(fnmatchcase(str(file), pattern) for pattern in declared)


def _kind(path: PurePosixPath, codes: Sequence[str]) -> str:
    """What pages that say the same in several languages have in common: `plan` for `plan-de.html`."""
    if len(path.parts) > 1:
        return ""
    if path.stem in ("index", *codes):
        return ESSAY
    return next((path.stem.removesuffix(f"-{c}") for c in codes if path.stem.endswith(f"-{c}")), path.stem)


def _readers(path: PurePosixPath, codes: Sequence[str]) -> list[str]:
    """The codes of the languages that a file is needed for; none where everybody needs it.

    So it is with English: its page has the plain address, and is whole on every device.
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
