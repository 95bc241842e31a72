"""The editor of code, as the build lays it out."""

import re

import pytest

from downhill.drawing.themes import COLOURS
from tests.drawing.test_themes import contrast
from tools.pages import page

VARIABLE = re.compile(r"--code-(\w+): (#[0-9a-f]{6});")


@pytest.fixture(scope="module")
def style(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page's own style sheet, which has the inks."""
    file = tmp_path_factory.mktemp("style") / "style.css"
    page.write_style(file)
    return file.read_text(encoding="utf-8")


def inks(style: str, theme: str) -> dict[str, str]:
    """The colours of a theme that is chosen, as the style sheet has them."""
    (block,) = re.findall(rf'data-theme="{theme}"\] \{{( --code[^}}]+)\}}', style)
    return dict(VARIABLE.findall(block))


@pytest.mark.parametrize("theme", COLOURS)
def test_every_ink_of_the_style_sheet_is_read_on_the_paper_and_on_the_line_with_the_cursor(
    style: str,
    theme: str,
) -> None:
    found, paper = inks(style, theme), {name: str(colour) for name, colour in COLOURS[theme].items()}
    least = 7 if theme == "contrast" else 4.5
    written = {name: colour for name, colour in found.items() if name != "line"}
    assert len(written) == 5
    for ground in (paper["paper"], found["line"]):
        for colour in (*written.values(), paper["text"], paper["quiet"]):
            assert contrast(colour, ground) >= least, colour
        assert contrast(paper["hand"], ground) >= 3  # it marks a mistake, and writes nothing
