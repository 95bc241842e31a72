"""The first pictures and the icons, drawn natively."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from downhill.drawing.themes import STATIC
from downhill.lessons import every_lesson
from tests.support.states import LESSONS
from tools.artwork.figures import Figure, figures, seen_at_first, stills
from tools.artwork.sheet_pictures import GUESSES

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


def test_a_figure_needs_no_typeface_and_nothing_from_elsewhere(drawn: list[Figure]) -> None:
    for figure in drawn:
        root = ET.fromstring(figure.svg)
        assert root.find(f".//{SVG}text") is None  # letters are shapes
        assert root.find(f".//{SVG}image") is None
        assert root.find(f".//{SVG}script") is None
        assert "<dc:date>" not in figure.svg
        links = [value for element in root.iter() for name, value in element.items() if name.endswith("href")]
        assert all(link.startswith("#") for link in links)
