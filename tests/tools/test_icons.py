"""The icons and the manifest."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from tests.support.often import slow
from tools.artwork import icons


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
