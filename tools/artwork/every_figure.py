"""Every figure of the page in one language, as files: drawn, or taken from the cache where all is as it was.

To draw them takes half of a build's time.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from matplotlib import font_manager

from downhill.drawing.style import families, load_fonts
from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.text.language import Catalogue, sentences
from tools.artwork.figures import Figure, figures, still_figures
from tools.artwork.sheet_pictures import guess_figures
from tools.common import paths
from tools.common.hashes import sha256, tree
from tools.common.plain_words import plain
from tools.setup.filling import PARTIAL

PY = paths.ROOT / "py" / "downhill"
SOURCES = (Path(__file__).parent, paths.REQUIREMENTS / "build.txt")
UNREADABLE = (OSError, EOFError, ValueError, zlib.error)
"""What is raised where kept figures are missing, or any byte of them is another one."""


def lay_out(
    folder: Path, typefaces: Path, catalogue: Catalogue, cache: Path, like: Path | None = None
) -> None:
    """Put the first picture of every lesson, in every theme and width, as svg files into the new `folder`.

    The language of the `catalogue` is being spoken. What is the same as the file of that name in the folder
    `like` is left out.
    """
    folder.mkdir()
    load_fonts(typefaces)
    for file, svg in kept(cache / f"figures-{_inputs(catalogue)}.json.gz", lambda: _drawn(typefaces)).items():
        if like is None or (like / file).read_text(encoding="utf-8") != svg:
            (folder / file).write_text(svg, encoding="utf-8")


def kept(file: Path, draw: Callable[[], Iterable[Figure]]) -> dict[str, str]:
    """Figures as svg text by the names of their own files, from a file that holds them all.

    Where it can't be read they are drawn, and put there, if that is possible.
    """
    with suppress(*UNREADABLE):
        return dict(json.loads(gzip.decompress(file.read_bytes())))
    found = {figure.file: figure.svg for figure in draw()}
    with suppress(OSError):
        _keep(file, gzip.compress(json.dumps(found).encode(), 6))
    return found


def _keep(file: Path, data: bytes) -> None:
    """The file gets its name when it is whole, and everybody may read it."""
    with tempfile.TemporaryDirectory(prefix=PARTIAL, dir=file.parent) as place:
        made = Path(place) / file.name
        made.write_bytes(data)
        os.replace(made, file)


def _drawn(typefaces: Path) -> Iterable[Figure]:
    yield from figures(all_lessons(), typefaces, all_models())
    yield from still_figures(every_lesson(), typefaces)
    yield from guess_figures(typefaces)


def _inputs(catalogue: Catalogue) -> str:
    """A short sum over all that decides about the figures, wherever it lies; of words, what is spoken."""
    faces = sorted(sha256(Path(f.fname)) for f in font_manager.fontManager.ttflist if f.name in families)
    code = [plain(file.read_text(encoding="utf-8"), _name(file)) for file in sorted(PY.rglob("*.py"))]
    told = [sentences(every_lesson()), catalogue]
    said = json.dumps([tree(SOURCES, paths.ROOT), code, sys.version, faces, told], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _name(file: Path) -> str:
    return f"downhill/{file.relative_to(PY).as_posix()}"
