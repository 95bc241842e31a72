"""The end: what its film says holds for its numbers, and every number has its source."""

import json
import math
import re

import pytest

from downhill.lessons import all_models, every_lesson, lesson_30_next_word
from downhill.text.essay import PROSE
from downhill.text.format import PAGE
from downhill.text.language import speaking
from downhill.training.trainer import trainer_of
from tools.languages.language import Language, all_languages
from tools.pages.ending import (
    GIANTS,
    HOME,
    SMALLEST_GPT2,
    SOURCES,
    TRILLION,
    WALLS,
    counts,
    ending,
    large,
    rows,
    sources,
    years,
)

ELSEWHERE = {"eia", "dauphin", "ouyang", "dodge", "ji"}  # sources of the prose, not of the table
BY_NAME = {giant.name: giant for giant in GIANTS}


def test_every_model_of_others_has_a_year_and_a_source_and_every_source_is_asked() -> None:
    others = [giant for giant in GIANTS if not giant.name.startswith("giant.")]
    assert all(giant.year and giant.sources for giant in others)
    assert {key for giant in others for key in giant.sources} | ELSEWHERE == set(SOURCES)
    assert all(re.search(r"\b(19|20)\d\d\b", text) for text in sources())
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


def test_a_large_number_is_told_in_words() -> None:
    told = [large(value) for value in (None, 4, 60e3, 93_750, 975_000, 1_154_406, 1.5e9, 15.6e12)]
    words = "–;4;60,000;94,000;980,000;1.154 million;1.5 billion;15.6 trillion"
    assert ";".join(told).replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_the_last_wall_has_about_a_trillion_sliders_whatever_the_language(language: Language) -> None:
    with speaking(language.catalogue, every_lesson()):
        wall = len(trainer_of(all_models()[0]).training.weights)
        four, first, walls, last = counts(wall)
    assert (four, first, walls) == (len(lesson_30_next_word.lesson.sliders), wall, wall * WALLS)
    assert last == wall * WALLS * WALLS
    assert last == pytest.approx(TRILLION, rel=0.05 if language.code != "en" else 0.0044)


def test_what_the_film_says_of_other_models_is_what_their_sources_say() -> None:
    told = json.loads(ending(all_models()[0]).json)
    _, _, walls, last = told["counts"]
    assert SMALLEST_GPT2 == 124e6
    assert "124 million" in PROSE["source.gpt2"].replace("\N{NO-BREAK SPACE}", " ")
    assert "124" in told["notes"][2]
    assert 0.8 * SMALLEST_GPT2 < walls < SMALLEST_GPT2
    assert "Kimi K2, 2025" in told["notes"][3]
    assert GIANTS[-1].weights == pytest.approx(last, rel=0.01)


def test_the_years_of_a_hand_are_reckoned_at_one_slider_a_second() -> None:
    assert years() == pytest.approx(TRILLION / (365.25 * 24 * 3600), rel=0.002)
    found = ending(all_models()[0])
    assert found.hours == [
        ("4", "4 seconds"),
        ("9,957", "2.8 hours"),
        ("99.57\N{NO-BREAK SPACE}million", "3.2 years"),
        ("1\N{NO-BREAK SPACE}trillion", "31,700 years"),
    ]
    assert json.loads(found.json)["years"] == 31_700
    assert math.floor(years()) > 30_000
    assert "more than thirty thousand years" in " ".join(PROSE["closing"].split())


def test_trillions_of_words_is_what_the_largest_texts_have() -> None:
    """A token is about three quarters of a word."""
    assert "trillions of words" in PAGE["ending.card"]
    assert 0.75 * max(giant.tokens or 0 for giant in GIANTS) > 10 * TRILLION


@pytest.mark.parametrize("language", all_languages(), ids=lambda language: language.code)
def test_a_sentence_beside_the_stage_is_short_and_no_label_comes_twice(language: Language) -> None:
    with speaking(language.catalogue, every_lesson()):
        found = ending(all_models()[0])
    told = [text for _, says in found.beats for text in says]
    assert len(told) == len(found.labels) == len({*found.labels})
    assert all(len(text.split()) <= 40 for text in told)
    assert all(len(title.split()) <= 5 for title, _ in found.beats)
