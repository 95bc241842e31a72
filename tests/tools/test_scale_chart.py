"""The closing section: every number with its source, and the picture true to its scale."""

import math
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from downhill.drawing.themes import COLOURS, STATIC
from downhill.text.essay import PROSE
from tools.artwork.figures import Figure
from tools.artwork.large_models import GIANTS, HOME, SOURCES, LargeModel, steps_for
from tools.artwork.scale_chart import blank, figures, large, rows, sources, told

SVG = "{http://www.w3.org/2000/svg}"
ELSEWHERE = {"eia", "dauphin", "ouyang", "dodge", "ji"}  # sources of the prose, not of the table
BY_NAME = {giant.name: giant for giant in GIANTS}


@pytest.fixture(scope="module")
def drawn(typefaces: Path) -> list[Figure]:
    return list(figures())


def test_every_model_of_others_has_a_year_and_a_source_and_every_source_is_asked() -> None:
    others = [giant for giant in GIANTS if not giant.name.startswith("giant.")]
    assert all(giant.year and giant.sources for giant in others)
    assert {key for giant in others for key in giant.sources} | ELSEWHERE == set(SOURCES)
    assert all(re.search(r"\b(19|20)\d\d\b", text) for text in sources())


def test_no_source_names_a_host() -> None:
    assert not any(re.search(r"//|www\.|\w\.(com|org|net|io|gov)\b", text) for text in sources())


def test_the_models_stand_from_small_to_large_and_from_old_to_new() -> None:
    assert [g.weights for g in GIANTS] == sorted(g.weights for g in GIANTS)
    years = [giant.year for giant in GIANTS if giant.year]
    assert years == sorted(years)


def test_the_prose_reckons_rightly() -> None:
    prose = PROSE["scale"].replace("\n", " ")
    gpt3, llama = BY_NAME["GPT-3"], BY_NAME["Llama 3.1"]
    assert (gpt3.energy, gpt3.steps, llama.tokens) == (1287, 93_750, 15.6e12)
    assert gpt3.energy is not None
    assert llama.energy is not None
    assert llama.tokens is not None
    assert f"as {gpt3.energy / HOME:.0f} American homes" in prose
    assert f"{llama.energy:,.0f}, as much as {llama.energy / HOME:,.0f} homes" in prose
    words = 0.75 * llama.tokens
    assert "12 trillion words" in prose
    assert words / 1e12 == pytest.approx(12, abs=0.5)
    years = words / 250 / (60 * 24 * 365.25)
    assert 88_000 < years < 90_000
    assert "94,000" in prose
    kilometres = 1e12 / 4 / 1e6
    assert f"{kilometres:,.0f} kilometres: six times around the Earth" in prose
    assert kilometres / 40_075 == pytest.approx(6, abs=0.3)


def test_steps_that_grow_are_counted_one_size_after_the_other() -> None:
    assert steps_for(100, (0, 10)) == 10
    assert steps_for(100, (0, 1), (20, 5), (70, 30)) == 20 + 10 + 1


def test_llamas_steps_are_those_of_its_three_sizes_of_a_step() -> None:
    """4 million tokens a step for 252 million, 8 million up to 2.87 trillion, 16 million for the rest."""
    first, second = 252e6 / 4e6, (2.87e12 - 252e6) / 8e6
    last = (15.6e12 - 2.87e12) / 16e6
    assert BY_NAME["Llama 3.1"].steps == pytest.approx(first + second + last)
    assert BY_NAME["Llama 3.1"].steps == pytest.approx(1.15e6, rel=0.005)
    told = PROSE["source.llama"]
    for size in ("4 million tokens in a step", "8 million from 252 million", "16 million from 2.87 trillion"):
        assert size in told


def test_bloom_is_told_with_the_tokens_that_its_paper_gives() -> None:
    bloom = next(row for row in rows() if row.name.startswith("BLOOM"))
    assert bloom.cells[1] == "366\N{NO-BREAK SPACE}billion"
    assert any("BLOOM: A 176B-Parameter" in sources()[number - 1] for number in bloom.sources)


def test_what_is_said_of_wrong_valleys_and_of_what_is_left_out_has_its_source() -> None:
    """A name and a year in brackets, one for each point, is a source of the list."""
    assert len(re.findall(r"^- ", PROSE["left"], re.MULTILINE)) == 4
    told = " ".join((PROSE["end"] + PROSE["left"]).split())
    named = re.findall(r"\(([^()]*), (\d{4})\)", told)
    assert len(named) == 5
    for names, year in named:
        assert any(text.startswith(f"{names}:") and year in text for text in sources()), names


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        (4, "4"),
        (10_000, "10,000"),
        (60e3, "60,000"),
        (93_750, "94,000"),
        (975_000, "980,000"),
        (1_154_406, "1.154 million"),
        (60e6, "60 million"),
        (1.5e9, "1.5 billion"),
        (15.6e12, "15.6 trillion"),
    ],
)
def test_a_large_number_is_told_in_words(value: float | None, text: str) -> None:
    assert large(value).replace("\N{NO-BREAK SPACE}", " ") == text


def test_the_table_has_a_row_for_every_model_and_the_picture_is_told_whole() -> None:
    assert len(rows()) == len(GIANTS)
    assert all(row.name in told() for row in rows())
    assert rows()[5].sources == [4, 5]


def test_the_picture_is_drawn_in_each_theme_wide_and_narrow_and_the_same_each_time(
    drawn: list[Figure],
) -> None:
    assert [(f.theme, f.narrow) for f in drawn] == [(t, n) for t in STATIC for n in (False, True)]
    assert [figure._replace(svg="") for figure in drawn] == blank()
    assert list(figures()) == drawn


def test_every_mark_lies_where_the_logarithm_of_its_weights_says(drawn: list[Figure]) -> None:
    for figure in drawn:
        root = ET.fromstring(figure.svg)
        colours = [str(COLOURS[figure.theme][mover]) for mover in ("hand", "machine")]
        found = sorted(
            (float(y), float(x))
            for mark in root.iter(f"{SVG}path")
            if any(colour in mark.get("style", "") for colour in colours)
            for x, y in re.findall(r"M([\d.]+) ([\d.]+)", mark.get("d", ""))
        )
        assert len(found) == len(GIANTS)
        across = [x for _, x in found]
        first, last = GIANTS[0], GIANTS[-1]
        for giant, x in zip(GIANTS, across, strict=True):
            share = (x - across[0]) / (across[-1] - across[0])
            assert share == pytest.approx(_share(giant, first, last), abs=1e-4), giant.name


def _share(giant: LargeModel, first: LargeModel, last: LargeModel) -> float:
    low, here, high = (math.log10(g.weights) for g in (first, giant, last))
    return (here - low) / (high - low)
