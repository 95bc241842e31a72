"""Pictures and typefaces of a build: those seen at first, those to guess in, every sign of a translation."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from downhill.drawing.themes import COLOURS, STATIC
from downhill.lessons import every_lesson
from tests.support.states import LESSONS
from tools.artwork import cjk_font, sheet_pictures
from tools.artwork.figures import Figure, figures, seen_at_first, stills
from tools.artwork.fonts import FACES, IN_PICTURES, PARTS, SIGNS
from tools.artwork.sheet_pictures import GUESSES, Guess
from tools.common import paths
from tools.languages import translations
from tools.languages.language import Language
from tools.pages import papers
from tools.setup.runtime import Runtime

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn(typefaces: Path) -> list[Figure]:
    """All figures of the first lesson."""
    return list(figures(LESSONS[:1], typefaces))


def test_every_picture_that_is_seen_at_first_is_built_light_and_dark_wide_and_narrow(
    built_page: Path,
) -> None:
    folder = next(built_page.glob("app-*")) / "figures"
    expected = {
        f"{lesson.id}-{picture.name}-{theme}{narrow}.svg"
        for lesson in every_lesson()
        for picture in seen_at_first(lesson)
        for theme in STATIC
        for narrow in ("", "-narrow")
    }
    expected |= {still.file for lesson in every_lesson() for still in stills(lesson)}
    expected |= {guess.file for guess in GUESSES}
    assert {file.name for file in folder.iterdir()} == expected


def test_a_figure_needs_no_typeface_and_nothing_from_elsewhere(drawn: list[Figure]) -> None:
    for figure in drawn:
        root = ET.fromstring(figure.svg)
        assert root.find(f".//{SVG}text") is None  # letters are shapes
        assert root.find(f".//{SVG}image") is None
        assert root.find(f".//{SVG}script") is None
        assert "<dc:date>" not in figure.svg
        links = [value for element in root.iter() for name, value in element.items() if name.endswith("href")]
        assert all(link.startswith("#") for link in links)


BY_ID = {lesson.id: lesson for lesson in every_lesson()}
LIGHT = COLOURS["light"]
each_guess = pytest.mark.parametrize("guess", GUESSES, ids=lambda guess: guess.file)
COLORED = {"ten-thousand": ["fill"], "next-word": ["stroke"]}
"""What else has the color of a step: the name of a line, and the bars of the higher scores."""


def svg(guess: Guess) -> str:
    return sheet_pictures.drawn(BY_ID[guess.lesson], guess)


@each_guess
@pytest.mark.usefixtures("typefaces")
def test_no_next_step_is_drawn(guess: Guess) -> None:
    machine = str(LIGHT["machine"])
    told = svg(guess)
    assert re.findall(rf"(stroke|fill): {machine}", told) == COLORED.get(guess.lesson, [])


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
