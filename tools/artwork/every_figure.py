"""Writes every figure of the page in one language as a file: drawn, or from the cache if nothing has changed.

Drawing them takes half of a build's time.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from downhill.drawing.style import load_fonts
from downhill.lessons import all_lessons, all_models, every_lesson
from downhill.text.language import Catalogue
from tools.artwork.figures import Figure, figures, still_figures
from tools.artwork.kept import kept, summed
from tools.artwork.sheet_pictures import guess_figures

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
