"""The first pictures, drawn natively."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from downhill.drawing.themes import COLOURS, STATIC
from downhill.lessons import every_lesson
from tests.support.states import LESSONS
from tools.artwork.figures import Figure, figures, seen_at_first
from tools.artwork.sheet_pictures import GUESSES
from tools.artwork.stills import stills

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn(typefaces: Path) -> list[Figure]:
    """All figures of the first lesson."""
    return list(figures(LESSONS[:1], typefaces))


def test_every_picture_that_is_seen_at_first_is_built_light_and_dark_wide_and_narrow(built: Path) -> None:
    folder = next(built.glob("app-*")) / "figures"
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


def test_a_figure_says_its_size_and_theme(drawn: list[Figure]) -> None:
    for figure in drawn:
        root = ET.fromstring(figure.svg)
        assert root.tag == f"{SVG}svg"
        assert root.get("viewBox") == f"0 0 {figure.width:g} {figure.height:g}"
        assert str(COLOURS[figure.theme]["paper"]) in figure.svg
        assert figure.narrow == ("-narrow" in figure.file)


def test_drawing_a_figure_again_gives_the_same_text(drawn: list[Figure], typefaces: Path) -> None:
    again = list(figures(LESSONS[:1], typefaces))
    assert [figure.file for figure in again] == [figure.file for figure in drawn]
    assert again == drawn


def test_what_moves_is_in_the_first_picture_too(drawn: list[Figure]) -> None:
    for figure in drawn:
        assert str(COLOURS[figure.theme]["hand"]) in figure.svg, figure.file


def test_a_figure_needs_no_typeface_and_nothing_from_elsewhere(drawn: list[Figure]) -> None:
    for figure in drawn:
        root = ET.fromstring(figure.svg)
        assert root.find(f".//{SVG}text") is None  # letters are shapes
        assert root.find(f".//{SVG}image") is None
        assert root.find(f".//{SVG}script") is None
        links = [value for element in root.iter() for name, value in element.items() if name.endswith("href")]
        assert all(link.startswith("#") for link in links)


def test_a_figure_carries_no_date_and_no_name_of_its_maker(drawn: list[Figure]) -> None:
    for figure in drawn:
        assert "<dc:date>" not in figure.svg
        assert "Matplotlib" not in figure.svg


def test_a_narrow_figure_is_drawn_for_a_phone(drawn: list[Figure]) -> None:
    narrow, wide = ([f for f in drawn if f.narrow is kind] for kind in (True, False))
    assert {figure.width for figure in narrow} == {360.0}
    assert min(figure.width for figure in wide) > 360
