"""Figures are drawn once: where all is as it was they come from the cache."""

from pathlib import Path

import pytest

from tools.artwork import every_figure
from tools.artwork.figures import Figure

FIGURES = (
    Figure("a.svg", "light", False, 8, 4, "<svg>−1</svg>"),
    Figure("b.svg", "dark", True, 8, 4, "<svg/>"),
)
TEXTS = {figure.file: figure.svg for figure in FIGURES}


class Drawing:
    """What draws the figures, and how often it was asked to."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> tuple[Figure, ...]:
        self.times += 1
        return FIGURES


def test_figures_are_drawn_once_and_kept_in_one_file(tmp_path: Path) -> None:
    draw = Drawing()
    file = tmp_path / "figures.json.gz"
    assert [every_figure.kept(file, draw) for _ in range(3)] == [TEXTS] * 3
    assert draw.times == 1
    assert [*tmp_path.iterdir()] == [file]


def test_other_words_fonts_or_sources_are_other_inputs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"line": {"title": "Eine Gerade"}}
    found = {every_figure._inputs({}), every_figure._inputs(words)}
    monkeypatch.setattr(every_figure, "families", ["DejaVu Sans"])
    found.add(every_figure._inputs({}))
    monkeypatch.setattr(every_figure, "SOURCES", every_figure.SOURCES[1:])
    found.add(every_figure._inputs({}))
    assert len(found) == 4
    assert every_figure._inputs({}) in found


def test_whatever_byte_of_the_file_is_another_the_figures_are_the_ones_that_were_drawn(
    tmp_path: Path,
) -> None:
    file = tmp_path / "figures.json.gz"
    every_figure.kept(file, Drawing())
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert every_figure.kept(file, Drawing()) == TEXTS, place
