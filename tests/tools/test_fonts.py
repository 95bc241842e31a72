"""The typefaces of a build are matplotlib's only while it builds."""

from pathlib import Path

from matplotlib.font_manager import fontManager

from downhill.drawing.style import families, load_fonts
from tools.artwork.fonts import borrowed


def test_typefaces_that_were_borrowed_are_forgotten(typefaces: Path) -> None:
    before = list(fontManager.ttflist), list(families)
    with borrowed():
        load_fonts(typefaces, "Downhill Borrowed")
        assert len(fontManager.ttflist) > len(before[0])
    assert (fontManager.ttflist, families) == before
