"""The first pictures and the icons, drawn natively."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from downhill.drawing.themes import STATIC
from downhill.lessons import every_lesson
from tests.support.often import slow
from tests.support.states import LESSONS
from tools.artwork import every_figure, icons
from tools.artwork.figures import Figure, figures, seen_at_first, stills
from tools.artwork.flat_svg import flat, shorter
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


def test_drawing_a_figure_again_gives_the_same_text(drawn: list[Figure], typefaces: Path) -> None:
    again = list(figures(LESSONS[:1], typefaces))
    assert [figure.file for figure in again] == [figure.file for figure in drawn]
    assert again == drawn


def test_a_figure_needs_no_typeface_and_nothing_from_elsewhere(drawn: list[Figure]) -> None:
    for figure in drawn:
        root = ET.fromstring(figure.svg)
        assert root.find(f".//{SVG}text") is None  # letters are shapes
        assert root.find(f".//{SVG}image") is None
        assert root.find(f".//{SVG}script") is None
        assert "<dc:date>" not in figure.svg
        links = [value for element in root.iter() for name, value in element.items() if name.endswith("href")]
        assert all(link.startswith("#") for link in links)


def test_figures_are_drawn_once_and_anew_where_the_file_that_keeps_them_is_damaged(tmp_path: Path) -> None:
    file, drawn = tmp_path / "figures.json.gz", Figure("a.svg", "light", False, 8, 4, "<svg>−1</svg>")
    times: list[int] = []

    def draw() -> dict[str, str]:
        times.append(1)
        return {drawn.file: drawn.svg}

    assert [every_figure.kept(file, draw) for _ in range(3)] == [{"a.svg": drawn.svg}] * 3
    assert (len(times), [*tmp_path.iterdir()]) == (1, [file])
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert every_figure.kept(file, draw) == {"a.svg": drawn.svg}, place


LONG = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><defs>
<path id="A" d="M 10 0 L 20 30.00149 Q 5 5 0 0 Z" transform="scale(0.5)"/></defs><g id="t">
<g style="fill: #123456" transform="translate(100 50.123456) scale(0.1)"><use xlink:href="#A" x="20"/>
<use xlink:href="#A" transform="scale(2) translate(20)"/><use xlink:href="#A" x="9" style="fill: #fff"/></g>
<path d="M 1.234567 -0.001 L 7 2.5" style="opacity: 0.12345"/></g></svg>"""


def test_a_picture_is_written_shorter_and_with_fewer_elements_and_every_point_stays() -> None:
    """In the browser, `test_where_a_picture_keeps_its_shape…` holds each against the live one."""
    drawn = ET.fromstring(flat(shorter(LONG)))
    found = [dict(path.attrib) for path in drawn.iter(f"{SVG}path")]
    assert drawn[0].get("transform") == "translate(100 50.12) scale(0.1)"
    letter = "l5 15q-7.5 -12.5 -10 -15z"
    assert found == [
        {"d": f"M25 0{letter}M50 0l10 30q-15 -25 -20 -30z"},
        {"d": f"M14 0{letter}", "style": "fill: #fff"},
        {"d": "M 1.23 0 L 7 2.5", "style": "opacity: 0.12345"},
    ]


def test_figures_of_other_words_fonts_or_sources_are_others(monkeypatch: pytest.MonkeyPatch) -> None:
    makers = every_figure.MAKERS
    found = {every_figure.summed({}, makers), every_figure.summed({"line": {"title": "Eine Gerade"}}, makers)}
    found.add(every_figure.summed({}, [*makers, Path(__file__)]))
    monkeypatch.setattr(every_figure, "families", ["DejaVu Sans"])
    found.add(every_figure.summed({}, makers))
    assert len(found) == 4


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "icons"
    icons.draw_icons(folder)
    return folder


@slow
def test_every_icon_has_its_size_and_the_same_bytes_each_time(folder: Path, tmp_path: Path) -> None:
    icons.draw_icons(tmp_path / "again")
    for icon in icons.ICONS:
        assert (folder / icon.file).read_bytes() == (tmp_path / "again" / icon.file).read_bytes()
        if icon.file.endswith(".png"):
            with Image.open(folder / icon.file) as drawn:
                assert drawn.size == (icon.side, icon.side)
    assert ElementTree.parse(folder / "icon.svg").getroot().tag == "{http://www.w3.org/2000/svg}svg"


def test_the_manifest_names_icons_that_are_there_and_is_relative(folder: Path) -> None:
    file = folder.parent / "downhill.webmanifest"
    icons.write_manifest(file, "icons")
    manifest: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == ("../", "../", "standalone")
    assert manifest["name"]
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        assert (folder.parent / icon["src"]).is_file()
    assert {"192x192", "512x512", "any"} == {icon["sizes"] for icon in manifest["icons"]}
