"""The typefaces of a build: matplotlib's only while it builds, and all signs that a translation writes."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tools.artwork import cjk_font
from tools.artwork.fonts import FACES, IN_PICTURES, PARTS, SIGNS
from tools.common import paths
from tools.languages import translations
from tools.languages.language import Language
from tools.pages import papers
from tools.setup.runtime import Runtime


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


WRITTEN_IN_HAN = [
    code for code in translations.codes() if translations.catalogue(code)["language"].get("script") == "Han"
]


@pytest.mark.parametrize("code", WRITTEN_IN_HAN)
def test_every_sign_of_a_translation_can_be_drawn(cached: Runtime, code: str) -> None:
    language = Language(code, translations.catalogue(code))
    wanted = cjk_font.lacking(language.signs | papers.signs(language))  # what the build has kept already
    for face in cjk_font.cut(cached.han, wanted, paths.cache()):
        assert {ord(sign) for sign in wanted} <= signs_of(face)
