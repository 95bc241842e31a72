"""The icons and the manifest."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from PIL import Image

from downhill.drawing.themes import COLOURS
from tools.artwork import icons

PAPER = np.rint(np.array(to_rgb(str(COLOURS["dark"]["paper"]))) * 255)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "icons"
    icons.draw_icons(folder)
    return folder


def pixels(file: Path) -> np.ndarray:
    """Colours and opacity, shape (side, side, 4)."""
    return np.asarray(Image.open(file).convert("RGBA"), dtype=float)


def test_every_icon_has_its_size_and_the_same_bytes_each_time(folder: Path, tmp_path: Path) -> None:
    icons.draw_icons(tmp_path / "again")
    for icon in icons.ICONS:
        assert (folder / icon.file).read_bytes() == (tmp_path / "again" / icon.file).read_bytes()
        if icon.file.endswith(".png"):
            assert pixels(folder / icon.file).shape == (icon.side, icon.side, 4)
    assert ElementTree.parse(folder / "icon.svg").getroot().tag == "{http://www.w3.org/2000/svg}svg"


def test_a_phone_may_cut_the_maskable_icon_to_any_shape(folder: Path) -> None:
    seen = pixels(folder / "icon-maskable.png")
    assert (seen[..., 3] == 255).all()
    y, x = np.indices(seen.shape[:2]) - (len(seen) - 1) / 2
    outside = np.hypot(x, y) > 0.4 * len(seen)
    assert np.abs(seen[outside][:, :3] - PAPER).max() <= 1


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
