"""The typefaces of a build are matplotlib's only while it builds."""

from pathlib import Path

from fontTools.ttLib import TTFont

from tools.artwork.fonts import FACES, IN_PICTURES, PARTS, SIGNS


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
