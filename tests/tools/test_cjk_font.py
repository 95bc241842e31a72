"""The typeface for signs that the page's own one lacks: all that a translation writes, in both weights."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tools.artwork import cjk_font
from tools.common import paths
from tools.languages import translations
from tools.languages.language import Language
from tools.pages import papers
from tools.setup.runtime import Runtime

WRITTEN_IN_HAN = [
    code for code in translations.codes() if translations.catalogue(code)["language"].get("script") == "Han"
]


def signs_of(face: Path) -> set[int]:
    with TTFont(face) as font:
        return set(font.getBestCmap())


def test_a_sign_that_no_slice_has_is_named(cached: Runtime, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the typeface lacks \N{RUNIC LETTER FEHU FEOH FE F}"):
        cjk_font.cut(cached.han, {"\N{RUNIC LETTER FEHU FEOH FE F}", "猫"}, tmp_path)


@pytest.mark.parametrize("code", WRITTEN_IN_HAN)
def test_every_sign_of_a_translation_can_be_drawn(cached: Runtime, code: str) -> None:
    language = Language(code, translations.catalogue(code))
    wanted = cjk_font.lacking(language.signs | papers.signs(language))  # what the build has kept already
    for face in cjk_font.cut(cached.han, wanted, paths.cache()):
        assert {ord(sign) for sign in wanted} <= signs_of(face)
