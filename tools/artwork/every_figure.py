"""Writes every figure of the page in one language as a file: drawn, or from the cache if nothing has changed.

Drawing them takes half of a build's time.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from matplotlib import font_manager

from downhill.drawing.style import families, load_fonts
from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.text.language import Catalogue, sentences
from tools.artwork.figures import Figure, figures, still_figures
from tools.artwork.sheet_pictures import guess_figures
from tools.common import paths
from tools.common.file_lock import PARTIAL
from tools.common.hashes import sha256, tree
from tools.common.plain_words import plain

PY = paths.ROOT / "py" / "downhill"
UNREADABLE = (OSError, EOFError, ValueError, zlib.error)
"""What is raised if a cached file is missing or damaged."""


def kept(file: Path, make: Callable[[], Mapping[str, str]]) -> dict[str, str]:
    """Return the texts in a file of the cache, by name.

    If it can't be read, make them, and put them there if possible.
    """
    with suppress(*UNREADABLE):
        return dict(json.loads(gzip.decompress(file.read_bytes())))
    found = dict(make())
    with suppress(OSError):
        _keep(file, gzip.compress(json.dumps(found).encode(), 6))
    return found


def _keep(file: Path, data: bytes) -> None:
    """Write a file that gets its name when it is complete, and that everybody can read."""
    with tempfile.TemporaryDirectory(prefix=PARTIAL, dir=file.parent) as place:
        made = Path(place) / file.name
        made.write_bytes(data)
        os.replace(made, file)


def summed(catalogue: Catalogue, makers: Iterable[Path]) -> str:
    """Return a short sum over code, fonts, packages, and `makers`; of words, over those of one language."""
    fonts = {Path(face.fname) for face in font_manager.fontManager.ttflist if face.name in families}
    faces = sorted({sha256(file) for file in fonts if file.is_file()})  # a site may have gone
    code = [plain(file.read_text(encoding="utf-8"), _name(file)) for file in sorted(PY.rglob("*.py"))]
    told = [sentences(every_lesson()), catalogue]
    sources = tree([*makers, paths.REQUIREMENTS / "build.txt"], paths.ROOT)
    said = json.dumps([sources, code, sys.version, faces, told], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _name(file: Path) -> str:
    return f"downhill/{file.relative_to(PY).as_posix()}"


MAKERS = (Path(__file__).parent,)


def lay_out(
    folder: Path, typefaces: Path, catalogue: Catalogue, cache: Path, like: Path | None = None
) -> None:
    """Put the first picture of every lesson, in every theme and width, as svg files into the new `folder`.

    The current language must be that of the `catalogue`. Files that are the same in the folder `like` are
    left out.
    """
    folder.mkdir()
    load_fonts(typefaces)
    there = cache / f"figures-{summed(catalogue, MAKERS)}.json.gz"
    for file, svg in kept(there, lambda: {each.file: each.svg for each in _drawn(typefaces)}).items():
        if like is None or (like / file).read_text(encoding="utf-8") != svg:
            (folder / file).write_text(svg, encoding="utf-8")


def _drawn(typefaces: Path) -> Iterable[Figure]:
    yield from figures(all_lessons(), typefaces, all_models())
    yield from still_figures(every_lesson(), typefaces)
    yield from guess_figures(typefaces)
