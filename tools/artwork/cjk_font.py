"""A typeface for characters that the page's own lacks: exactly those that a language uses.

It is made from the slices of a large one (Noto Sans SC): variable fonts, each with some of the characters.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset as cutter
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from downhill.drawing.style import OTHERS
from tools.artwork.fonts import SIGNS
from tools.common.console import say
from tools.common.file_lock import PARTIAL, filling

WEIGHTS = {"Regular": 400, "Semibold": 600}
MADE = 3_800_000_000  # seconds since 1904: the same file, whenever it is made
SPARE = (
    "BASE GDEF GPOS GSUB HVAR MVAR STAT avar gasp prep vhea vmtx".split()
)  # not needed to draw single characters


def lacking(signs: Iterable[str]) -> set[str]:
    """Return the characters that the page's own typeface doesn't have."""
    return {sign for sign in signs if ord(sign) not in SIGNS and sign.isprintable()}


def cut(folder: Path, signs: set[str], cache: Path) -> list[Path]:
    """Make both weights as ttf for the pictures, in a folder of `cache`, each with a woff2 for the page.

    Takes half a minute the first time. Raises `ValueError`, with the characters that no slice has, and
    `Problem` if they can't be put into the cache.
    """
    known = hashlib.sha256("".join(sorted(signs)).encode() + Path(__file__).read_bytes()).hexdigest()[:12]
    kept = cache / f"{folder.name}-{known}"
    if not kept.exists():
        with filling(cache, "a typeface for Chinese", say):
            if not kept.exists():
                _fill(kept, folder, signs)
    return sorted(kept.glob("*.ttf"))


def _fill(kept: Path, folder: Path, signs: set[str]) -> None:
    """Make both faces next to `kept`; the folder gets its name when complete, and everybody can read it."""
    with tempfile.TemporaryDirectory(prefix=PARTIAL, dir=kept.parent) as place:
        made = Path(place) / "made"
        made.mkdir()
        for face, weight in WEIGHTS.items():
            _cut(folder, signs, made / f"DownhillHan-{face}", weight)
        made.rename(kept)


def _cut(folder: Path, signs: set[str], target: Path, weight: int) -> None:
    wanted = {ord(sign) for sign in signs}
    with tempfile.TemporaryDirectory() as place:
        parts: list[str] = []
        for file in sorted(folder.glob("*.woff2")):
            with TTFont(file) as font:
                found = wanted & font.getBestCmap().keys()
                if found:
                    parts.append(str(Path(place) / f"{len(parts)}.ttf"))
                    _one_weight(font, found, weight).save(parts[-1])
                wanted -= found
        if wanted:
            raise ValueError(f"the typeface lacks {''.join(map(chr, sorted(wanted)))}")
        whole = Merger().merge(parts)
    _christen(whole, target.name.partition("-")[2])
    whole.save(target.with_suffix(".ttf"))
    whole.flavor = "woff2"
    whole.save(target.with_suffix(".woff2"))


def _one_weight(font: TTFont, signs: set[int], weight: int) -> TTFont:
    """Return a slice cut down to some characters and one weight."""
    options = cutter.Options(hinting=False, layout_features=[], drop_tables=SPARE, notdef_outline=True)
    worker = cutter.Subsetter(options)
    worker.populate(unicodes=signs)
    worker.subset(font)
    return instancer.instantiateVariableFont(font, {"wght": weight})


def _christen(font: TTFont, face: str) -> None:
    """Give the font our own name, and the same time in every build."""
    # Name 2 is one of four styles; with any other, matplotlib runs code that no start has at hand.
    names = {1: OTHERS, 2: "Regular", 4: f"{OTHERS} {face}", 6: f"DownhillHan-{face}", 16: OTHERS, 17: face}
    font["name"].names = [record for record in font["name"].names if record.nameID in (0, 13, 14)]
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["head"].created = font["head"].modified = MADE
    font.recalcTimestamp = False
