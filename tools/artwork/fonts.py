"""The page's typeface, cut down to the characters that are used: woff2 for the page, ttf for the pictures.

The page has two files of each face: the characters of a first screen, and those that are loaded once the page
needs one of them. Pictures have one, without layout tables, which matplotlib doesn't read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fontTools import subset as cutter
from matplotlib.font_manager import fontManager

from downhill.drawing.style import families

FAMILY = "Downhill Sans"  # the license reserves the original's name for the original
FACES = ("SourceSans3-Regular", "SourceSans3-Semibold", "SourceSans3-It")
IN_PICTURES = FACES[:2]
AT_ONCE = [  # characters of all the page's languages but Chinese
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    0x152,
    0x153,
    *range(0x2010, 0x2028),
    0x202F,
    0x2039,
    0x203A,
    *range(0x2080, 0x208A),
    0x2192,
    0x2197,
    0x2212,
    0x25AA,
    0x25B2,
    0x25B8,
    0x25BC,
    0x25BE,
    0x25C2,
    0x25C6,
    0x25CF,
    0x2713,
]
LATE = [
    *range(0x100, 0x152),
    *range(0x154, 0x180),
    *range(0x370, 0x400),
    0x2030,
    0x2032,
    0x20AC,
    0x2190,
    0x2191,
    0x2193,
    0x2248,
    0x2260,
    0x2264,
    0x2265,
]
PARTS = {"": AT_ONCE, "-Late": LATE}
SIGNS = sorted(AT_ONCE + LATE)
FEATURES = ["kern", "tnum", "liga"]
LAYOUT = ["BASE", "GDEF", "GPOS", "GSUB"]


def subset(folder: Path, out: Path) -> list[Path]:
    """Write the faces of `folder` into `out` as woff2; return the ttf files of those faces that pictures use.

    Raises `FileNotFoundError`, with the name of the missing face.
    """
    out.mkdir(parents=True)
    for face in FACES:
        for part, signs in PARTS.items():
            page = cutter.Options(flavor="woff2", layout_features=FEATURES)
            _cut(folder / f"{face}.ttf", out / f"{_ours(face)}{part}.woff2", signs, page)
    for face in IN_PICTURES:
        pictures = cutter.Options(layout_features=[])
        pictures.drop_tables += LAYOUT
        _cut(folder / f"{face}.ttf", out / f"{_ours(face)}.ttf", SIGNS, pictures)
    return [out / f"{_ours(face)}.ttf" for face in IN_PICTURES]


def unicode_range(signs: Iterable[int]) -> str:
    """Return the code points of signs as a style sheet lists them: `U+20-7E, U+A0`."""
    ranges: list[list[int]] = []
    for sign in sorted(signs):
        if ranges and ranges[-1][1] == sign - 1:
            ranges[-1][1] = sign
        else:
            ranges.append([sign, sign])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in ranges)


def _ours(face: str) -> str:
    return face.replace("SourceSans3", FAMILY.replace(" ", ""))


def _cut(source: Path, target: Path, signs: Iterable[int], options: cutter.Options) -> None:
    options.hinting = options.recalc_timestamp = False
    options.desubroutinize = True
    with cutter.load_font(str(source), options) as font:
        worker = cutter.Subsetter(options)
        worker.populate(unicodes=signs)
        worker.subset(font)
        for record in font["name"].names:
            if record.nameID in (1, 3, 4, 6, 16, 25):
                name = record.toUnicode().replace("Source Sans 3", FAMILY)
                record.string = name.replace("SourceSans3", "DownhillSans")
        cutter.save_font(font, str(target), options)


@contextmanager
def borrowed() -> Iterator[None]:
    """Make matplotlib forget, in the end, the typefaces registered meanwhile, because their files move."""
    lists: tuple[list[Any], ...] = (fontManager.ttflist, families)
    known = [list(each) for each in lists]
    try:
        yield
    finally:
        for each, before in zip(lists, known, strict=True):
            each[:] = before
