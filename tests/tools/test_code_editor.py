"""The editor of code, as the build lays it out."""

import gzip
import re
from pathlib import Path

import pytest

from downhill.drawing.themes import COLOURS
from tests.drawing.test_themes import contrast
from tools.pages import code_editor, page
from tools.pages.code_inks import CLASSES, INKS
from tools.setup.runtime import Runtime

VARIABLE = re.compile(r"--code-(\w+): (#[0-9a-f]{6});")
IN_SCRIPTS = re.compile(r'from ?"(\.[^"]+)"|import ?"(\.[^"]+)"')
EDITOR = code_editor.SOURCES / "editor.css"
MOST = 165_000
"""Bytes that the editor may weigh on the line, compressed with gzip."""


@pytest.fixture
def app(cached: Runtime, tmp_path: Path) -> Path:
    """An app's folder with the editor, beside PyScript's package."""
    (tmp_path / "pyscript-1").symlink_to(cached.pyscript, target_is_directory=True)
    folder = tmp_path / "app-1"
    folder.mkdir()
    code_editor.lay_out(folder, tmp_path / "pyscript-1")
    return folder


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


def test_what_the_system_asks_for_is_written_in_the_inks_of_light_and_dark(style: str) -> None:
    blocks = re.findall(r":root(?::not\(\[data-theme\]\))? \{( --code[^}]+)\}", style)
    assert [dict(VARIABLE.findall(block)) for block in blocks] == [inks(style, "light"), inks(style, "dark")]
    assert {*INKS} == {*COLOURS}


def test_every_ink_has_a_colour_and_every_colour_is_used(style: str) -> None:
    script = (code_editor.SOURCES / "inks.js").read_text(encoding="utf-8")
    named = set(re.findall(r': "(\w+)",', script))
    assert named | {"line"} == set(INKS["light"])
    rules = (f".code-{name}, .python .{CLASSES[name]} {{ color: var(--code-{name}); }}" for name in named)
    assert all(rule in style for rule in rules)
    assert all("var(--code-line)" in sheet for sheet in (style, EDITOR.read_text(encoding="utf-8")))


def asked(script: Path) -> set[Path]:
    """A script, and all that it imports."""
    found, todo = set[Path](), [script]
    while todo:
        now = todo.pop()
        if now not in found:
            found.add(now)
            names = IN_SCRIPTS.findall(now.read_text(encoding="utf-8"))
            todo += [(now.parent / (one or other)).resolve() for one, other in names]
    return found


def test_whatever_the_editor_imports_is_there_and_weighs_no_more_than_it_may(app: Path) -> None:
    found = asked((app / "editor" / "editor.js").resolve())
    assert {file.name for file in (app / "editor").glob("*.js")} <= {file.name for file in found}
    assert len(found) < 20
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in found) < MOST


def test_no_size_is_fixed_and_letters_are_measured_by_the_readers_own() -> None:
    style = EDITOR.read_text(encoding="utf-8")
    assert set(re.findall(r"font-size: [\d.]+(\w+)", style)) == {"rem"}
    assert not re.search(r"[{; ](?:width|min-width|height): [1-9]", style)
