"""The typefaces of a build are matplotlib's only while it builds."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from matplotlib.font_manager import fontManager

from downhill.drawing.style import families, load_fonts
from tools.artwork.fonts import FACES, IN_PICTURES, PARTS, SIGNS, borrowed, unicode_range


def test_typefaces_that_were_borrowed_are_forgotten(typefaces: Path) -> None:
    before = list(fontManager.ttflist), list(families)
    with borrowed():
        load_fonts(typefaces, "Downhill Borrowed")
        assert len(fontManager.ttflist) > len(before[0])
    assert (fontManager.ttflist, families) == before


def signs_of(file: Path) -> set[int]:
    """The code points for which a typeface has a glyph."""
    with TTFont(file) as font:
        return {*font.getBestCmap()}


def test_the_parts_of_a_face_share_no_sign_and_have_all_that_pictures_have(typefaces: Path) -> None:
    faces = {file.stem: signs_of(file) for file in typefaces.iterdir()}
    assert len(faces) == len(FACES) * len(PARTS)  # a picture's file is named like the first part of a face
    for face in ("Regular", "Semibold", "It"):
        first, late = (signs_of(typefaces / f"DownhillSans-{face}{part}.woff2") for part in PARTS)
        assert first
        assert late
        assert not first & late
        if f"SourceSans3-{face}" in IN_PICTURES:
            assert signs_of(typefaces / f"DownhillSans-{face}.ttf") == first | late <= {*SIGNS}


def test_a_style_sheet_is_told_of_signs_in_ranges() -> None:
    assert unicode_range([]) == ""
    assert unicode_range([0x42, 0x41, 0x43, 0xA0, 0x2013, 0x2014]) == "U+41-43, U+A0, U+2013-2014"


@pytest.mark.parametrize("signs", PARTS.values())
def test_no_sign_is_listed_twice(signs: list[int]) -> None:
    assert len(signs) == len({*signs})
