"""The typeface for signs that the page's own one lacks: all that a translation writes, in both weights."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.support.rights import read_only
from tools.artwork import cjk_font
from tools.common import paths
from tools.common.console import Problem
from tools.languages import translations
from tools.languages.language import Language
from tools.pages import papers
from tools.setup.runtime import Runtime

SENTENCE = "走下坡路：我们摸了猫，它很高兴。"
WRITTEN_IN_HAN = [
    code for code in translations.codes() if translations.catalogue(code)["language"].get("script") == "Han"
]


def signs_of(face: Path) -> set[int]:
    with TTFont(face) as font:
        return set(font.getBestCmap())


def test_both_weights_have_exactly_the_signs_that_are_asked_for(cached: Runtime, tmp_path: Path) -> None:
    wanted = cjk_font.lacking(SENTENCE + "Downhill, größer: 1,5")
    assert wanted == set(SENTENCE) - {" "}
    faces = cjk_font.cut(cached.han, wanted, tmp_path)
    assert [face.stem for face in faces] == ["DownhillHan-Regular", "DownhillHan-Semibold"]
    for face in faces:
        assert signs_of(face) == signs_of(face.with_suffix(".woff2")) == {ord(sign) for sign in wanted}


def test_others_may_read_what_is_kept_and_need_not_write(cached: Runtime, tmp_path: Path) -> None:
    (tmp_path / "like").mkdir()
    faces = cjk_font.cut(cached.han, {"猫"}, tmp_path)
    assert faces[0].parent.stat().st_mode == (tmp_path / "like").stat().st_mode
    with read_only(tmp_path):
        assert cjk_font.cut(cached.han, {"猫"}, tmp_path) == faces
        with pytest.raises(Problem, match=f"^a typeface for Chinese can't be read in {tmp_path}, and"):
            cjk_font.cut(cached.han, {"坡"}, tmp_path)


def test_a_sign_that_no_slice_has_is_named(cached: Runtime, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the typeface lacks \N{RUNIC LETTER FEHU FEOH FE F}"):
        cjk_font.cut(cached.han, {"\N{RUNIC LETTER FEHU FEOH FE F}", "猫"}, tmp_path)


@pytest.mark.parametrize("code", WRITTEN_IN_HAN)
def test_every_sign_of_a_translation_can_be_drawn(cached: Runtime, code: str) -> None:
    language = Language(code, translations.catalogue(code))
    wanted = cjk_font.lacking(language.signs | papers.signs(language))  # what the build has kept already
    for face in cjk_font.cut(cached.han, wanted, paths.cache()):
        assert {ord(sign) for sign in wanted} <= signs_of(face)
